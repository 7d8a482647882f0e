#include "office/documents.h"

#include "office/briefing.h"
#include "report/book.h"
#include "report/ics.h"
#include "report/recap.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace attache::office {
namespace {

// How many plans of this trip have been kept: RFC 5546 wants a number that grows with every change.
Result<int> sequence(Office const& office, KeptTrip const& kept) {
  int count = 0;
  for (auto const& source : TRY(office.store.sources(keep::always)))
    count += source.kind == "plan" && source.feed == "plan:" + kept.id ? 1 : 0;
  return std::max(0, count - 1);
}

constexpr std::string_view calendar_type = "text/calendar; charset=utf-8";

// The plan of the trip that the newest one replaced; nothing if it is the first.
Result<std::optional<KeptTrip>> plan_before(Office const& office, KeptTrip const& kept) {
  std::optional<SourceId> before;
  for (auto const& source : TRY(office.store.sources(keep::always)))
    if (source.kind == "plan" && source.feed == "plan:" + kept.id && number(source.id) < number(kept.source))
      before = source.id;
  if (!before)
    return std::optional<KeptTrip>{};
  return std::optional{TRY(read_kept_trip(TRY(office.store.load_source(*before)).text))};
}

struct Writer {
  std::string name, media_type;
  Result<std::string> (*write)(Office const& office, KeptTrip const& kept, View const& view);
};

std::vector<Writer> const& writers() {
  static std::vector<Writer> const all{
      {"trip.ics", "text/calendar; charset=utf-8",
       [](Office const& office, KeptTrip const& kept, View const& view) -> Result<std::string> {
         return report::itinerary_ics(itinerary(kept, view, TRY(sequence(office, kept))));
       }},
      {"book.html", "text/html; charset=utf-8",
       [](Office const&, KeptTrip const& kept, View const& view) -> Result<std::string> {
         return report::book_html(brief(kept, view));
       }},
      {"book.pdf", "application/pdf",
       [](Office const&, KeptTrip const& kept, View const& view) -> Result<std::string> {
         return report::book_pdf(brief(kept, view));
       }},
      {"recap.html", "text/html; charset=utf-8",
       [](Office const&, KeptTrip const& kept, View const& view) -> Result<std::string> {
         return report::recap_html(sum_up(kept, view));
       }}};
  return all;
}

} // namespace

std::vector<std::pair<std::string, std::string>> document_names() {
  std::vector<std::pair<std::string, std::string>> names;
  for (auto const& writer : writers())
    names.emplace_back(writer.name, writer.media_type);
  return names;
}

Result<std::vector<Document>> updates(Office const& office, std::string_view trip, At at) {
  auto const kept = TRY(kept_trip(office, trip));
  auto const before = TRY(plan_before(office, kept));
  std::vector<Document> all;
  if (!before)
    return all;
  auto const view = TRY(load(office, at));
  auto const number = TRY(sequence(office, kept));
  auto update = report::update_ics(itinerary(*before, view, number - 1), itinerary(kept, view, number));
  if (!update.request.empty())
    all.push_back({"trip-update.ics", std::string{calendar_type}, std::move(update.request)});
  if (!update.cancel.empty())
    all.push_back({"trip-cancelled.ics", std::string{calendar_type}, std::move(update.cancel)});
  return all;
}

Result<Document> document(Office const& office, std::string_view trip, std::string_view name, At at) {
  if (name == "trip-update.ics" || name == "trip-cancelled.ics") {
    for (auto& one : TRY(updates(office, trip, at)))
      if (one.name == name)
        return std::move(one);
    return fail(Fault::not_found, fmt::format("the newest plan has nothing to say in {}", name));
  }
  auto const writer = std::ranges::find(writers(), name, &Writer::name);
  if (writer == writers().end())
    return fail(Fault::not_found, fmt::format("a trip has no document '{}'", name), {},
                "there are trip.ics, book.html, book.pdf and recap.html");
  auto const kept = TRY(kept_trip(office, trip));
  auto const view = TRY(load(office, at));
  return Document{
      .name = writer->name, .media_type = writer->media_type, .bytes = TRY(writer->write(office, kept, view))};
}

Result<std::vector<Document>> documents(Office const& office, std::string_view trip, At at) {
  std::vector<Document> all;
  for (auto const& [name, media_type] : document_names())
    all.push_back(TRY(document(office, trip, name, at)));
  return all;
}

} // namespace attache::office
