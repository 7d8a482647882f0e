// Lists of companies with their figures, and of relations between companies.
#include "base/unicode.h"
#include "read/csv_rows.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace attache::read {
namespace {

std::string_view company_name(Cells const& cells) {
  auto const name = cells.first(Field::name);
  return name.empty() ? cells.first(Field::organisation) : name;
}

class CompanyRow {
public:
  CompanyRow(Cells const& cells, Table& table, RecordId company) : cells_(cells), table_(table), company_(company) {}

  void read() {
    for (auto const& cell : cells_.all())
      read_cell(cell);
  }

private:
  void say(std::string_view property, std::string value, Cells::Cell const& cell) {
    table_.out.add_claim(company_, property, std::move(value), cell.text, cells_.line());
  }

  void unread(Cells::Cell const& cell, std::string_view what, std::string hint) {
    table_.out.reject(cells_.line(),
                      fmt::format("'{}' in column '{}' is not {}; the company was kept without it", cell.text,
                                  cell.column->header, what),
                      std::move(hint));
  }

  void read_aliases(Cells::Cell const& cell) {
    for (auto& alias : split_names(cell.text))
      say(property::alias, std::move(alias), cell);
  }

  // The figure of this row: its kind, currency and date stand in their own columns, or kind and currency in the header.
  void read_figure(Cells::Cell const& cell) {
    auto const amount = amount_value(cell.text);
    if (!amount)
      return unread(cell, "an amount", "write digits, such as 532900000000 or 532.9 billion");
    auto kind = cell.column->figure.empty() ? std::string{cells_.first(Field::figure_kind)} : cell.column->figure;
    auto currency = std::string{cells_.first(Field::currency)};
    for (auto const& other : {cell.column->currency, amount->currency})
      currency = currency.empty() ? other : currency;
    std::ranges::replace(kind, ' ', '_');
    auto value = fmt::format("{} {} {}", kind.empty() ? "market_cap" : fold_case(kind),
                             currency.empty() ? "XXX" : currency, amount_string(amount->value));
    auto& claim = table_.out.add_claim(company_, property::figure, std::move(value), cell.text, cells_.line());
    auto const* const stated =
        cells_.find(Field::as_of) != nullptr ? cells_.find(Field::as_of) : cells_.find(Field::date);
    if (stated == nullptr)
      return;
    if (auto const date = date_value(stated->text, table_.order))
      claim.valid.from = *date;
    else
      unread(*stated, "a date", "write it as 2023-05-10");
  }

  void read_tier(Cells::Cell const& cell) {
    auto const digits = std::ranges::all_of(cell.text, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || cell.text.size() > 2)
      return unread(cell, "a tier", "write 1 for the most important, 2, 3 ...");
    say(property::tier, cell.text, cell);
  }

  void read_cell(Cells::Cell const& cell) {
    using enum Field;
    switch (cell.column->field) {
    case alias: return read_aliases(cell);
    case other_name:
    case nickname: return say(property::alias, squeeze(cell.text), cell);
    case sector: return say(property::sector, squeeze(cell.text), cell);
    case city: return say(property::city, squeeze(cell.text), cell);
    case country: return say(property::country, squeeze(cell.text), cell);
    case address: return say(property::address, squeeze(cell.text), cell);
    case url: return say(property::url, squeeze(cell.text), cell);
    case note: return say(property::note, cell.text, cell);
    case domain: return say(property::domain, fold_case(cell.text), cell);
    case ticker: return say(property::ticker, squeeze(cell.text), cell);
    case tier: return read_tier(cell);
    case amount: return read_figure(cell);
    case organisation:
      if (!cells_.first(name).empty())
        return keep_unknown(cell, company_, cells_.line(), table_.out);
      return;
    case name:
    case currency:
    case figure_kind:
    case as_of:
    case date: return; // the name, or parts of the figure
    default: return keep_unknown(cell, company_, cells_.line(), table_.out);
    }
  }

  Cells const& cells_;
  Table& table_;
  RecordId company_;
};

struct RelationWords {
  std::string_view property;
  std::string_view words; // folded, each between bars
};
constexpr std::array relation_words{
    RelationWords{property::customer_of, "|customer_of|customer of|customer|client|client of|buys from|고객|고객사|"},
    RelationWords{property::supplier_of,
                  "|supplier_of|supplier of|supplier|supplies|vendor|vendor of|공급사|공급업체|협력사|"},
    RelationWords{property::competitor_of,
                  "|competitor_of|competitor of|competitor|competes with|rival|경쟁사|경쟁업체|경쟁|"},
    RelationWords{property::owner_of, "|owner_of|owner of|owner|owns|parent of|parent|shareholder of|모회사|주주|"},
    RelationWords{property::partner_of, "|partner_of|partner of|partner|ally|alliance|제휴|제휴사|파트너|"}};

} // namespace

std::string_view relation_property(std::string_view word) {
  auto const barred = fmt::format("|{}|", fold_case(squeeze(word)));
  auto const found = std::ranges::find_if(
      relation_words, [&](RelationWords const& kind) { return kind.words.find(barred) != std::string_view::npos; });
  return found == relation_words.end() ? std::string_view{} : found->property;
}

// A company that has several rows (one a figure) is one record.
void read_company(Cells const& cells, Table& table) {
  auto const name = company_name(cells);
  if (name.empty()) {
    table.out.reject(cells.line(), "the row names no company", "fill in the company's name");
    return;
  }
  auto const ticker = cells.first(Field::ticker);
  auto const id = ticker.empty() ? cells.first(Field::id) : ticker;
  auto const company = table.out.mention(RecordKind::organisation, name, id, cells.line());
  CompanyRow{cells, table, company}.read();
}

void read_relation(Cells const& cells, Table& table) {
  auto const from = company_name(cells);
  auto const to = cells.first(Field::other);
  auto const word = cells.first(Field::relation);
  if (from.empty() || to.empty())
    return table.out.reject(cells.line(), "the row does not name two companies", "fill in both");
  auto const property = relation_property(word);
  if (property.empty())
    return table.out.reject(cells.line(), fmt::format("'{}' is not a relation that attache knows", word),
                            "one of: customer_of, supplier_of, competitor_of, owner_of, partner_of");
  auto const a = table.out.mention(RecordKind::organisation, from, {}, cells.line());
  auto const b = table.out.mention(RecordKind::organisation, to, {}, cells.line());
  auto& claim = table.out.add_link(a, property, b, {}, fmt::format("{} {} {}", from, word, to), cells.line());
  auto const from_date = cells.first(Field::since).empty() ? cells.first(Field::date) : cells.first(Field::since);
  claim.valid.from = date_value(from_date, table.order).value_or(Moment{});
  claim.valid.to = date_value(cells.first(Field::end_date), table.order).value_or(Moment{});
}

} // namespace attache::read
