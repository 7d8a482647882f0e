#include "resolve/titles.h"

#include "resolve/lattice.h"
#include "resolve/table.h"

#include <algorithm>
#include <array>

namespace attache::resolve {
namespace {

constexpr std::string_view leading[] = {"mr",
                                        "mrs",
                                        "ms",
                                        "miss",
                                        "mx",
                                        "dr",
                                        "doctor",
                                        "prof",
                                        "professor",
                                        "sir",
                                        "dame",
                                        "lord",
                                        "lady",
                                        "rev",
                                        "reverend",
                                        "hon",
                                        "honourable",
                                        "honorable",
                                        "rep",
                                        "representative",
                                        "sen",
                                        "senator",
                                        "gov",
                                        "governor",
                                        "amb",
                                        "ambassador",
                                        "president",
                                        "vice",
                                        "deputy",
                                        "assistant",
                                        "acting",
                                        "chairman",
                                        "chairwoman",
                                        "chairperson",
                                        "chair",
                                        "ceo",
                                        "cto",
                                        "cfo",
                                        "coo",
                                        "cio",
                                        "executive",
                                        "senior",
                                        "director",
                                        "manager",
                                        "secretary",
                                        "minister",
                                        "general",
                                        "gen",
                                        "colonel",
                                        "col",
                                        "captain",
                                        "capt",
                                        "admiral",
                                        "adm",
                                        "lt",
                                        "sgt",
                                        "cmdr",
                                        "judge",
                                        "justice",
                                        "king",
                                        "queen",
                                        "prince",
                                        "princess",
                                        "sheikh",
                                        "founder",
                                        "cofounder",
                                        "partner",
                                        "the",
                                        "his",
                                        "her",
                                        "excellency",
                                        "former",
                                        "commissioner",
                                        "congressman",
                                        "congresswoman",
                                        "mayor",
                                        "chancellor",
                                        "premier",
                                        "attorney",
                                        "pres",
                                        "officer",
                                        "chief",
                                        "congressperson",
                                        "speaker",
                                        "undersecretary",
                                        "madam",
                                        "mme",
                                        "monsieur",
                                        "herr",
                                        "frau"};
constexpr std::string_view doubtful[] = {"king",  "queen",   "prince", "judge",   "justice", "general", "major",
                                         "dean",  "lord",    "chair",  "captain", "bishop",  "mayor",   "chancellor",
                                         "chief", "partner", "miss",   "ms",      "hon",     "gen",     "col",
                                         "the",   "her",     "lt",     "speaker", "rep",     "sen"};
constexpr std::string_view trailing[] = {"phd", "md",  "esq", "esquire", "mba", "cpa", "jd",  "llm", "llb",
                                         "cfa", "frs", "obe", "cbe",     "mbe", "mp",  "mep", "dds", "dphil",
                                         "msc", "bsc", "mph", "ret",     "ceo", "cto", "cfo", "coo"};
constexpr std::string_view particles[] = {"van", "von", "der", "den", "de",  "del", "della", "di",
                                          "da",  "dos", "du",  "la",  "le",  "bin", "ibn",   "bint",
                                          "al",  "el",  "abu", "ter", "ten", "st",  "zu",    "y"};

constexpr std::u32string_view native_titles[] = {
    U"대표이사", U"본부장",   U"센터장", U"위원장", U"이사장",     U"부회장", U"부사장", U"대통령", U"변호사",
    U"선생님",   U"국회의원", U"회장",   U"사장",   U"대표",       U"이사",   U"상무",   U"전무",   U"부장",
    U"차장",     U"과장",     U"대리",   U"팀장",   U"실장",       U"원장",   U"총장",   U"교수",   U"박사",
    U"의원",     U"장관",     U"차관",   U"총리",   U"기자",       U"위원",   U"지사",   U"시장",   U"대사",
    U"총재",     U"행장",     U"소장",   U"선생",   U"여사",       U"판사",   U"검사",   U"감독",   U"선수",
    U"명예회장", U"의장",     U"수석",   U"주임",   U"사원",       U"님",     U"씨",     U"군",     U"양",
    U"귀하",     U"创始人",   U"董事长", U"总裁",   U"主席",       U"经理",   U"总经理", U"博士",   U"教授",
    U"先生",     U"女士",     U"小姐",   U"会长",   U"社长",       U"部长",   U"课长",   U"代表",   U"会長",
    U"社長",     U"部長",     U"課長",   U"取締役", U"代表取締役", U"氏",     U"様",     U"様方",   U"さん",
    U"さま",     U"くん",     U"殿",     U"議員",   U"長官",       U"会長",   U"會長",   U"大臣",   U"首相"};
// Safe to cut off a family name of one syllable (이회장): these are hardly ever given names.
constexpr std::u32string_view after_family[] = {
    U"회장", U"부회장", U"사장", U"부사장", U"대표이사", U"대표",   U"교수", U"박사", U"의원",
    U"장관", U"차관",   U"총리", U"대통령", U"위원장",   U"이사장", U"총장", U"기자", U"팀장",
    U"실장", U"본부장", U"부장", U"차장",   U"과장",     U"변호사", U"의장", U"총재", U"행장"};

// What is left of 이재용회장 without 회장 must itself look like a name.
bool name_is_left(std::u32string_view rest, std::u32string_view title) {
  if (title == U"님" || title == U"さん" || title == U"氏" || title == U"様")
    return rest.size() >= 2;
  if (rest.size() == 1)
    return is_korean_family(rest) && contains(after_family, title);
  bool const long_enough = title.size() >= 2 || rest.size() >= 3;
  return long_enough &&
         (!is_syllable(rest.front()) || is_korean_family(rest.substr(0, 1)) || is_korean_family(rest.substr(0, 2)));
}

} // namespace

bool is_leading_title(std::string_view word) { return contains(leading, word); }
bool is_trailing_title(std::string_view word) { return contains(trailing, word); }
bool is_doubtful_title(std::string_view word) { return contains(doubtful, word); }
bool is_particle(std::string_view word) { return contains(particles, word); }
bool is_courtesy(std::string_view word) {
  constexpr std::string_view courtesies[] = {
      "mr",   "mrs",    "ms",       "miss", "mx",      "dr",       "doctor",     "sir",  "dame",   "lord",
      "lady", "rev",    "reverend", "hon",  "madam",   "mme",      "honourable", "his",  "her",    "honorable",
      "the",  "herr",   "frau",     "king", "queen",   "monsieur", "prince",     "sgt",  "sheikh", "excellency",
      "lt",   "former", "princess", "cmdr", "partner", "speaker",  "선생님",     "박사", "선생",   "여사",
      "선수", "님",     "씨",       "군",   "양",      "귀하",     "博士",       "先生", "女士",   "小姐",
      "氏",   "様",     "様方",     "さん", "さま",    "くん",     "殿"};
  constexpr std::string_view offices[] = {"ceo", "cto", "cfo", "coo"};
  return contains(courtesies, word) || (is_trailing_title(word) && !contains(offices, word));
}

bool is_title_modifier(std::string_view word) {
  constexpr std::string_view modifiers[] = {"vice",      "deputy", "assistant", "acting",
                                            "executive", "senior", "chief",     "general"};
  return contains(modifiers, word);
}

bool is_native_title(std::u32string_view word) {
  auto const polite = word.size() > 1 && word.back() == U'님'; // "부장님"
  return contains(native_titles, word) || (polite && contains(native_titles, word.substr(0, word.size() - 1)));
}

std::string_view suffix_of(std::string_view word) {
  constexpr std::pair<std::string_view, std::string_view> table[] = {
      {"jr", "jr"},     {"jnr", "jr"}, {"junior", "jr"}, {"filho", "jr"}, {"sr", "sr"}, {"snr", "sr"},
      {"senior", "sr"}, {"1st", "1"},  {"ii", "2"},      {"2nd", "2"},    {"iii", "3"}, {"3rd", "3"},
      {"iv", "4"},      {"4th", "4"},  {"vi", "6"},      {"vii", "7"},    {"viii", "8"}};
  for (auto const& [written, meant] : table)
    if (written == word)
      return meant;
  return {};
}

std::size_t attached_title(std::u32string_view word) {
  std::size_t best = 0;
  for (auto const title : native_titles)
    if (title.size() > best && word.size() > title.size() && word.ends_with(title) &&
        name_is_left(word.substr(0, word.size() - title.size()), title))
      best = title.size();
  return best;
}

} // namespace attache::resolve
