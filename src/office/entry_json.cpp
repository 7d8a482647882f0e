#include "base/unicode.h"
#include "model/vocabulary.h"
#include "office/directory.h"
#include "office/entry.h"
#include "office/hash.h"
#include "office/pieces.h"
#include "resolve/profile.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace attache::office {
namespace {

constexpr RecordId person{1}, organisation{2}; // in the source

class Sheet {
public:
  void say(std::string_view property, std::string const& value, RecordId object = {}, RecordId subject = person) {
    auto plain = squeeze(nfc(value));
    if (plain.empty() && number(object) == 0)
      return;
    text_ += std::string{property} + "\x1f" + plain + "\x1e";
    claims_.push_back({.subject = subject,
                       .property = std::string{property},
                       .object = object,
                       .value = std::move(plain),
                       .evidence = {.locator = "entered by hand"}});
  }
  [[nodiscard]] std::string const& text() const { return text_; }
  std::vector<Claim> claims() && { return std::move(claims_); }

private:
  std::vector<Claim> claims_;
  std::string text_; // the same entry has the same
};

Result<void> validate(Entry const& entry) {
  if (squeeze(entry.name).empty())
    return fail(Fault::input, "a person without a name cannot be added", {}, "attache add 'HONG Gildong'");
  for (auto const& email : entry.emails)
    if (resolve::email_key(email).empty())
      return fail(Fault::input, "'" + email + "' is no e-mail address");
  for (auto const& phone : entry.phones)
    if (resolve::phone_key(phone).empty())
      return fail(Fault::input, "'" + phone + "' is no phone number", {}, "at least seven digits");
  return {};
}

Sheet sheet_of(Entry const& entry) {
  Sheet out;
  out.say(property::name, entry.name);
  for (auto const& alias : entry.aliases)
    out.say(property::alias, alias);
  for (auto const& email : entry.emails)
    out.say(property::email, fold_case(squeeze(email)));
  for (auto const& phone : entry.phones)
    out.say(property::phone, phone);
  out.say(property::city, entry.city);
  out.say(property::note, entry.note);
  if (!squeeze(entry.organisation).empty()) {
    out.say(property::role, entry.title, organisation);
    out.say(property::name, entry.organisation, {}, organisation);
  } else if (!squeeze(entry.title).empty()) {
    out.say(property::role, entry.title);
  }
  return out;
}

Json matches_json(std::vector<resolve::Match> const& matches) {
  auto out = Json::array();
  for (auto const& match : matches)
    out.push_back({{"id", number(match.id)},
                   {"name", match.name},
                   {"reason", match.reason},
                   {"score", std::round(match.score * 1000) / 1000}});
  return out;
}

Json joined_json(std::vector<Decision> const& decisions) {
  auto out = Json::array();
  for (auto const& decision : decisions)
    out.push_back({{"a", number(decision.a)},
                   {"b", number(decision.b)},
                   {"why", decision.why},
                   {"probability", std::round(decision.probability * 1000) / 1000},
                   {"reasons", reasons_json(decision.reasons)}});
  return out;
}

// The first record of a source that is kept already.
Result<RecordId> first_record(Office const& office, SourceId source) {
  for (auto const& claim : TRY(office.store.claims({.source = source})))
    return claim.subject;
  return fail(Fault::internal, "a source without a claim");
}

} // namespace

Result<Json> add_person(Office const& office, Entry const& entry) {
  TRY(validate(entry));
  auto sheet = sheet_of(entry);
  auto const hash = sha256("entry:" + sheet.text());
  Directory own;
  auto& directory = office.directory == nullptr ? own : *office.directory;
  if (auto const known = TRY(office.store.find_source(hash))) {
    auto const record = TRY(first_record(office, *known));
    TRY(directory.find(office, entry.name, RecordKind::person, 1)); // so that it knows everybody
    return Json{{"id", number(directory.of(record))},
                {"record", number(record)},
                {"source", number(*known)},
                {"known_already", true},
                {"joined", Json::array()}};
  }
  Batch batch{.records = {{.id = person, .kind = RecordKind::person, .key = "person"}}};
  if (!squeeze(entry.organisation).empty())
    batch.records.push_back({.id = organisation, .kind = RecordKind::organisation, .key = "organisation"});
  batch.claims = std::move(sheet).claims();
  auto const name = squeeze(nfc(entry.name));
  auto const kept =
      TRY(directory.keep(office, {.hash = hash, .kind = "entry", .name = "entry", .title = name, .read_at = office.now},
                         std::move(batch)));
  return Json{{"id", number(directory.of(kept.first))},
              {"record", number(kept.first)},
              {"source", number(kept.source)},
              {"known_already", false},
              {"joined", joined_json(kept.decisions)}};
}

Result<Json> find(Office const& office, std::string_view query, std::size_t limit) {
  Directory own;
  auto& directory = office.directory == nullptr ? own : *office.directory;
  auto const people = TRY(directory.find(office, query, RecordKind::person, limit));
  auto const organisations = TRY(directory.find(office, query, RecordKind::organisation, limit));
  return Json{{"people", matches_json(people)}, {"organisations", matches_json(organisations)}};
}

} // namespace attache::office
