#include "read/article/when.h"

#include "read/article/pattern.h"

#include <algorithm>
#include <charconv>

namespace attache::read::press {

namespace {

int integer(std::string_view words) {
  int value = 0;
  std::from_chars(words.data(), words.data() + words.size(), value);
  return value;
}

struct Reader {
  std::string_view text;
  Span within;
  Clock const& clock;
  std::vector<When> found;

  void add(Span span, Moment from, Moment to, bool derived) {
    if (!from.known() || std::ranges::any_of(found, [&](When const& w) { return w.span.overlaps(span); }))
      return;
    found.push_back({.span = span, .from = from, .to = to, .derived = derived});
  }

  [[nodiscard]] int number(Span span) const { return span.empty() ? 0 : integer(cut(text, span)); }

  // 작년, 지난해, 올해, 내년, 2018년: a year, or 0.
  [[nodiscard]] int year(Span words) const {
    auto const w = cut(text, words);
    auto const stated = integer(w);
    if (stated > 1000)
      return stated;
    if (!clock.published.known())
      return 0;
    auto const now = year_of(clock.published);
    if (w.starts_with("작년") || w.starts_with("지난해"))
      return now - 1;
    if (w.starts_with("재작년"))
      return now - 2;
    return w.starts_with("내년") ? now + 1 : now;
  }

  // 지난달, 이달, 다음 달, 5월: the first day of that month, or unknown.
  [[nodiscard]] Moment month(Span year_words, Span words) const {
    auto const w = cut(text, words);
    if (auto const m = integer(w); m > 0) {
      auto y = year_words.empty() ? 0 : year(year_words);
      if (y == 0 && clock.published.known()) {
        y = year_of(clock.published);
        if (!clock.future && m > month_of(clock.published) + 1)
          --y;
        if (clock.future && m < month_of(clock.published))
          ++y;
      }
      return m <= 12 && y > 0 ? month_moment(y, m) : Moment{};
    }
    if (w.starts_with("지난달") || w.starts_with("지난 달") || w.starts_with("전달"))
      return month_shifted(clock.published, -1);
    return month_shifted(clock.published, w.starts_with("다음") || w.starts_with("내달") ? 1 : 0);
  }

  // 5월 10일, 지난달 3일, 오는 20일, 26일부터 28일까지, 1~3일, 12일(현지시간).
  void days() {
    static Pattern const pattern{
        R"((?<![\d.])(?<!박)(?<!박\s)(?:((?:19|20)\d\d년|지난해|작년|올해|내년)\s?)?(?:(\d{1,2}월|지난\s?달|이달|이번\s?달|다음\s?달|내달)\s?)?((?:지난|오는|다가오는)\s)?(\d{1,2})(?:일)?(?:(?:\s?[~∼\-–]\s?|일부터\s|일에서\s)(?:(\d{1,2})월\s?)?(\d{1,2}))?일(?!\s?(?:간|동안|째|만에|가량|이상|정도|여|짜리|차|보|러))(?:\([^)]{2,12}\))?)"};
    for (auto const& m : pattern.all(text, within)) {
      Clock local = clock;
      auto const lead = cut(text, m[3]);
      local.future = lead.starts_with("지난") ? false : clock.future || !lead.empty();
      bool const in_month = !m[2].empty();
      auto const base = in_month ? month(m[1], m[2]) : Moment{};
      if (in_month && !base.known())
        continue;
      auto const from =
          in_month ? make_day(year_of(base), month_of(base), number(m[4])) : day_of_month(number(m[4]), local);
      if (!from.known())
        continue;
      auto const to =
          m[6].empty() ? from : make_day(year_of(from), m[5].empty() ? month_of(from) : number(m[5]), number(m[6]));
      add(m[0], from, to.known() && to >= from ? to : from, m[1].empty());
    }
  }

  void numeric() {
    static Pattern const pattern{R"((?<!\d)((?:19|20)\d\d)[-./]\s?(\d{1,2})[-./]\s?(\d{1,2})(?!\d))"};
    for (auto const& m : pattern.all(text, within))
      add(m[0], make_day(number(m[1]), number(m[2]), number(m[3])), make_day(number(m[1]), number(m[2]), number(m[3])),
          false);
  }

