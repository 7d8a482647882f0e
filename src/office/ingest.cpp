#include "office/ingest.h"

#include "model/sink.h"
#include "model/vocabulary.h"
#include "office/hash.h"
#include "office/intake.h"
#include "office/names_learnt.h"
#include "office/view.h"
#include "read/article/article.h"
#include "read/article/entry.h"
#include "read/csv.h"
#include "read/detect.h"
#include "read/ftm.h"
#include "read/icalendar.h"
#include "read/mail.h"
#include "read/senzing.h"
#include "read/vcard.h"
#include "resolve/identify.h"
#include "resolve/named_roles.h"
#include "resolve/profile.h"

#include <fmt/format.h>

namespace attache::office {
namespace {

using read::Format;

// Recurring appointments are expanded this far beyond today.
constexpr auto expansion = std::chrono::days{400};

// Reads `bytes` into the intake with the reader of its format.
Result<void> read_records(Office const& office, Format format, std::string_view bytes, std::string_view name,
                          read::OfTitles const& titles, Sink const& sink) {
  switch (format) {
  case Format::vcard: return read::vcard(bytes, name, sink);
  case Format::icalendar:
    return read::icalendar(bytes, name, std::chrono::floor<std::chrono::days>(office.now) + expansion, sink, titles);
  case Format::mail: return read::mail(bytes, name, sink);
  case Format::ftm_json: return read::ftm(bytes, name, sink);
  case Format::senzing_json: return read::senzing(bytes, name, sink);
  default: return read::csv(bytes, name, sink, titles);
  }
}

// The names that the office knows already sharpen the reading of an article, and of a calendar's titles.
read::Known known_names(View const& view) {
  read::Known known;
  for (auto const& person : view.network.people)
    if (!person.press_only)
      known.people.push_back(person.name);
  for (auto const& organisation : view.network.organisations)
    known.organisations.push_back(organisation.name);
  return known;
}

// Whose calendar is read, and how its titles are.
struct Calendar {
  read::OfTitles titles;
  RecordId owner{}; // 0: nobody's
};

Result<Calendar> calendar_of(Office const& office, std::string_view whose) {
  auto const view = TRY(load(office, {.as_of = office.now}));
  auto const& network = view.network;
  auto who = PersonId{};
  if (whose.empty() && network.principals.size() == 1)
    who = network.principal;
  else if (!whose.empty() && whose != "nobody")
    who = TRY(find_person(view, whose));
  auto known = known_names(view);
  Calendar calendar;
  if (auto const* const person = attache::find_person(network, who)) {
    calendar.titles.owner = person->name;
    calendar.owner = person->records.front();
    for (auto const& fact : person->facts)
      if (fact.property == property::name || fact.property == property::alias)
        known.owner.push_back(fact.value);
  }
  calendar.titles.find_guests = read::title_reader(std::move(known));
  return calendar;
}

struct Reading {
  Format format{};
  std::string hash;
  std::string_view calendar_of;
};

Result<Imported> ingest_article(Office const& office, std::string_view bytes, std::string_view name,
                                Reading const& reading) {
  auto const known = known_names(TRY(load(office, {.as_of = office.now})));
  auto article = TRY(read::article(bytes, name, known));
  article.source.hash = reading.hash;
  article.source.name = name;
  article.source.read_at = office.now;
  auto intake = TRY(Intake::begin(office, article.source));
  TRY(intake.add(std::move(article.batch)));
  return intake.commit();
}

Result<Imported> ingest_records(Office const& office, std::string_view bytes, std::string_view name,
                                Reading const& reading) {
  auto const kind = std::string{to_string(reading.format)};
  auto intake = TRY(
      Intake::begin(office, {.hash = reading.hash,
                             .kind = kind,
                             .name = std::string{name},
                             .feed = reading.format == Format::mail ? std::string{} : fmt::format("{}:{}", kind, name),
                             .read_at = office.now}));
  auto const calendar = read::is_calendar(kind) ? TRY(calendar_of(office, reading.calendar_of)) : Calendar{};
  auto own = RecordId{};
  TRY(read_records(office, reading.format, bytes, name, calendar.titles, [&](Batch&& batch) {
    for (auto const& record : batch.records)
      if (record.kind == RecordKind::person && record.key == read::owner_key && calendar.owner != RecordId{})
        own = record.id;
    resolve::add_named_roles(batch);
    return intake.add(std::move(batch));
  }));
  if (own != RecordId{})
    TRY(intake.join(own, calendar.owner, "whose calendar it is",
                    {.field = "calendar", .detail = fmt::format("{} is a calendar of theirs", name), .bits = 20}));
  return intake.commit();
}

Result<Imported> ingest_as(Office const& office, std::string_view bytes, std::string_view name,
                           Reading const& reading) {
  switch (reading.format) {
  case Format::article_html:
  case Format::article_text: return ingest_article(office, bytes, name, reading);
  case Format::trip_toml:
    return fail(Fault::input, "a trip is planned, not read", {}, fmt::format("attache plan {}", name));
  case Format::unknown:
    return fail(
        Fault::input, "the format is none that attache reads", {},
        "attache reads .vcf .ics .mbox .eml .csv, FollowTheMoney and Senzing JSON, and articles as .txt or .html");
  default: return ingest_records(office, bytes, name, reading);
  }
}

} // namespace

Result<Imported> ingest(Office const& office, std::string_view bytes, std::string_view name,
                        std::string_view calendar_of) {
  Reading const reading{.format = read::detect(bytes, name), .hash = sha256(bytes), .calendar_of = calendar_of};
  auto const kind = std::string{to_string(reading.format)};
  if (auto const known = TRY(office.store.find_source(reading.hash)))
    return Imported{.name = std::string{name}, .kind = kind, .source = *known, .known_already = true};
  auto imported = ingest_as(office, bytes, name, reading);
  if (!imported && (imported.error().fault == Fault::input || imported.error().fault == Fault::not_found)) {
    auto const& error = imported.error();
    return Imported{.name = std::string{name},
                    .kind = kind,
                    .not_read = error.what + (error.hint.empty() ? "" : "; " + error.hint)};
  }
  return imported;
}

Result<Resolved> resolve_identities(Office const& office) {
  auto const records = TRY(office.store.records(keep::always));
  auto const claims = TRY(office.store.claims({}));
  auto const sources = TRY(office.store.sources(keep::always));
  auto const decisions = TRY(office.store.decisions(keep::always));
  auto const learnt = TRY(names_learnt(office, sources));
  auto const found =
      resolve::identify(resolve::profiles(records, claims, sources), decisions, learnt.get(), office.each);
  Resolved const resolved{.merged = static_cast<std::int64_t>(found.decisions.size()),
                          .parted = static_cast<std::int64_t>(found.withdrawn.size()),
                          .questions = static_cast<std::int64_t>(found.questions.size())};
  if (found.decisions.empty() && found.withdrawn.empty())
    return resolved;
  auto const writer = TRY(office.store.begin({.what = "find out who is who", .by = "attache", .at = office.now}));
  for (auto const* const taken : {&found.withdrawn, &found.decisions})
    for (auto const& decision : *taken)
      TRY(writer->decide(decision));
  TRY(writer->commit());
  return resolved;
}

} // namespace attache::office
