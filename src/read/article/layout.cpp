// Furniture: which lines of a page are not the story.
#include "base/unicode.h"
#include "read/article/document.h"
#include "read/article/pattern.h"

#include <algorithm>

namespace attache::read::press {

namespace {

struct Rule {
  BlockKind kind;
  Pattern pattern;
};

std::vector<Rule> const& rules() {
  static std::vector<Rule> const
      table =
          {
              {BlockKind::copyright,
               Pattern{
                   R"((?i)^\W{0,3}(copyright\b|저작권|무단\s*전재)|©|ⓒ|all rights reserved|무단\s?전재|재배포\s?금지|unauthori[sz]ed reproduction)"}},
              {BlockKind::related,
               Pattern{
                   R"((?i)^\W{0,3}(related (stories|articles|news|coverage)|read more|see also|more on this|most read|recommended|관련\s?기사|관련\s?뉴스|많이 본|인기\s?기사|주요\s?뉴스|추천\s?기사)|관련기사\s*(\d+건\s*)?더\s?보기)"}},
              {BlockKind::caption,
               Pattern{
                   R"((?i)^\s*[\[(<]?\s*(photo|photograph|picture|image|caption|사진(설명)?|이미지)\s*[\])>:=.)]|^\s*[▲△▶]\s*\S.*(사진|제공|캡처|모습|연합|뉴시스|뉴스1)|[\[(<][^\[\]()<>]{0,40}(캡처|캡쳐|제공|연합뉴스|뉴시스|뉴스1|photo|getty images?|reuters|ap photo|capture|screenshot|handout|courtesy of [^\])]+)[\])>]\s*$|^[^.]{0,200}(/|=|＝)\s*(사진|연합뉴스|뉴시스|로이터)\S*\s*(제공)?\s*$|사진\s*[=|/]\s*\S+\s*(제공)?\s*$)"}},
              {BlockKind::date_line,
               Pattern{
                   R"((?i)^\W{0,4}(등록|입력|수정|승인|기사입력|최종수정|발행|게시|published|updated|posted|input|last modified|date)\W{0,4}(일시?|시간|on)?\W{0,4}((19|20)\d\d|[a-z]{3,9}\.? \d))"}},
              {BlockKind::date_line,
               Pattern{
                   R"((?i)^\W{0,4}((19|20)\d\d[-./년]\s?\d{1,2}[-./월]\s?\d{1,2}일?|([a-z]{3,9}\.? \d{1,2}, (19|20)\d\d))\W{0,4}([0-9:]{4,8}(\s?[ap]m)?)?\W{0,4}$)"}},
              {BlockKind::date_line,
               Pattern{R"(^.{0,60}(?:입력|승인|등록|수정|기사입력|송고|게재|발행)\s*[:.]?\s*(?:19|20)\d\d[-./년])"}},
              {BlockKind::date_line,
               Pattern{
                   R"(^[^.]{0,30}(?:19|20)\d\d[-./]\s?\d{1,2}[-./]\s?\d{1,2}\.?\s*(?:오전|오후|AM|PM)?\s*\(?\d{0,2}:?\d{0,2}(?::\d\d)?\)?\s*$)"}},
              {BlockKind::date_line,
               Pattern{
                   R"(^(?:[A-Z][\w .]{2,30}, )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d|\d{1,2} [A-Z][a-z]{2,8}\.? (?:19|20)\d\d)(?:[ ,|-]+[\d:apmAPM. KSTGE]{0,16})?$)"}},
              {BlockKind::byline,
               Pattern{
                   R"((?i)^\W{0,3}(by\s+(?-i:[A-Z])(?!.*\b(said|told|met|was|were)\b).{2,80}$|by the .{2,60}(desk|team|staff)$|reporter\s*[:=]|written by|reporting by|edited by|editing by|source\s*:|facts as reported|출처\s*[:=]|글\s*[:=]|words\s*:))"}},
              {BlockKind::byline,
               Pattern{
                   R"(^.{0,60}(기자|특파원|논설위원|에디터|앵커)\W{0,3}\s*[\w.+-]+@[\w.-]+|^.{0,30}=\s*\S{2,6}\s?(기자|특파원)|^\s*\S{2,4}\s(기자|특파원)\s*$|^\S{2,12}\s\S{2,4}\s(기자|특파원)\s*$|^\S*@\S+\.\w+\s*$|예제로 새로 쓴 글)"}},
              {BlockKind::label, Pattern{R"((?i)^\s*[\[<【(]\s*(anchor|report(er)?|interview|앵커|리포트|기자|인터뷰|멘트)[^\]>】)]{0,12}[\]>】)]\s*$|^\s*[■▷※☞◆◇●▣★☆▽▼#]|(대표전화|등록번호|발행인|편집인|청소년보호|팩스|구독|제보)\s*[:=]?|^\W{0,3}(subscribe|follow us|sign up|send us|tel\b|phone\s*:|newsletter|advertisement|share this|click here|download our))"}},
          };
  return table;
}

bool ends_like_prose(std::string_view line) {
  static Pattern const ending{R"([.?!다요]["”’')\]]*\s*$)"};
  return ending.found(line);
}

bool is_list_item(std::string_view line) {
  static Pattern const item{R"(^\s*([-•·*▶▷☞]|\d{1,2}[.)])\s)"};
  return item.found(line);
}

BlockKind kind_of(std::string_view line) {
  for (auto const& rule : rules())
    if (rule.pattern.found(line)) {
      bool const long_story = line.size() > 400 && rule.kind != BlockKind::copyright;
      if (!long_story)
        return rule.kind;
    }
  return BlockKind::body;
}

std::vector<Span> lines_of(std::string_view text) {
  std::vector<Span> lines;
  for (std::size_t at = 0; at < text.size();) {
    auto const stop = std::min(text.find('\n', at), text.size());
    if (auto const line = trim(text, {at, stop}); !line.empty())
      lines.push_back(line);
    at = stop + 1;
  }
  return lines;
}

// A hard-wrapped paragraph goes on where a line neither ends like prose nor is followed by a blank line, and the next
// begins in lower case.
void unwrap(std::string_view text, std::vector<Span>& lines) {
  std::vector<Span> joined;
  for (auto const line : lines) {
    bool const close = !joined.empty() && std::count(text.begin() + static_cast<std::ptrdiff_t>(joined.back().end),
                                                     text.begin() + static_cast<std::ptrdiff_t>(line.begin), '\n') == 1;
    char const head = text[line.begin];
    if (close && head >= 'a' && head <= 'z' && cut(text, joined.back()).size() > 40 &&
        !ends_like_prose(cut(text, joined.back())))
      joined.back().end = line.end;
    else
      joined.push_back(line);
  }
  lines = std::move(joined);
}

// Lines above the first paragraph that do not read like prose: the first is the title, the others subtitles.
void head_lines(Document& document) {
  bool titled = false;
  for (auto& block : document.blocks) {
    auto const line = cut(document.text, block.span);
    if (block.kind != BlockKind::body)
      continue;
    static Pattern const dateline{
        R"(^\s*(\[[^\]]{2,60}\]|\([^)]{2,40}\)|[A-Z][A-Z .,/]{2,40}(\([^)]*\))?\s*[-—–])\s*\S)"};
    if (titled && (line.size() > 260 || ends_like_prose(line) || dateline.found(line)))
      break;
    if (!titled && line.size() > 300)
      break;
    block.kind = titled ? BlockKind::subtitle : BlockKind::title;
    if (!titled && document.title.empty())
      document.title = squeeze(line);
    titled = true;
  }
}

// "[NewsSpace==JeongYoung Kim] ", "(서울=연합뉴스) 김견본 기자 = ", "SEOUL, Oct. 30 (Sample) -- ": furniture before the
// story.
std::size_t prefix_length(std::string_view line) {
  static Pattern const prefix{
      R"(^\s*(\[[^\]]{2,60}[=/｜|][^\]]{1,60}\]|\[[^\]\s]{2,20}\s\S{2,4}\s?(기자|특파원)\]|[\[(][^\])]{2,30}=[^\])]{2,30}[\])])(\s*[^\s=]{2,4}(·[^\s=]{2,4})*\s?(기자|특파원)\s*=?)?\s*)"};
  static Pattern const place_line{
      R"(^\s*[A-Z][A-Z.]+([ ,/]+[A-Z][A-Za-z.]+){0,4}(,? [A-Z][a-z]{2,8}\.? \d{1,2})?\s*(\([^)]{2,40}\))?\s*(—|–|--|-)\s+)"};
  Span const all{0, line.size()};
  if (auto const found = prefix.first(line, all))
    return (*found)[0].end;
  if (auto const found = place_line.first(line, all))
    return (*found)[0].end;
  return 0;
}

void type_lines(Document& document, std::vector<Span> const& lines) {
  bool in_related = false;
  for (auto const line : lines) {
    auto const words = cut(document.text, line);
    auto kind = kind_of(words);
    if (in_related && kind == BlockKind::body && (is_list_item(words) || !ends_like_prose(words)))
      kind = BlockKind::related;
    else
      in_related = false;
    in_related = in_related || kind == BlockKind::related;
    auto const furniture = kind == BlockKind::body ? prefix_length(words) : 0;
    if (furniture > 0)
      document.blocks.push_back({BlockKind::byline, trim(document.text, {line.begin, line.begin + furniture})});
    if (furniture < words.size())
      document.blocks.push_back({kind, {line.begin + furniture, line.end}});
  }
}

Moment date_in(std::string_view line) {
  static Pattern const numeric{R"(((?:19|20)\d\d)[-./년]\s?(\d{1,2})[-./월]\s?(\d{1,2}))"};
  static Pattern const english{
      R"((?i)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2}),? ((?:19|20)\d\d))"};
  static Pattern const british{
      R"((?i)(\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? ((?:19|20)\d\d))"};
  auto const number = [&](Span span) { return std::stoi(std::string{cut(line, span)}); };
  auto const month = [&](Span span) {
    static constexpr std::string_view names = "janfebmaraprmayjunjulaugsepoctnovdec";
    return static_cast<int>(names.find(lower(cut(line, span))) / 3) + 1;
  };
  Span const all{0, line.size()};
  int year = 0, mon = 0, day = 0;
  if (auto const m = numeric.first(line, all))
    year = number((*m)[1]), mon = number((*m)[2]), day = number((*m)[3]);
  else if (auto const e = english.first(line, all))
    year = number((*e)[3]), mon = month((*e)[1]), day = number((*e)[2]);
  else if (auto const b = british.first(line, all))
    year = number((*b)[3]), mon = month((*b)[2]), day = number((*b)[1]);
  using namespace std::chrono;
  year_month_day const ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(mon)},
                           std::chrono::day{static_cast<unsigned>(day)}};
  return year > 0 && ymd.ok() ? day_moment(sys_days{ymd}) : Moment{};
}

// The first date that stands in furniture is when the piece was published.
void find_date(Document& document) {
  for (auto const& block : document.blocks) {
    if (document.published.known())
      return;
    if (block.kind == BlockKind::date_line || block.kind == BlockKind::byline || block.kind == BlockKind::label)
      document.published = date_in(cut(document.text, block.span));
  }
}

void find_publisher(Document& document) {
  static Pattern const sources[] = {
      Pattern{R"((?i)^\W{0,3}(?:source|출처)\s*[:=]\s*([^,|]+))"},
      Pattern{R"(^\s*[\[(][가-힣]{2,8}(?:\([^)]*\))?=([^\]),=]{2,20})[\])])"},
      Pattern{R"(^\s*\[([^\]=\s]{2,40})=+[^\]]+\]|^\s*[\[(][^\])=]{2,20}=([^\])]{2,30})[\])])"},
      Pattern{R"(^By [^,|]{2,60}, ((?:The )?[A-Z][\w .&-]{2,40}))"},
      Pattern{
          R"((?:©|ⓒ|\(c\)|Copyright)\s*(?:©|ⓒ|\(c\))?\s*(?:\d{4}\s*)?((?:The )?[^.,©ⓒ|]{2,40}?)\s*(?:[.,|]|$|무단|All))"},
      Pattern{R"(^([^|]{2,30}?)\s*\|\s*(?:승인|입력|등록|기사입력))"},
      Pattern{R"(\|\s*(\S{2,12})\s\S{2,4}\s기자)"}};
  if (!document.publisher.empty())
    return;
  for (auto const& pattern : sources)
    for (auto const& block : document.blocks) {
      if (block.kind == BlockKind::body || block.kind == BlockKind::title)
        continue;
      if (auto const found = pattern.first(document.text, block.span)) {
        auto const name = (*found)[1].empty() ? found->back() : (*found)[1];
        document.publisher = squeeze(cut(document.text, name));
        return;
      }
    }
}

} // namespace

void lay_out(Document& document) {
  auto lines = lines_of(document.text);
  unwrap(document.text, lines);
  type_lines(document, lines);
  head_lines(document);
  find_date(document);
  find_publisher(document);
}

} // namespace attache::read::press
