// Registers of meetings: who met whom, when, about what.
#include "base/unicode.h"
#include "read/csv_rows.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace attache::read {
namespace {

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](auto word) { return text.find(word) != std::string_view::npos; });
}

Realis realis_of(std::string_view status) {
  auto const folded = fold_case(status);
  if (contains_any(folded, {"cancel", "afgezegd", "geannuleerd", "취소"}))
    return Realis::cancelled;
  return contains_any(folded, {"planned", "scheduled", "tentative", "예정"}) ? Realis::planned : Realis::asserted;
}

struct Side {
  RecordKind kind{};
  std::string name, id;
  bool operator==(Side const&) const = default;
};

// What the meeting was about: a register's "title" if it has one, else its subject, reason, agenda ...
bool is_title(Column const& column) { return column.field == Field::title && column.header.size() == 5; }

Cells::Cell const* subject_of(Cells const& cells) {
  auto const found = std::ranges::find_if(cells.all(), [](auto const& cell) { return is_title(*cell.column); });
  return found != cells.all().end() ? &*found : cells.find(Field::subject);
}

class MeetingRow {
public:
  MeetingRow(Cells const& cells, Table& table) : cells_(cells), table_(table) {
    for (auto const& cell : cells.all())
      collect(cell);
  }

  void read() {
    auto const* const date = cells_.find(Field::date);
    auto const when = date == nullptr ? std::nullopt : date_value(date->text, table_.order);
    if (!when)
      return reject(date == nullptr ? "the row has no date" : fmt::format("'{}' is not a date", date->text),
                    "write it as 2023-05-10");
    if (participants_.empty())
      return reject("the row names nobody who met", "fill in a person or an organisation");
    valid_ = {.from = *when, .to = *when};
    if (auto const* const end = cells_.find(Field::end_date))
      valid_.to = date_value(end->text, table_.order).value_or(*when);
    realis_ = realis_of(cells_.first(Field::status));
    contact_ = table_.out.add_record(RecordKind::contact, key());
    claim(table_.out.add_claim(contact_, property::contact_kind, "meeting", "meeting", cells_.line()));
    for (auto const& cell : cells_.all())
      read_cell(cell);
    for (auto const& participant : participants_)
      link(participant);
  }

private:
  void reject(std::string reason, std::string hint) {
    table_.out.reject(cells_.line(), std::move(reason), std::move(hint));
  }

  void add(RecordKind kind, std::string name, std::string_view id = {}) {
    Side participant{.kind = kind, .name = std::move(name), .id = std::string{id}};
    if (std::ranges::find(participants_, participant) == participants_.end())
      participants_.push_back(std::move(participant));
  }

  // The row's id of the official distinguishes namesakes; it is nobody's if the cell names several.
  void add_officials(std::string_view text) {
    auto names = split_values(text, ";\n");
    auto parts = split_values(text, ",;\n");
    auto const full = [](std::string const& part) { return part.find(' ') != std::string::npos; };
    if (std::ranges::all_of(parts, full)) // "Ann Lee, Bo Kim" are two; "Lee, Ann" is one
      names = std::move(parts);
    auto const id = names.size() == 1 ? cells_.first(Field::official_id) : std::string_view{};
    for (auto& name : names)
      add(RecordKind::person, std::move(name), id);
  }

  void collect(Cells::Cell const& cell) {
    switch (cell.column->field) {
    case Field::official: add_officials(cell.text); break;
    case Field::participants:
    case Field::name:
      for (auto& name : split_values(cell.text, ",;\n"))
        add(RecordKind::person, std::move(name));
      break;
    case Field::counterpart:
      for (auto& name : split_names(cell.text))
        add(RecordKind::organisation, std::move(name));
      break;
    case Field::organisation:
    case Field::since: // "from": where a visitor comes from
      add(RecordKind::organisation, squeeze(cell.text));
      break;
    default: break;
    }
  }

  // What stays the same when the register is exported again: the day, who, and what about, not how they are written.
  [[nodiscard]] std::string key() const {
    if (auto const id = cells_.first(Field::id); !id.empty())
      return fmt::format("id:{}", id);
    std::set<std::string> names; // in an order that does not follow the columns
    for (auto const& participant : participants_)
      names.insert(fold_case(participant.name));
    auto text = fmt::format("{}|{}", to_string(valid_.from), fmt::join(names, "|"));
    if (auto const* const subject = subject_of(cells_))
      text += "|" + fold_case(squeeze(subject->text));
    return "meeting:" + content_hash(text);
  }

  void claim(Claim& claim) const {
    claim.valid = valid_;
    claim.realis = realis_;
  }

  void say(std::string_view property, Cells::Cell const& cell) {
    claim(table_.out.add_claim(contact_, property, squeeze(cell.text), cell.text, cells_.line()));
  }

  void read_cell(Cells::Cell const& cell) {
    using enum Field;
    if (&cell == subject_of(cells_))
      return say(property::title, cell);
    switch (cell.column->field) {
    case subject:
    case description: return say(property::topic, cell);
    case place: return say(property::place, cell);
    case city:
      if (!table_.header.has(place))
        return say(property::place, cell);
      return keep_unknown(cell, contact_, cells_.line(), table_.out);
    case note: return say(property::note, cell);
    case url: return say(property::url, cell);
    case official:
    case participants:
    case name:
    case counterpart:
    case organisation:
    case since: return; // who took part
    case date:
    case end_date:
    case id: return;
    default: return keep_unknown(cell, contact_, cells_.line(), table_.out);
    }
  }

  void link(Side const& participant) {
    auto const record = table_.out.mention(participant.kind, participant.name, participant.id, cells_.line());
    claim(table_.out.add_link(contact_, property::participant, record, {}, participant.name, cells_.line()));
  }

  Cells const& cells_;
  Table& table_;
  std::vector<Side> participants_;
  Interval valid_;
  Realis realis_ = Realis::asserted;
  RecordId contact_{};
};

} // namespace

void read_meeting(Cells const& cells, Table& table) { MeetingRow{cells, table}.read(); }

} // namespace attache::read
