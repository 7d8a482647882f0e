// Records as an office has them, with the truth: how far can the probability of a score be believed?
#include "invented_people.h"
#include "names_bench.h"
#include "resolve/block.h"
#include "resolve/cluster.h"
#include "resolve/entity.h"
#include "resolve/identify.h"
#include "resolve/score.h"

#include <fmt/format.h>
#include <functional>
#include <nlohmann/json.hpp>

namespace attache::bench {
namespace {

using namespace attache::resolve;

struct Listed {
  Profile profile;
  std::string person;
};

// What half of the contacts in an address book lack, half of the rows lack: each field but the name is known of one
// row in two, by a hash.
class Sparse {
public:
  Sparse(std::string row) : row_(std::move(row)) {}
  void put(std::vector<std::string>& to, std::string const& field, std::string const& value) const {
    if (!value.empty() && is_check(row_ + " knows " + field))
      to.push_back(value);
  }

private:
  std::string row_;
};

std::string day(std::string const& digits) {
  return digits.size() == 8 ? digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6) : digits;
}

Listed febrl(Row const& row) {
  Listed out{.person = row.at("rec_id").substr(0, row.at("rec_id").find('-', 4))};
  Sparse const sparse(row.at("rec_id"));
  out.profile.given = row.at("given_name");
  out.profile.family = row.at("surname");
  sparse.put(out.profile.birthdays, "born", day(row.at("date_of_birth")));
  sparse.put(out.profile.cities, "city", row.at("suburb"));
  sparse.put(
      out.profile.addresses, "address",
      fmt::format("{} {}, {} {}", row.at("street_number"), row.at("address_1"), row.at("suburb"), row.at("postcode")));
  return out;
}

Listed fake(Row const& row) {
  Listed out{.person = row.at("cluster")};
  Sparse const sparse(row.at("unique_id"));
  out.profile.given = row.at("first_name");
  out.profile.family = row.at("surname");
  sparse.put(out.profile.birthdays, "born", row.at("dob"));
  sparse.put(out.profile.cities, "city", row.at("city"));
  sparse.put(out.profile.emails, "e-mail", email_key(row.at("email")));
  return out;
}

Listed historical(Row const& row) {
  Listed out{.person = row.at("cluster")};
  Sparse const sparse(row.at("unique_id"));
  out.profile.given = row.at("first_name");
  out.profile.family = row.at("surname");
  if (!row.at("full_name").empty())
    out.profile.names.push_back(row.at("full_name"));
  sparse.put(out.profile.birthdays, "born", row.at("dob"));
  sparse.put(out.profile.birthplaces, "place", row.at("birth_place"));
  sparse.put(out.profile.genders, "sex", gender_code(row.at("gender")));
  sparse.put(out.profile.titles, "work", row.at("occupation"));
  return out;
}

// What the rules leave open, as the office would show it: log odds of the score, and as they are believed.
struct Shown {
  std::vector<Evidence> scores, believed;
  Belief belief; // with what this office repeats itself
};

std::vector<Entity> joined(std::vector<Profile> const& profiles, std::vector<Decision> const& decisions) {
  std::vector<Record> records;
  for (auto const& one : profiles)
    records.push_back({.id = one.record, .kind = RecordKind::person});
  auto const clustered = clusters(records, decisions);
  std::map<RecordId, Entity> wholes;
  for (auto const& one : profiles)
    if (auto const [at, fresh] = wholes.try_emplace(clustered.of(one.record), entity_of(one)); !fresh)
      unite(at->second, entity_of(one));
  std::vector<Entity> out;
  for (auto& [id, entity] : wholes)
    out.push_back(std::move(entity));
  return out;
}

Shown shown(std::vector<Listed> const& all) {
  std::vector<Profile> profiles;
  std::map<RecordId, std::string> truth;
  for (auto const& one : all) {
    profiles.push_back(one.profile);
    truth[one.profile.record] = one.person;
  }
  auto const found = identify(profiles, {});
  auto const entities = joined(profiles, found.decisions);
  auto const context = context_of(entities);
  Shown out{.belief = found.belief};
  for (auto const& [i, j] : candidate_pairs(entities)) {
    auto const bits = score(entities[i], entities[j], context).bits;
    if (constexpr double hopeless = -10; bits < hopeless)
      continue;
    bool const same = truth[entities[i].record] == truth[entities[j].record];
    out.scores.push_back({.bits = bits, .same = same});
    out.believed.push_back({.bits = believed_bits(found.belief, RecordKind::person, bits), .same = same});
  }
  return out;
}

std::vector<Listed> table(std::string const& file, Listed (*read)(Row const&), bool check, bool a_fifth) {
  std::vector<Listed> out;
  for (auto const& row : read_csv(data_path(file))) {
    auto one = read(row);
    if (is_check(one.person) != check || (a_fifth && !is_held_out(one.person + "some")))
      continue;
    if (one.profile.names.empty() && !(one.profile.given + one.profile.family).empty())
      one.profile.names.push_back(one.profile.given + " " + one.profile.family);
    one.profile.record = RecordId{static_cast<std::int64_t>(out.size()) + 1};
    out.push_back(std::move(one));
  }
  return out;
}

// Other people for either half.
std::vector<Listed> invented(bool check) {
  InventedPeople people(check ? 12 : 11);
  std::vector<std::uint32_t> truth;
  std::vector<Listed> out;
  for (auto& one : people.next(100'000, truth))
    out.push_back({.profile = std::move(one)});
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i].person = std::to_string(truth[i]);
  return out;
}

// The line that these pairs would be given, drawn towards the score itself.
nlohmann::json fitted(Shown const& found) {
  auto from = found.belief;
  from.slope = 1;
  from.level = 0;
  std::vector<Judged> pairs;
  for (auto const& one : found.scores)
    pairs.push_back({.bits = one.bits, .kind = RecordKind::person, .same = one.same});
  auto const line = refit(from, pairs);
  return {{"slope", line.slope}, {"level", line.level}};
}

nlohmann::json trusted(Shown const& found) {
  return {{"pairs", found.scores.size()}, {"score", trust(found.scores)}, {"believed", trust(found.believed)}};
}

Shown sanctions_shown(bool check) {
  Shown out{.scores = sanctions_evidence(check)};
  for (auto const& one : out.scores)
    out.believed.push_back({.bits = believed_bits({}, RecordKind::person, one.bits), .same = one.same});
  return out;
}

} // namespace

nlohmann::json believed() {
  nlohmann::json out;
  for (bool const check : {false, true}) {
    if (check && !with_check())
      continue;
    auto& half = out[check ? "check" : "tune"];
    half["fake_1000"] = trusted(shown(table("names/fake_1000.csv", fake, check, false)));
    half["febrl3"] = trusted(shown(table("names/febrl3.csv", febrl, check, false)));
    half["historical_figures"] = trusted(shown(table("names/historical_figures_dev.csv", historical, check, true)));
    auto const own = shown(invented(check));
    half["invented"] = trusted(own);
    if (!check)
      half["invented"]["line"] = fitted(own);
    half["sanctions, not fitted"] = trusted(sanctions_shown(check));
  }
  return out;
}

} // namespace attache::bench
