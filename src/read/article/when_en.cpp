#include "read/article/when.h"

#include "read/article/pattern.h"

#include <algorithm>
#include <charconv>

namespace attache::read::press {

namespace {

constexpr auto months = "January|February|March|April|May|June|July|August|September|October|November|December";

int integer(std::string_view words) {
  int value = 0;
  std::from_chars(words.data(), words.data() + words.size(), value);
  return value;
}

int month_number(std::string_view name) {
  static constexpr std::string_view names = "janfebmaraprmayjunjulaugsepoctnovdec";
  auto const at = names.find(lower(name.substr(0, 3)));
  return at == names.npos ? 0 : static_cast<int>(at / 3) + 1;
}

int count_word(std::string_view word) {
  static Words const numbers{"zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"};
  auto const& list = numbers.listed();
  auto const found = std::ranges::find(list, lower(word));
  return found == list.end() ? (lower(word) == "a" ? 1 : integer(word)) : static_cast<int>(found - list.begin());
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

  // The year that "May 10" means: the one in which it lies nearest before (or after) publication.
  [[nodiscard]] int likely_year(int month, int day) const {
    if (!clock.published.known())
      return 0;
    auto const year = year_of(clock.published);
    auto const here = make_day(year, month, day > 0 ? day : 1);
    if (!clock.future && here > end_moment())
      return year - 1;
    if (clock.future && here < clock.published && month < month_of(clock.published))
      return year + 1;
    return year;
  }
  [[nodiscard]] Moment end_moment() const { return shifted(clock.published, clock.published.known() ? 31 : 0); }

  // "from May 10 to 12", "May 10-12, 2023", "May 10", "10 May 2023".
  void month_days() {
    static std::string const m =
        std::string{"(?:"} + months + "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)";
    static Pattern const american{("\\b(" + m +
                                   R"() (\d{1,2})(?:st|nd|rd|th)?(?:(?:\s?[-–]\s?| to | through | until )(?:()" + m +
                                   R"() )?(\d{1,2})(?:st|nd|rd|th)?)?(?:,? ((?:19|20)\d\d))?\b)")
                                      .c_str()};
    static Pattern const british{
        (R"(\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ()" + m + R"()(?:,? ((?:19|20)\d\d))?\b)").c_str()};
    for (auto const& match : american.all(text, within)) {
      auto const month = month_number(cut(text, match[1]));
      auto const day = integer(cut(text, match[2]));
      if (match[4].empty() && day > 31)
        continue;
      auto const stated = !match[5].empty();
      auto const year = stated ? integer(cut(text, match[5])) : likely_year(month, day);
      auto const last = match[4].empty() ? Moment{}
                                         : make_day(year, match[3].empty() ? month : month_number(cut(text, match[3])),
                                                    integer(cut(text, match[4])));
      auto const from = make_day(year, month, day);
      add(match[0], from, last.known() ? last : from, !stated);
    }
    for (auto const& match : british.all(text, within)) {
      auto const month = month_number(cut(text, match[2]));
      auto const day = integer(cut(text, match[1]));
      auto const stated = !match[3].empty();
      auto const from = make_day(stated ? integer(cut(text, match[3])) : likely_year(month, day), month, day);
      add(match[0], from, from, !stated);
    }
  }

  void iso() {
    static Pattern const pattern{R"(\b((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})\b)"};
    for (auto const& m : pattern.all(text, within)) {
      auto const from = make_day(integer(cut(text, m[1])), integer(cut(text, m[2])), integer(cut(text, m[3])));
      add(m[0], from, from, false);
    }
  }

  void ordinal_days() {
    static Pattern const pattern{
        R"(\b(?:on |since |until |by )?the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:century|floor|anniversary|birthday|time|edition|annual|largest|place|year|generation|straight|consecutive|\w+ (?:summit|forum|meeting)))(?: of last month)?)"};
    for (auto const& m : pattern.all(text, within)) {
      auto const day = day_of_month(integer(cut(text, m[1])), clock);
      add(m[0], day, day, true);
    }
  }

  void weekdays() {
    static Pattern const pattern{
        R"(\b(?:on )?((?:last|next|this|the following|earlier this week on) )?(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"};
    static Words const names{"Sun|Mon|Tues|Wednes|Thurs|Fri|Satur"};
    if (!clock.published.known())
      return;
    auto const today =
        static_cast<int>(std::chrono::weekday{std::chrono::floor<std::chrono::days>(clock.published.at)}.c_encoding());
    for (auto const& m : pattern.all(text, within)) {
      auto const& list = names.listed();
      auto const wanted = static_cast<int>(std::ranges::find(list, cut(text, m[2])) - list.begin());
      auto const which = lower(cut(text, m[1]));
      bool const next = clock.future || which.starts_with("next");
      auto days = next ? (wanted - today + 7) % 7 : -((today - wanted + 7) % 7);
      if (days == 0 && which.starts_with("next"))
        days = 7;
      if (days == 0 && which.starts_with("last"))
        days = -7;
      add(m[0], shifted(clock.published, days), shifted(clock.published, days), true);
    }
  }

  void near_days() {
    static Pattern const today{
        R"((?i)\b(?:today|this (?:morning|afternoon|evening)|tonight|earlier in the day|later in the day|(?:part|highlight|rest|end|course) of the day)\b)"};
    static Pattern const same{R"((?i)\b(?:the same day|that day|that (?:evening|morning|afternoon|night))\b)"};
    static Pattern const yesterday{R"((?i)\b(?:yesterday|last night|the previous day|the day before)\b)"};
    static Pattern const tomorrow{R"((?i)\b(?:tomorrow)\b)"};
    static Pattern const ago{R"((?i)\b(\d+|two|three|four|five|six|seven|ten) (day|week|month|year)s? ago\b)"};
    auto const mark = [&](Pattern const& pattern, Moment day) {
      for (auto const& m : pattern.all(text, within))
        add(m[0], day, day, true);
    };
    mark(today, shifted(clock.published, 0));
    mark(same, clock.last.known() ? clock.last : shifted(clock.published, 0));
    mark(yesterday, shifted(clock.published, -1));
    mark(tomorrow, shifted(clock.published, 1));
    if (!clock.published.known())
      return;
    for (auto const& m : ago.all(text, within)) {
      auto const n = std::min(count_word(cut(text, m[1])), 100);
      auto const unit = lower(cut(text, m[2]));
      auto const then = unit == "day"     ? shifted(clock.published, -n)
                        : unit == "week"  ? shifted(clock.published, -7 * n)
                        : unit == "month" ? month_shifted(clock.published, -n)
                                          : year_moment(year_of(clock.published) - n);
      add(m[0], then, then, true);
    }
  }

  void spans() {
    static Pattern const pattern{R"((?i)\b(last|this|next|earlier this|later this) (week|month|year)\b)"};
    if (!clock.published.known())
      return;
    for (auto const& m : pattern.all(text, within)) {
      auto const which = lower(cut(text, m[1]));
      auto const unit = lower(cut(text, m[2]));
      int const step = which == "last" ? -1 : which == "next" ? 1 : 0;
      auto const today = static_cast<int>(
          std::chrono::weekday{std::chrono::floor<std::chrono::days>(clock.published.at)}.iso_encoding());
      auto const from = unit == "week"    ? shifted(clock.published, 7 * step - today + 1)
                        : unit == "month" ? month_shifted(clock.published, step)
                                          : year_moment(year_of(clock.published) + step);
      add(m[0], from, unit == "week" ? shifted(from, 6) : from, true);
    }
  }

  void coarse() {
    static Pattern const month{
        (std::string{R"(\b(?:in |last |this |since |early |late |mid-)*()"} + months + R"()(?:,? ((?:19|20)\d\d))?\b)")
            .c_str()};
    static Pattern const year{R"(\b(?:[Ii]n|[Ss]ince|[Dd]uring|early|late|of) ((?:19|20)\d\d)\b)"};
    for (auto const& m : month.all(text, within)) {
      auto const number = month_number(cut(text, m[1]));
      bool const stated = !m[2].empty();
      if (cut(text, m[0]) == "May" && (m[0].begin == within.begin || !stated))
        continue;
      auto const y = stated ? integer(cut(text, m[2])) : likely_year(number, 0);
      if (y > 0)
        add(m[0], month_moment(y, number), month_moment(y, number), !stated);
    }
    for (auto const& m : year.all(text, within)) {
      auto const y = integer(cut(text, m[1]));
      add(m[0], year_moment(y), year_moment(y), false);
    }
  }
};

} // namespace

std::vector<When> english_dates(std::string_view text, Span within, Clock const& clock) {
  Reader reader{text, within, clock, {}};
  reader.iso();
  reader.month_days();
  reader.ordinal_days();
  reader.weekdays();
  reader.near_days();
  reader.spans();
  reader.coarse();
  std::ranges::sort(reader.found, [](When const& a, When const& b) { return a.span.begin < b.span.begin; });
  return reader.found;
}

} // namespace attache::read::press
