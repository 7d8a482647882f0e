// The pieces that every view is made of, in the shapes of api/openapi.yaml. What is unknown is left out.
#pragma once

#include "model/tie.h"
#include "office/namesakes.h"
#include "office/view.h"

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <unordered_map>

namespace attache::office {

using Json = nlohmann::ordered_json;

// Writes pieces of one view; keeps indices so that each piece costs little.
class Pieces {
public:
  explicit Pieces(View const& view);

  [[nodiscard]] Json person_ref(PersonId id) const;
  [[nodiscard]] Json organisation_ref(OrganisationId id) const;
  // Whatever the record belongs to now: a person, organisation, contact ... with its name.
  [[nodiscard]] Json record_ref(RecordId id) const;
  [[nodiscard]] Json source_ref(SourceId id) const;
  [[nodiscard]] Json person_line(PersonId id) const;
  [[nodiscard]] Json organisation_line(OrganisationId id) const;
  [[nodiscard]] Json fact(Fact const& fact) const;
  [[nodiscard]] Json role(Role const& role) const;
  [[nodiscard]] Json tie(Tie const& tie) const;
  [[nodiscard]] Json contact(Contact const& contact) const;
  [[nodiscard]] Json relation(Relation const& relation) const;
  [[nodiscard]] Json figure(Figure const& figure) const;
  [[nodiscard]] Json journey(Journey const& journey) const;
  [[nodiscard]] Json claim(Claim const& claim) const;
  // The sources of these claims, each once, in id order.
  [[nodiscard]] Json sources_of(std::vector<ClaimId> const& claims) const;
  // The role held at the view's moment, the best supported one; null if none.
  [[nodiscard]] Role const* current_role(PersonId id) const;
  // A name of the record in words: its name claim, else its key.
  [[nodiscard]] std::string record_name(RecordId id) const;
  [[nodiscard]] int people_at(OrganisationId id) const;

private:
  void tell_apart(Json& json, std::int64_t id) const; // "distinct"

  View const* view_;
  RoleOfPerson roles_;
  std::unordered_map<std::int64_t, std::string> distinct_;          // what tells namesakes apart
  std::unordered_map<std::int64_t, int> staff_;                     // by organisation
  std::unordered_map<std::int64_t, std::string_view> record_names_; // by record
};

// Without how it stands to others (undone, refused).
Json decision_json(Pieces const& pieces, Decision const& decision);
Json interval_json(Interval const& interval);
Json attribution_json(Attribution const& attribution);
Json reasons_json(std::vector<Reason> const& reasons);
// Which strength a view shows: {"kind": "learnt" | "default", "horizon_days": 90}.
Json strength_json(View const& view);
Json tie_counts(std::vector<Tie> const& ties);
// A number for people: at most four decimals.
double rounded(double value);
// Held at the instant: an unknown end is open.
bool holds(Interval const& valid, Instant at);

} // namespace attache::office
