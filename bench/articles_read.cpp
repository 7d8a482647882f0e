#include "base/unicode.h"
#include "bench/articles.h"
#include "model/vocabulary.h"

#include <map>

namespace attache::bench {

namespace {

struct Reader {
  read::ArticleReading const& reading;
  bool proposed;
  Telling telling;
  std::map<RecordId, std::size_t> people, organisations;
  std::map<RecordId, Event> contacts, trips;

  [[nodiscard]] bool counts(Claim const& claim) const { return proposed || claim.status == Status::accepted; }

  [[nodiscard]] RecordKind kind(RecordId id) const {
    return reading.batch.records.at(static_cast<std::size_t>(number(id)) - 1).kind;
  }

  void names() {
    for (auto const& claim : reading.batch.claims) {
      if (!counts(claim) || (claim.property != property::name && claim.property != property::alias))
        continue;
      bool const person = kind(claim.subject) == RecordKind::person;
      auto& index = person ? people : organisations;
      auto& list = person ? telling.people : telling.organisations;
      if (claim.property == property::name && !index.contains(claim.subject)) {
        index[claim.subject] = list.size();
        list.push_back({.name = claim.value, .names = {}});
      }
      if (index.contains(claim.subject))
        list[index[claim.subject]].names.insert(fold_case(squeeze(claim.value)));
    }
  }

  void event(Claim const& claim) {
    auto const of = kind(claim.subject);
    if (of != RecordKind::contact && of != RecordKind::trip)
      return;
    auto& e = (of == RecordKind::contact ? contacts : trips)[claim.subject];
    if (claim.property == property::contact_kind || claim.property == property::traveller) {
      if (e.spans.empty()) {
        e.realis = claim.realis;
        e.voice = claim.attribution.voice;
        e.hedged = claim.attribution.hedged;
        e.from = claim.valid.from;
        e.to = claim.valid.to;
        e.quote = claim.evidence.quote;
      }
      e.spans.emplace_back(claim.evidence.begin, claim.evidence.end);
      e.stands.emplace_back(claim.realis, claim.attribution.voice);
      e.event = claim.value == "event";
    }
    if (claim.property == property::participant || claim.property == property::traveller) {
      if (people.contains(claim.object))
        e.people.push_back(people[claim.object]);
      if (organisations.contains(claim.object))
        e.organisations.push_back(organisations[claim.object]);
    }
    if (claim.property == property::duration_days)
      e.days = std::stoi(claim.value);
    if (claim.property == property::stop || claim.property == property::place)
      e.places.insert(fold_case(claim.value));
  }

  [[nodiscard]] Names names_of(RecordId id) const {
    if (auto const p = people.find(id); p != people.end())
      return telling.people[p->second].names;
    auto const o = organisations.find(id);
    return o == organisations.end() ? Names{} : telling.organisations[o->second].names;
  }

  void figure(Claim const& claim) {
    auto const one = claim.value.find(' '), two = claim.value.rfind(' ');
    telling.money.push_back({.of = names_of(claim.subject),
                             .kind = claim.value.substr(0, one),
                             .currency = claim.value.substr(one + 1, two - one - 1),
                             .amount = std::stod(claim.value.substr(two + 1)),
                             .realis = claim.realis,
                             .voice = claim.attribution.voice});
  }

  void claims() {
    static Names const relations{"customer_of", "supplier_of", "competitor_of", "owner_of", "partner_of", "founder_of"};
    for (auto const& claim : reading.batch.claims) {
      if (!counts(claim))
        continue;
      event(claim);
      if (claim.property == property::figure)
        figure(claim);
      if (relations.contains(claim.property))
        telling.relations.push_back({.from = names_of(claim.subject),
                                     .to = names_of(claim.object),
                                     .property = claim.property,
                                     .realis = claim.realis,
                                     .voice = claim.attribution.voice});
    }
    for (auto& [id, e] : contacts)
      if (!e.event)
        telling.meetings.push_back(std::move(e));
    for (auto& [id, e] : trips)
      telling.trips.push_back(std::move(e));
  }
};

} // namespace

Telling read_telling(read::ArticleReading const& reading, bool proposed) {
  Reader reader{reading, proposed, {}, {}, {}, {}, {}};
  reader.names();
  reader.claims();
  return std::move(reader.telling);
}

} // namespace attache::bench
