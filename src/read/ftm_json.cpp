#include "base/unicode.h"
#include "read/csv_rows.h"
#include "read/ftm.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace attache::read {
namespace {

using Json = nlohmann::json;

enum class Role : std::uint8_t { skipped, person, organisation, contact, employment, ownership, link };

struct Schema {
  std::string_view name;
  Role role;
};
constexpr std::array schemata{Schema{"Person", Role::person},
                              Schema{"Organization", Role::organisation},
                              Schema{"Company", Role::organisation},
                              Schema{"PublicBody", Role::organisation},
                              Schema{"LegalEntity", Role::organisation},
                              Schema{"Event", Role::contact},
                              Schema{"Email", Role::contact},
                              Schema{"Call", Role::contact},
                              Schema{"Message", Role::contact},
                              Schema{"Employment", Role::employment},
                              Schema{"Membership", Role::employment},
                              Schema{"Directorship", Role::employment},
                              Schema{"Ownership", Role::ownership},
                              Schema{"UnknownLink", Role::link}};

struct Property {
  std::string_view ftm, ours;
};
constexpr std::array properties{
    Property{"alias", property::alias},          Property{"weakAlias", property::alias},
    Property{"previousName", property::alias},   Property{"firstName", property::given_name},
    Property{"lastName", property::family_name}, Property{"email", property::email},
    Property{"phone", property::phone},          Property{"website", property::url},
    Property{"address", property::address},      Property{"city", property::city},
    Property{"country", property::country},      Property{"birthDate", property::birthday},
    Property{"notes", property::note},           Property{"sector", property::sector},
    Property{"ticker", property::ticker},        Property{"location", property::place},
    Property{"subject", property::title},        Property{"keywords", property::topic},
    Property{"summary", property::topic}};

// Properties that name who took part, by the schemata that have them.
constexpr std::array<std::string_view, 7> participant_names{"involved",   "organizer", "participants", "emitters",
                                                            "recipients", "caller",    "receiver"};
// Properties that are read in another way than as a claim each.
constexpr std::array<std::string_view, 6> dates_and_names{"name", "position", "date", "startDate", "endDate", "type"};

bool one_of(std::string_view word, auto const& words) { return std::ranges::find(words, word) != words.end(); }

Role role_of(std::string_view schema) {
  auto const found = std::ranges::find(schemata, schema, &Schema::name);
  return found == schemata.end() ? Role::skipped : found->role;
}

// One line as an entity.
struct Entity {
  int line = 0;
  std::string id, schema;
  Json properties;

  [[nodiscard]] std::vector<std::string> values(std::string_view name) const {
    std::vector<std::string> out;
    auto const found = properties.find(std::string{name});
    if (found == properties.end())
      return out;
    auto const add = [&](Json const& value) {
      if (value.is_string())
        out.push_back(cell_text(value.get_ref<std::string const&>()));
      else if (value.is_number())
        out.push_back(value.dump());
    };
    if (found->is_array())
      std::ranges::for_each(*found, add);
    else
      add(*found);
    std::erase(out, "");
    return out;
  }
  [[nodiscard]] std::string first(std::initializer_list<std::string_view> names) const {
    for (auto const name : names)
      if (auto const all = values(name); !all.empty())
        return all.front();
    return {};
  }
  // startDate and endDate, or date.
  [[nodiscard]] Interval valid() const {
    auto const moment = [](std::string const& text) { return date_value(text, DayOrder::unknown).value_or(Moment{}); };
    return {.from = moment(first({"startDate", "date"})), .to = moment(first({"endDate", "date"}))};
  }
};

std::optional<Entity> parse_entity(std::string_view line, int number) {
  auto json = Json::parse(line, nullptr, false);
  if (!json.is_object())
    return {};
  auto const text = [&](char const* key) {
    auto const found = json.find(key);
    return found != json.end() && found->is_string() ? cell_text(found->get_ref<std::string const&>()) : std::string{};
  };
  Entity entity{.line = number,
                .id = text("id"),
                .schema = text("schema"),
                .properties = json.value("properties", Json::object())};
  if (entity.id.empty() || entity.schema.empty() || !entity.properties.is_object())
    return {};
  return entity;
}

class FtmReader {
public:
  FtmReader(std::string_view name, Sink const& sink) : out_(name, sink) {}

