#include "keep/sqlite/pack.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <fmt/format.h>

namespace attache::keep::sqlite {
namespace {

constexpr std::ptrdiff_t looked_at = 64;               // forms; where there are more, some are written again
constexpr std::size_t short_text = 8, long_text = 120; // bytes: what is shared, and what never is

std::int64_t seconds(Moment const& moment) { return moment.at.time_since_epoch().count(); }

// How many digits at the end of a locator are a number that comes back as it was written.
std::size_t digits_at_end(std::string const& locator) {
  std::size_t digits = 0;
  while (digits < locator.size() && digits < 18 && locator[locator.size() - digits - 1] >= '0' &&
         locator[locator.size() - digits - 1] <= '9')
    ++digits;
  while (digits > 1 && locator[locator.size() - digits] == '0')
    --digits;
  return digits;
}

std::int64_t number_at_end(std::string const& locator, std::size_t digits) {
  std::int64_t value = 0;
  std::from_chars(locator.data() + locator.size() - digits, locator.data() + locator.size(), value);
  return value;
}

bool has_form(Claim const& claim, Form const& form, std::size_t digits) {
  return claim.property == form.property && claim.realis == form.realis && claim.status == form.status &&
         claim.valid.from.precision == form.from && claim.valid.to.precision == form.to &&
         claim.derived == form.derived &&
         std::bit_cast<std::uint64_t>(claim.confidence) == std::bit_cast<std::uint64_t>(form.confidence) &&
         (digits > 0) == form.numbered &&
         std::string_view{claim.evidence.locator}.substr(0, claim.evidence.locator.size() - digits) == form.place &&
         claim.valid.zone == form.zone && claim.attribution == form.attribution;
}

Form form_of(Claim const& claim, std::size_t digits) {
  return {.property = claim.property,
          .attribution = claim.attribution,
          .realis = claim.realis,
          .from = claim.valid.from.precision,
          .to = claim.valid.to.precision,
          .zone = claim.valid.zone,
          .confidence = claim.confidence,
          .derived = claim.derived,
          .status = claim.status,
          .place = claim.evidence.locator.substr(0, claim.evidence.locator.size() - digits),
          .numbered = digits > 0};
}

void write(ColumnWriter& out, Form const& form) {
  out.text(form.property);
  out.natural(static_cast<std::uint64_t>(form.attribution.voice));
  out.text(form.attribution.name);
  out.text(form.attribution.cue);
  out.natural(form.attribution.hedged ? 1 : 0);
  out.natural(static_cast<std::uint64_t>(form.realis));
  out.natural(static_cast<std::uint64_t>(form.from));
  out.natural(static_cast<std::uint64_t>(form.to));
  out.text(form.zone);
  out.natural(std::bit_cast<std::uint64_t>(form.confidence));
  out.natural(form.derived ? 1 : 0);
  out.natural(static_cast<std::uint64_t>(form.status));
  out.text(form.place);
  out.natural(form.numbered ? 1 : 0);
}

template <class Enum>
Enum code(ColumnReader& in, Enum last, bool& good) {
  auto const value = in.natural();
  good = good && value <= static_cast<std::uint64_t>(last);
  return static_cast<Enum>(good ? value : 0);
}

Form read_form(ColumnReader& in, bool& good) {
  Form form;
  form.property = in.text();
  form.attribution.voice = code(in, Voice::unspecified, good);
  form.attribution.name = in.text();
  form.attribution.cue = in.text();
  form.attribution.hedged = in.natural() != 0;
  form.realis = code(in, Realis::photo, good);
  form.from = code(in, Precision::minute, good);
  form.to = code(in, Precision::minute, good);
  form.zone = in.text();
  form.confidence = std::bit_cast<double>(in.natural());
  form.derived = in.natural() != 0;
  form.status = code(in, Status::retracted, good);
  form.place = in.text();
  form.numbered = in.natural() != 0;
  good = good && in.good();
  return form;
}

// The forms of the claims that are packed; the one that followed the last time is looked at first.
class Forms {
public:
  std::size_t of(Claim const& claim, std::size_t digits) {
    auto& next = after_.empty() ? first_ : after_[last_];
    if (next < forms_.size() && has_form(claim, forms_[next], digits))
      return last_ = next;
    auto const latest = forms_.end() - std::min<std::ptrdiff_t>(std::ssize(forms_), looked_at);
    auto const found =
        std::find_if(latest, forms_.end(), [&](Form const& form) { return has_form(claim, form, digits); });
    auto const at = static_cast<std::size_t>(found - forms_.begin());
    if (found == forms_.end()) {
      forms_.push_back(form_of(claim, digits));
      if (!after_.empty())
        after_[last_] = at;
      after_.push_back(0);
    } else {
      next = at;
    }
    return last_ = at;
  }
  [[nodiscard]] std::vector<Form> const& all() const { return forms_; }

private:
  std::vector<Form> forms_;
  std::vector<std::size_t> after_;
  std::size_t last_ = 0, first_ = 0;
};

// The largest of a day, an hour, a minute and a second that measures every time.
std::int64_t unit_of(std::span<Claim const> claims) {
  std::int64_t unit = 86400;
  for (auto const& claim : claims)
    for (auto const* const moment : {&claim.valid.from, &claim.valid.to})
      while (seconds(*moment) % unit != 0)
        unit = unit == 86400 ? 3600 : unit == 3600 ? 60 : 1;
  return unit;
}

bool is_shared(Claim const& claim) {
  return claim.value.size() <= short_text || (number(claim.object) != 0 && claim.value.size() <= long_text);
}

// Differences are taken modulo 2^64, so that no number is too large for them.
std::int64_t difference(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
std::int64_t sum(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

struct Columns {
  ColumnWriter form, subject, object, value, words, locator, begin, length, quote, from, lasting;
  std::int64_t last_subject = 0, last_locator = 0, last_from = 0;
  std::uint64_t last_begin = 0;

  void add_value(Claim const& claim, SharedTexts& texts) {
    if (is_shared(claim))
      return value.natural(2 * texts.number(claim.value) + 1);
    value.natural(2 * claim.value.size());
    words.append(claim.value);
  }
  void add_place(Evidence const& evidence, std::size_t digits) {
    if (digits > 0) {
      auto const line = number_at_end(evidence.locator, digits);
      locator.number(difference(line, last_locator));
      last_locator = line;
    }
    begin.number(static_cast<std::int64_t>(evidence.begin - last_begin));
    length.number(static_cast<std::int64_t>(evidence.end - evidence.begin));
    last_begin = evidence.begin;
    quote.text(evidence.quote);
  }
  void add_time(Interval const& valid, std::int64_t unit) {
    from.number(difference(seconds(valid.from) / unit, last_from));
    last_from = seconds(valid.from) / unit;
    auto const to = seconds(valid.to) / unit;
    lasting.number(valid.to.known() ? difference(to, last_from) : to);
  }
};

} // namespace

std::uint64_t SharedTexts::number(std::string const& text) {
  auto const [at, fresh] = numbers_.try_emplace(text, numbers_.size());
  if (fresh)
    fresh_.text(text);
  return at->second;
}

std::string SharedTexts::take_fresh() {
  auto const fresh = std::exchange(fresh_, {});
  return fresh.bytes().empty() ? std::string{} : deflated(fresh.bytes());
}

bool add_texts(std::vector<std::string>& texts, std::string_view bytes) {
  if (bytes.empty())
    return true;
  auto const plain = inflated(bytes);
  if (!plain)
    return false;
  ColumnReader in{*plain};
  while (in.good() && !in.rest().empty())
    texts.emplace_back(in.text());
  return in.good();
}

std::string pack_records(std::span<Record const> records) {
  ColumnWriter kinds, keys, all;
  for (auto const& record : records) {
    kinds.natural(static_cast<std::uint64_t>(record.kind));
    keys.text(record.key);
  }
  all.text(kinds.bytes());
  all.append(keys.bytes());
  return deflated(all.bytes());
}

std::optional<std::vector<Record>> unpack_records(std::string_view bytes, RecordId first, SourceId source) {
  auto const plain = inflated(bytes);
  if (!plain)
    return std::nullopt;
  std::vector<Record> records;
  auto good = true;
  ColumnReader keys{*plain};
  ColumnReader kinds{keys.text()};
  while (good && keys.good() && !keys.rest().empty())
    records.push_back({.id = RecordId{number(first) + std::ssize(records)},
                       .source = source,
                       .kind = code(kinds, RecordKind::trip, good),
                       .key = std::string{keys.text()}});
  if (!good || !keys.good() || !kinds.good() || !kinds.rest().empty())
    return std::nullopt;
  return records;
}

std::string pack_claims(std::span<Claim const> claims, SharedTexts& texts) {
  Forms forms;
  Columns columns;
  auto const unit = unit_of(claims);
  for (auto const& claim : claims) {
    auto const digits = digits_at_end(claim.evidence.locator);
    columns.form.natural(forms.of(claim, digits));
    columns.subject.number(difference(number(claim.subject), columns.last_subject));
    columns.last_subject = number(claim.subject);
    columns.object.number(number(claim.object));
    columns.add_value(claim, texts);
    columns.add_place(claim.evidence, digits);
    columns.add_time(claim.valid, unit);
  }
  ColumnWriter all;
  all.natural(claims.size());
  all.number(unit);
  all.natural(forms.all().size());
  for (auto const& form : forms.all())
    write(all, form);
  for (auto const* const column :
       {&columns.form, &columns.subject, &columns.object, &columns.value, &columns.words, &columns.locator,
        &columns.begin, &columns.length, &columns.quote, &columns.from, &columns.lasting})
    all.text(column->bytes());
  return deflated(all.bytes());
}

std::optional<ClaimPack> ClaimPack::read(std::string_view bytes, std::vector<std::string> const& texts) {
  auto plain = inflated(bytes);
  if (!plain)
    return std::nullopt;
  ClaimPack pack;
  // The columns look into these bytes, which must stay where they are when the pack is moved.
  pack.plain_ = std::make_shared<std::string const>(*std::move(plain));
  pack.texts_ = &texts;
  ColumnReader in{*pack.plain_};
  pack.size_ = in.natural();
  pack.unit_ = in.number();
  for (auto left = in.natural(); left > 0 && in.good() && pack.good_; --left)
    pack.forms_.push_back(read_form(in, pack.good_));
  for (auto* const column : {&pack.form_, &pack.subject_, &pack.object_, &pack.value_, &pack.words_, &pack.locator_,
                             &pack.begin_, &pack.length_, &pack.quote_, &pack.from_, &pack.lasting_})
    *column = ColumnReader{in.text()};
  // Every claim has at least a byte of its form.
  if (!in.good() || !in.rest().empty() || !pack.good_ || pack.size_ > pack.form_.rest().size())
    return std::nullopt;
  return pack;
}

PackedClaim ClaimPack::next() {
  auto& one = last_;
  one.form = form_.natural();
  good_ = good_ && one.form < forms_.size();
  if (!good_)
    return {};
  one.subject = sum(one.subject, subject_.number());
  one.object = object_.number();
  auto const value = value_.natural();
  if (value % 2 == 0)
    one.value = words_.take(value / 2);
  else if (good_ = value / 2 < texts_->size(); good_)
    one.value = (*texts_)[value / 2];
  if (forms_[one.form].numbered)
    one.locator = sum(one.locator, locator_.number());
  one.begin += static_cast<std::uint64_t>(begin_.number());
  one.end = one.begin + static_cast<std::uint64_t>(length_.number());
  one.quote = quote_.text();
  one.from = sum(one.from, from_.number());
  auto const lasting = lasting_.number();
  one.to = forms_[one.form].to == Precision::unknown ? lasting : sum(one.from, lasting);
  for (auto const* const column :
       {&form_, &subject_, &object_, &value_, &words_, &locator_, &begin_, &length_, &quote_, &from_, &lasting_})
    good_ = good_ && column->good();
  return one;
}

Claim ClaimPack::claim(PackedClaim const& one) const {
  auto const& form = forms_[one.form];
  auto const at = [&](std::int64_t time) {
    return Instant{std::chrono::seconds{
        static_cast<std::int64_t>(static_cast<std::uint64_t>(time) * static_cast<std::uint64_t>(unit_))}};
  };
  return {.subject = RecordId{one.subject},
          .property = form.property,
          .object = RecordId{one.object},
          .value = std::string{one.value},
          .evidence = {.locator = form.numbered ? form.place + fmt::format_int(one.locator).str() : form.place,
                       .begin = one.begin,
                       .end = one.end,
                       .quote = std::string{one.quote}},
          .attribution = form.attribution,
          .realis = form.realis,
          .valid = {.from = {.at = at(one.from), .precision = form.from},
                    .to = {.at = at(one.to), .precision = form.to},
                    .zone = form.zone},
          .confidence = form.confidence,
          .derived = form.derived,
          .status = form.status};
}

} // namespace attache::keep::sqlite