  void relative() {
    static Pattern const same{R"((?:이날|같은 ?날|당일)(?![가-힣]{2}))"};
    static Pattern const today{R"((?<![가-힣])(?:오늘|금일)(?![가-힣]{3}))"};
    static Pattern const yesterday{R"((?<![가-힣])(?:어제|전날|전일)(?![가-힣]{2}))"};
    static Pattern const tomorrow{R"((?<![가-힣])(?:내일|이튿날|다음 ?날)(?![가-힣]{2}))"};
    static Pattern const two_days_ago{R"((?<![가-힣])그저께)"};
    static Pattern const weekday{R"((?:(지난주|이번 ?주|다음 ?주|지난|오는)\s)([월화수목금토일])요일)"};
    static Pattern const week{R"((지난주|이번 ?주|다음 ?주)(?!\s?[월화수목금토일]요일))"};
    auto const mark = [&](Pattern const& pattern, Moment day) {
      for (auto const& m : pattern.all(text, within))
        add(m[0], day, day, true);
    };
    mark(same, clock.last.known() ? clock.last : shifted(clock.published, 0));
    mark(today, shifted(clock.published, 0));
    auto const pivot = clock.last.known() ? clock.last : clock.published;
    for (auto const& m : yesterday.all(text, within))
      add(m[0], shifted(cut(text, m[0]).starts_with("어제") ? clock.published : pivot, -1),
          shifted(cut(text, m[0]).starts_with("어제") ? clock.published : pivot, -1), true);
    mark(tomorrow, shifted(clock.published, 1));
    mark(two_days_ago, shifted(clock.published, -2));
    if (!clock.published.known())
      return;
    auto const iso = static_cast<int>(
        std::chrono::weekday{std::chrono::floor<std::chrono::days>(clock.published.at)}.iso_encoding());
    auto const step = [](std::string_view w) { return w.starts_with("지난") ? -7 : w.starts_with("이번") ? 0 : 7; };
    for (auto const& m : weekday.all(text, within)) {
      static constexpr std::string_view names = "월화수목금토일";
      auto const wanted = static_cast<int>(names.find(cut(text, m[2])) / 3) + 1;
      auto const which = cut(text, m[1]);
      auto const offset = which == "지난"   ? -((iso - wanted + 6) % 7 + 1)
                          : which == "오는" ? (wanted - iso + 6) % 7 + 1
                                            : step(which) - iso + wanted;
      add(m[0], shifted(clock.published, offset), shifted(clock.published, offset), true);
    }
    for (auto const& m : week.all(text, within)) {
      auto const monday = shifted(clock.published, step(cut(text, m[1])) - iso + 1);
      add(m[0], monday, shifted(monday, 6), true);
    }
  }

  void coarse() {
    static Pattern const month_pattern{
        R"((?<![\d.])(?:((?:19|20)\d\d년|지난해|작년|올해|내년)\s?)?(\d{1,2}월|지난달|이달|이번 달|다음 ?달|내달)(?!\s?\d))"};
    static Pattern const year_pattern{R"((?<!\d)((?:19|20)\d\d년|지난해|작년|올해|내년)(?!\s?(?:\d{1,2}월|대|도)))"};
    for (auto const& m : month_pattern.all(text, within)) {
      auto const in = month(m[1], m[2]);
      add(m[0], in, in, m[1].empty());
    }
    for (auto const& m : year_pattern.all(text, within))
      if (auto const y = year(m[1]); y > 0)
        add(m[0], year_moment(y), year_moment(y), integer(cut(text, m[1])) == 0);
  }
};

} // namespace

std::vector<When> korean_dates(std::string_view text, Span within, Clock const& clock) {
  Reader reader{text, within, clock, {}};
  reader.numeric();
  reader.days();
  reader.relative();
  reader.coarse();
  std::ranges::sort(reader.found, [](When const& a, When const& b) { return a.span.begin < b.span.begin; });
  return reader.found;
}

} // namespace attache::read::press