  Result<void> read(std::string_view bytes) {
    TRY(each(bytes, [&](Entity const& entity) { read_entity(entity); }, true));
    TRY(each(bytes, [&](Entity const& entity) { read_links(entity); }, false));
    for (auto const& [schema, skipped] : skipped_)
      out_.reject(
          skipped.line,
          fmt::format("{} of schema '{}' {} skipped", skipped.count, schema, skipped.count == 1 ? "was" : "were"),
          "attache keeps people, organisations, what joins them, and events");
    return out_.finish();
  }
  [[nodiscard]] bool found_any() const { return any_; }

private:
  struct Skipped {
    int line = 0;
    int count = 0;
  };

  Result<void> each(std::string_view bytes, auto visit, bool report) {
    auto line = 0;
    for (std::size_t at = 0; at < bytes.size();) {
      auto const end = std::min(bytes.find('\n', at), bytes.size());
      auto const text = bytes.substr(at, end - at);
      at = end + 1;
      ++line;
      if (text.find_first_not_of(" \t\r") == std::string_view::npos)
        continue;
      if (auto const entity = parse_entity(text, line))
        visit(*entity);
      else if (report)
        out_.reject(line, "the line is no entity", "each line is one JSON object with id, schema and properties");
      TRY(out_.row_done());
    }
    return {};
  }

  void read_entity(Entity const& entity) {
    any_ = true;
    switch (role_of(entity.schema)) {
    case Role::person: return read_party(entity, RecordKind::person);
    case Role::organisation: return read_party(entity, RecordKind::organisation);
    case Role::contact: return read_contact(entity);
    case Role::skipped: {
      auto& skipped = skipped_[entity.schema];
      skipped.line = ++skipped.count == 1 ? entity.line : skipped.line;
      return;
    }
    default: return; // links, in the second pass
    }
  }

  // The record of an entity; positive for a person, negative for anything else, 0 if the file has none of that id.
  std::int64_t& known(std::string_view id) { return records_[hash_of(id)]; }

  RecordId add(Entity const& entity, RecordKind kind) {
    if (known(entity.id) != 0) {
      out_.reject(entity.line, fmt::format("the id '{}' is there twice", entity.id), "keep one of the two entities");
      return RecordId{};
    }
    auto const record = out_.add_record(kind, "ftm:" + entity.id);
    known(entity.id) = kind == RecordKind::person ? number(record) : -number(record);
    return record;
  }

  void read_party(Entity const& entity, RecordKind kind) {
    auto const names = entity.values("name");
    if (names.empty())
      return out_.reject(entity.line, fmt::format("the {} '{}' has no name", entity.schema, entity.id),
                         "give it a name");
    auto const record = add(entity, kind);
    if (record == RecordId{})
      return;
    for (std::size_t i = 0; i < names.size(); ++i)
      out_.add_claim(record, i == 0 ? property::name : property::alias, squeeze(names[i]), names[i], entity.line);
    for (auto const& title : entity.values("position"))
      out_.add_link(record, property::role, {}, title, title, entity.line);
    read_properties(entity, record);
  }

  void read_contact(Entity const& entity) {
    auto const valid = entity.valid();
    if (!valid.from.known())
      return out_.reject(entity.line, fmt::format("the {} '{}' has no date", entity.schema, entity.id),
                         "give it a date such as 2023-05-10");
    auto const record = add(entity, RecordKind::contact);
    if (record == RecordId{})
      return;
    auto const message = entity.schema == "Email" || entity.schema == "Message";
    auto const type = entity.first({"type"});
    auto const stated = type == "meeting" || type == "call" || type == "message";
    auto const* const kind = message ? "message" : entity.schema == "Call" ? "call" : "event";
    out_.add_claim(record, property::contact_kind, stated ? type : kind, stated ? type : entity.schema, entity.line)
        .valid = valid;
    if (auto const name = entity.first({"name"}); !name.empty())
      out_.add_claim(record, property::title, name, name, entity.line).valid = valid;
    read_properties(entity, record);
  }

  void read_properties(Entity const& entity, RecordId record) {
    for (auto const& [name, values] : entity.properties.items())
      if (!one_of(name, dates_and_names) && !one_of(name, participant_names))
        for (auto const& value : entity.values(name))
          read_property(entity, record, name, value);
  }

