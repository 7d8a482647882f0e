#include "base/unicode.h"
#include "bench/articles.h"

#include <map>
#include <nlohmann/json.hpp>

namespace attache::bench {

namespace {

using Json = nlohmann::json;

std::string words(Json const& value) { return value.is_string() ? value.get<std::string>() : std::string{}; }

Realis realis_of(Json const& item) {
  auto const word = words(item.value("certainty", Json{}));
  if (word == "shown_in_photo")
    return Realis::photo;
  auto const found = parse_realis(word);
  return found ? *found : Realis::asserted;
}

Voice voice_of(Json const& item) {
  auto const kind = item.contains("attribution") ? words(item["attribution"].value("kind", Json{})) : std::string{};
  static std::map<std::string, Voice> const table{{"narrator", Voice::narrator},
                                                  {"named", Voice::named},
                                                  {"org", Voice::organisation},
                                                  {"anonymous", Voice::anonymous},
                                                  {"unspecified", Voice::unspecified}};
  auto const found = table.find(kind);
  return found == table.end() ? Voice::narrator : found->second;
}

bool hedged(Json const& item) {
  return item.contains("attribution") && item["attribution"].is_object() && item["attribution"].value("hedged", false);
}

std::vector<std::size_t> byte_offsets(std::string const& text) {
  std::vector<std::size_t> offsets;
  for (std::size_t at = 0; at < text.size();) {
    offsets.push_back(at);
    next_code_point(text, at);
  }
  offsets.push_back(text.size());
  return offsets;
}

// "2023-05-10", "2018", "2018-05-02/2018-05-05".
void dates(std::string const& text, Event& event) {
  auto const slash = text.find('/');
  auto const from = parse_moment(text.substr(0, slash));
  auto const to = slash == text.npos ? from : parse_moment(text.substr(slash + 1));
  event.from = from ? *from : Moment{};
  event.to = to ? *to : Moment{};
}

Names name_forms(std::string const& name) {
  Names names{fold_case(squeeze(name))};
  if (auto const open = name.find('('); open != name.npos && name.back() == ')') {
    names.insert(fold_case(squeeze(name.substr(0, open))));
    names.insert(fold_case(name.substr(open + 1, name.size() - open - 2)));
  }
  return names;
}

struct Reader {
  Json const& json;
  std::vector<std::size_t> offsets;
  Telling telling;
  std::map<std::string, std::size_t> ids;

  void people() {
    for (auto const& p : json.value("people", Json::array())) {
      Entity entity{.name = words(p["name"]), .names = name_forms(words(p["name"]))};
      for (auto const& alias : p.value("aliases", Json::array()))
        entity.names.insert(fold_case(squeeze(words(alias))));
      ids[words(p["id"])] = telling.people.size();
      telling.people.push_back(std::move(entity));
    }
    for (auto const& o : json.value("orgs", Json::array()))
      telling.organisations.push_back({.name = words(o), .names = name_forms(words(o))});
  }

  [[nodiscard]] std::size_t organisation(std::string const& name) {
    for (std::size_t i = 0; i < telling.organisations.size(); ++i)
      if (telling.organisations[i].names.contains(fold_case(squeeze(name))))
        return i;
    telling.organisations.push_back({.name = name, .names = name_forms(name)});
    return telling.organisations.size() - 1;
  }

  [[nodiscard]] Event event(Json const& item) const {
    Event e{.realis = realis_of(item), .voice = voice_of(item), .hedged = hedged(item), .quote = words(item["quote"])};
    auto const& span = item["span"];
    if (span.is_array() && span.size() == 2)
      e.spans.emplace_back(offsets.at(std::min(span[0].get<std::size_t>(), offsets.size() - 1)),
                           offsets.at(std::min(span[1].get<std::size_t>(), offsets.size() - 1)));
    return e;
  }

  void meetings() {
    for (auto const& m : json.value("meetings", Json::array())) {
      auto e = event(m);
      for (auto const& who : m.value("participants", Json::array()))
        if (ids.contains(words(who)))
          e.people.push_back(ids[words(who)]);
      for (auto const& org : m.value("org_participants", Json::array()))
        e.organisations.push_back(organisation(words(org)));
      dates(words(m.value("date", Json{})), e);
      telling.meetings.push_back(std::move(e));
    }
  }

  void trips() {
    for (auto const& t : json.value("trips", Json::array())) {
      auto e = event(t);
      if (ids.contains(words(t["traveller"])))
        e.people.push_back(ids[words(t["traveller"])]);
      auto const from = parse_moment(words(t.value("start", Json{})));
      auto const to = parse_moment(words(t.value("end", Json{})));
      e.from = from ? *from : Moment{};
      e.to = to ? *to : Moment{};
      e.days = t.value("duration_days", Json{}).is_number() ? t["duration_days"].get<int>() : 0;
      for (auto const& place : t.value("places", Json::array()))
        e.places.insert(fold_case(squeeze(words(place))));
      telling.trips.push_back(std::move(e));
    }
  }

  [[nodiscard]] Names with_aliases(std::string const& name) const {
    auto names = name_forms(name);
    for (auto const& p : telling.people)
      if (p.names.contains(fold_case(squeeze(name))))
        names.insert(p.names.begin(), p.names.end());
    return names;
  }

  void rest() {
    static std::map<std::string, std::string> const kinds{{"valuation", "market_cap"},
                                                          {"investment_plan", "investment"}};
    for (auto const& m : json.value("money", Json::array())) {
      auto const kind = words(m["kind"]);
      telling.money.push_back({.of = with_aliases(words(m["of"])),
                               .kind = kinds.contains(kind) ? kinds.at(kind) : kind,
                               .currency = words(m["currency"]),
                               .amount = m["amount"].get<double>(),
                               .realis = realis_of(m),
                               .voice = voice_of(m)});
    }
    for (auto const& r : json.value("org_relations", Json::array()))
      telling.relations.push_back({.from = with_aliases(words(r["a"])),
                                   .to = with_aliases(words(r["b"])),
                                   .property = words(r["rel"]),
                                   .realis = realis_of(r),
                                   .voice = voice_of(r)});
  }
};

} // namespace

Telling gold_telling(std::string const& json, std::string const& text) {
  auto const parsed = Json::parse(json);
  Reader reader{parsed, byte_offsets(text), {}, {}};
  reader.people();
  reader.meetings();
  reader.trips();
  reader.rest();
  return std::move(reader.telling);
}

} // namespace attache::bench
