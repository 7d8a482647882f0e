#include "resolve/company_forms.h"
#include "resolve/table.h"

#include <algorithm>
#include <array>

namespace attache::resolve {
namespace {

constexpr std::string_view legal_words[] = {
    "inc",      "incorporated", "corp",         "corporation", "co",          "company",  "ltd",          "limited",
    "llc",      "llp",          "lp",           "plc",         "gmbh",        "ag",       "se",           "sa",
    "nv",       "bv",           "ab",           "oyj",         "oy",          "asa",      "as",           "kk",
    "pte",      "pty",          "srl",          "spa",         "sarl",        "sas",      "kg",           "kgaa",
    "ohg",      "sl",           "sau",          "aps",         "bhd",         "sdn",      "pt",           "tbk",
    "pjsc",     "pao",          "ojsc",         "publ",        "pcl",         "kft",      "zrt",          "spzoo",
    "ltda",     "eurl",         "snc",          "cv",          "ulc",         "lc",       "pc",           "crp",
    "cos",      "jsc",          "oao",          "ooo",         "zao",         "bvba",     "sab",          "abp",
    "akg",      "na",           "berhad",       "prom",        "pjsfc",       "sae",      "saa",          "psc",
    "qpsc",     "perseroan",    "aktieselskab", "aktiebolag",  "주식회사",    "유한회사", "유한책임회사", "재단법인",
    "사단법인", "株式会社",     "有限会社",     "有限公司",    "股份有限公司"};
constexpr std::string_view leading_forms[] = {"pt",  "oao",  "ooo", "zao", "pao", "ojsc",
                                              "jsc", "pjsc", "srl", "llc", "cv",  "ano"};

struct Phrase {
  std::array<std::string_view, 4> words;
  std::string_view form;
};
constexpr Phrase phrases[] = {{{"public", "joint", "stock", "company"}, "jsc"},
                              {{"open", "joint", "stock", "company"}, "jsc"},
                              {{"gesellschaft", "mit", "beschrankter", "haftung"}, "gmbh"},
                              {{"societatea", "cu", "raspundere", "limitata"}, "srl"},
                              {{"public", "limited", "company"}, "plc"},
                              {{"limited", "liability", "company"}, "llc"},
                              {{"joint", "stock", "company"}, "jsc"},
                              {{"kommanditgesellschaft", "auf", "aktien"}, "kgaa"},
                              {{"societa", "per", "azioni"}, "spa"},
                              {{"sociedad", "anonima"}, "sa"},
                              {{"societe", "anonyme"}, "sa"},
                              {{"joint", "stock"}, "jsc"},
                              {{"sp", "z", "oo"}, "spzoo"},
                              {{"aktiengesellschaft"}, "ag"},
                              {{"united", "states"}, "us"}};

constexpr std::string_view currencies[] = {"dl", "eo", "ls", "sf", "hd",  "yc", "nk", "sk", "dk", "yn",
                                           "zy", "rc", "cd", "mn", "dh",  "rp", "tb", "sd", "ad", "rl",
                                           "hk", "kc", "tn", "ki", "fgn", "is", "sw", "ir"};
constexpr std::string_view share_words[] = {
    "on",    "inh",    "nam",  "vzo",   "sta",    "adr",   "gdr",     "adrs",  "ord", "sh",    "shs",
    "share", "shares", "reg",  "regs",  "subvtg", "sub",   "vtg",     "spadr", "sp",  "units", "unit",
    "pref",  "prf",    "npv",  "nvdr",  "ads",    "fria",  "foreign", "frgn",  "pfd", "nvdrs", "sponsored",
    "shrs",  "nom",    "saeo", "spaeo", "ageo",   "plcls", "nvr",     "vtg"};

bool is_number(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// "eo3", "ls0001", "adr1".
bool is_listing_word(std::string_view word) {
  auto stem = word;
  while (!stem.empty() && stem.back() >= '0' && stem.back() <= '9')
    stem.remove_suffix(1);
  if (stem.size() < word.size() && (contains(currencies, stem) || contains(share_words, stem)))
    return true;
  return contains(share_words, word);
}

struct Common {
  double bits = 0;
  std::array<std::string_view, 48> words;
};
constexpr Common common_words[] = {
    {1.5,
     {"group", "holding", "holdings", "international", "global", "gruppe", "grp", "hldgs", "hldg", "intl", "groupe",
      "gp", "companies", "enterprise", "enterprises"}},
    {3, {"technology",     "technologies",    "tech",        "systems",    "system",      "industries",  "industrial",
         "industry",       "resources",       "energy",      "capital",    "financial",   "services",    "solutions",
         "pharmaceutical", "pharmaceuticals", "pharma",      "bank",       "media",       "real",        "estate",
         "mining",         "metals",          "gold",        "power",      "electric",    "electronics", "medical",
         "health",         "healthcare",      "development", "investment", "investments", "products",    "general",
         "national",       "american",        "china",       "partners",   "properties"}},
    {3, {"motor",        "motors",    "chemical", "chemicals",  "foods",         "food",           "oil",
         "gas",          "petroleum", "steel",    "materials",  "science",       "sciences",       "biotech",
         "therapeutics", "bio",       "software", "digital",    "networks",      "communications", "telecom",
         "insurance",    "trust",     "fund",     "securities", "construction",  "engineering",    "machinery",
         "equipment",    "logistics", "shipping", "airlines",   "entertainment", "games",          "fashion",
         "retail",       "brands",    "hotels",   "education",  "environmental", "water",          "royal"}},
    {4, {"shanghai", "beijing", "shenzhen", "zhejiang", "jiangsu", "guangdong", "hangzhou",   "ningbo",
         "suzhou",   "japan",   "korea",    "india",    "canada",  "australia", "australian", "canadian",
         "europe",   "asia",    "asian",    "pacific",  "first",   "united",    "central",    "new"}}};

constexpr std::string_view distinctions[] = {
    "france",     "germany",   "spain",     "netherlands", "nederland",    "ireland",     "japan",      "sweden",
    "finland",    "uk",        "canada",    "mexico",      "chile",        "brasil",      "brazil",     "argentina",
    "china",      "chad",      "india",     "australia",   "singapore",    "hong",        "london",     "asia",
    "europe",     "america",   "africa",    "armenia",     "schweiz",      "switzerland", "austria",    "italy",
    "poland",     "dallas",    "phoenix",   "korea",       "taiwan",       "vietnam",     "bank",       "trust",
    "securities", "insurance", "capital",   "display",     "sdi",          "life",        "fire",       "card",
    "oil",        "gas",       "petroleum", "pipeline",    "construction", "ventures",    "foundation", "usa",
    "us",         "neft"};

} // namespace

bool is_legal_word(std::string_view word) { return contains(legal_words, word); }
bool is_leading_form(std::string_view word) { return contains(leading_forms, word); }
bool is_distinction(std::string_view word) { return contains(distinctions, word); }

void shorten_phrases(std::vector<std::string>& words) {
  for (auto const& [phrase, form] : phrases) {
    auto const end = std::ranges::find(phrase, std::string_view{});
    for (auto at = std::search(words.begin(), words.end(), phrase.begin(), end); at != words.end();
         at = std::search(words.begin(), words.end(), phrase.begin(), end)) {
      *at = form;
      words.erase(at + 1, at + (end - phrase.begin()));
    }
  }
}

std::size_t listing_begins(std::vector<std::string> const& words) {
  // From the end: everything after the first such word is jargon too, or "Kyung Nam Pharm" would lose its name.
  auto begins = words.size();
  bool jargon = false;
  for (auto i = words.size(); i-- > 1;) {
    auto const& word = words[i];
    bool const share_class = word == "class" || word == "cl" || word == "common" || word == "registered";
    bool const clear = is_listing_word(word) || contains(currencies, word) ||
                       (word == "o" && i + 1 < words.size() && words[i + 1] == "n");
    bool const price = word.size() >= 2 && word.front() == '0' && is_number(word); // "-,0001"
    if (!clear && !price && !is_number(word) && word.size() > 1 && !(share_class && begins < words.size()))
      break;
    jargon = jargon || clear || price || share_class;
    begins = jargon && (clear || price || share_class) ? i : begins;
  }
  return begins;
}

double common_word_bits(std::string_view word) {
  for (auto const& [bits, words] : common_words)
    if (contains(words, word))
      return bits;
  return 0;
}

} // namespace attache::resolve
