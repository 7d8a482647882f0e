#include "base/unicode.h"
#include "read/csv_rows.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::read {
namespace {

// The name as it is said: Hangul family name first and without a space, every other script given name first.
std::string full_name(Cells const& cells) {
  if (auto const whole = cells.first(Field::name); !whole.empty())
    return email_value(whole) ? std::string{} : squeeze(whole);
  auto const given = cells.first(Field::given);
  auto const family = cells.first(Field::family);
  if (has_hangul(given) && has_hangul(family))
    return fmt::format("{}{}", family, given);
  return squeeze(fmt::format("{} {} {} {}", given, cells.first(Field::middle), family, cells.first(Field::suffix)));
}

std::string key_of(Cells const& cells, std::string_view name) {
  if (auto own = own_key(cells); !own.empty())
    return own;
  return fmt::format("name:{}|{}", fold_case(name), fold_case(squeeze(cells.first(Field::organisation))));
}

// "a@x.example ::: b@x.example" (Google), "a@x.example; b@x.example".
std::vector<std::string> several(std::string_view text) {
  std::string joined{text};
  for (auto at = joined.find(":::"); at != std::string::npos; at = joined.find(":::", at))
    joined.replace(at, 3, ";");
  return split_values(joined, ";,\n");
}

class PersonRow {
public:
  PersonRow(Cells const& cells, Table& table, RecordId person) : cells_(cells), table_(table), person_(person) {}

  void read() {
    for (auto const& cell : cells_.all())
      read_cell(cell);
    read_roles();
  }

private:
  void claim(std::string_view property, std::string value, std::string_view raw) {
    table_.out.add_claim(person_, property, std::move(value), raw, cells_.line());
  }

  void unread(Cells::Cell const& cell, std::string_view what) {
    table_.out.reject(cells_.line(),
                      fmt::format("'{}' in column '{}' is not {}; the rest of the row was kept", cell.text,
                                  cell.column->header, what),
                      "correct the cell and read the file again");
    keep_unknown(cell, person_, cells_.line(), table_.out);
  }

  // Each part of the cell that `parse` accepts becomes a claim; a cell with none is reported.
  void read_parts(Cells::Cell const& cell, std::string_view property, std::string_view what,
                  std::optional<std::string> (*parse)(std::string_view)) {
    auto found = false;
    for (auto const& part : several(cell.text))
      if (auto value = parse(part)) {
        claim(property, std::move(*value), part);
        found = true;
      }
    if (!found)
      unread(cell, what);
  }

  void read_date(Cells::Cell const& cell, std::string_view property) {
    if (cell.text.starts_with("--"))
      claim(property, cell.text, cell.text);
    else if (auto const date = date_value(cell.text, table_.order))
      claim(property, to_string(*date), cell.text);
    else
      unread(cell, "a date");
  }

  void read_cell(Cells::Cell const& cell) {
    using enum Field;
    switch (cell.column->field) {
    case given: return claim(property::given_name, squeeze(cell.text), cell.text);
    case family: return claim(property::family_name, squeeze(cell.text), cell.text);
    case nickname:
    case other_name:
    case alias: return claim(property::alias, squeeze(cell.text), cell.text);
    case email: return read_parts(cell, property::email, "an e-mail address", email_value);
    case phone: return read_parts(cell, property::phone, "a telephone number", phone_value);
    case city: return claim(property::city, squeeze(cell.text), cell.text);
    case country: return claim(property::country, squeeze(cell.text), cell.text);
    case address: return claim(property::address, squeeze(cell.text), cell.text);
    case url: return claim(property::url, squeeze(cell.text), cell.text);
    case note: return claim(property::note, cell.text, cell.text);
    case tier: return claim(property::tier, squeeze(cell.text), cell.text);
    case birthday: return read_date(cell, property::birthday);
    case connected: return read_date(cell, property::connected);
    case name:
    case middle:
    case suffix:
    case title:
    case organisation: return; // parts of the name and of roles
    default: return keep_unknown(cell, person_, cells_.line(), table_.out);
    }
  }

  // The first title goes with the first organisation, the second with the second.
  void read_roles() {
    std::vector<Cells::Cell const*> organisations;
    std::vector<Cells::Cell const*> titles;
    for (auto const& cell : cells_.all()) {
      if (cell.column->field == Field::organisation)
        organisations.push_back(&cell);
      if (cell.column->field == Field::title)
        titles.push_back(&cell);
    }
    for (std::size_t i = 0; i < std::max(organisations.size(), titles.size()); ++i) {
      auto const organisation = i < organisations.size() ? table_.out.mention(RecordKind::organisation,
                                                                              organisations[i]->text, {}, cells_.line())
                                                         : RecordId{};
      auto const title = i < titles.size() ? squeeze(titles[i]->text) : std::string{};
      auto const& words = i < titles.size() ? titles[i]->text : organisations[i]->text;
      table_.out.add_link(person_, property::role, organisation, title, words, cells_.line());
    }
  }

  Cells const& cells_;
  Table& table_;
  RecordId person_;
};

} // namespace

void read_person(Cells const& cells, Table& table) {
  auto name = full_name(cells);
  auto const* const email = cells.find(Field::email);
  if (name.empty() && (email == nullptr || own_key(cells).empty())) {
    table.out.reject(cells.line(), "the row names nobody", "fill in a name or an e-mail address, or delete the row");
    return;
  }
  auto const person = table.out.add_record(RecordKind::person, key_of(cells, name));
  auto const written = cells.first(Field::name);
  if (!name.empty())
    table.out.add_claim(person, property::name, name, written.empty() ? name : written, cells.line());
  PersonRow{cells, table, person}.read();
}

} // namespace attache::read