  // Addresses and numbers that cannot be read, and properties without a word of ours, are kept as "x:NAME".
  void read_property(Entity const& entity, RecordId record, std::string const& name, std::string const& value) {
    auto const found = std::ranges::find(properties, name, &Property::ftm);
    auto const ours = found == properties.end() ? std::string_view{} : found->ours;
    std::optional<std::string> ready = value;
    if (ours == property::email)
      ready = email_value(value);
    else if (ours == property::phone)
      ready = phone_value(value);
    else if (ours == property::country && value.size() == 2)
      for (auto& c : *ready)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    auto const unknown = ours.empty() || !ready;
    auto& claim = out_.add_claim(record, unknown ? fmt::format("x:{}", cell_text(name)) : std::string{ours},
                                 unknown ? value : std::move(*ready), value, entity.line);
    if (role_of(entity.schema) == Role::contact)
      claim.valid = entity.valid();
  }

  // The entities that `names` point at; one that the file does not have is rejected.
  std::vector<std::int64_t> ends(Entity const& entity, auto const& names) {
    std::vector<std::int64_t> out;
    for (auto const name : names)
      for (auto const& id : entity.values(name))
        if (auto const record = known(id); record != 0)
          out.push_back(record);
        else
          out_.reject(entity.line, fmt::format("'{}' of the {} '{}' is not in the file", id, entity.schema, entity.id),
                      "export the entity as well");
    return out;
  }

  void read_links(Entity const& entity) {
    using Names = std::initializer_list<std::string_view>;
    switch (role_of(entity.schema)) {
    case Role::contact: return read_participants(entity);
    case Role::employment:
      return join(entity, ends(entity, Names{"employee", "member", "director"}),
                  ends(entity, Names{"employer", "organization"}));
    case Role::ownership: return join(entity, ends(entity, Names{"owner"}), ends(entity, Names{"asset"}));
    case Role::link: return join(entity, ends(entity, Names{"subject"}), ends(entity, Names{"object"}));
    default: return;
    }
  }

  void read_participants(Entity const& entity) {
    auto const contact = known(entity.id);
    if (contact >= 0)
      return; // it was rejected, or its id belongs to a person
    for (auto const record : ends(entity, participant_names))
      if (record != contact)
        out_.add_link(RecordId{-contact}, property::participant, RecordId{std::abs(record)}, {}, entity.schema,
                      entity.line)
            .valid = entity.valid();
  }

  // A person has a role in the other; between organisations it is a relation.
  void join(Entity const& entity, std::vector<std::int64_t> const& from, std::vector<std::int64_t> const& to) {
    auto const title = entity.first({"role", "position", "status"});
    for (auto const a : from)
      for (auto const b : to)
        join_two(entity, a, b, title);
  }

  void join_two(Entity const& entity, std::int64_t from, std::int64_t to, std::string const& title) {
    auto const ownership = role_of(entity.schema) == Role::ownership;
    auto const word = ownership ? property::owner_of : relation_property(title);
    if (from > 0 && to < 0) {
      auto const role = title.empty() && ownership ? std::string{"owner"} : title;
      out_.add_link(RecordId{from}, property::role, RecordId{-to}, role, title.empty() ? entity.schema : title,
                    entity.line)
          .valid = entity.valid();
    } else if (from < 0 && to < 0 && !word.empty()) {
      out_.add_link(RecordId{-from}, word, RecordId{-to}, {}, title.empty() ? entity.schema : title, entity.line)
          .valid = entity.valid();
    } else {
      out_.reject(entity.line, fmt::format("the {} '{}' says nothing that attache keeps", entity.schema, entity.id),
                  "a role joins a person and an organisation; a relation is customer_of, supplier_of, competitor_of, "
                  "owner_of or partner_of");
    }
  }

  BatchWriter out_;
  HashTable records_; // of an entity's id
  std::map<std::string, Skipped> skipped_;
  bool any_ = false;
};

} // namespace

Result<void> ftm(std::string_view bytes, std::string_view name, Sink const& sink) {
  FtmReader reader{name, sink};
  TRY(reader.read(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes));
  if (!reader.found_any())
    return fail(Fault::input, "no line is a FollowTheMoney entity", fmt::format("{}:1", name),
                "each line is one JSON object with id, schema and properties");
  return {};
}

} // namespace attache::read
