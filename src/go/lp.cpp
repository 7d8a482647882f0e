#include "go/lp.h"

#include <ClpEventHandler.hpp>
#include <ClpSimplex.hpp>
#include <algorithm>

namespace attache::go {
namespace {

// Clp's startFinishOptions: leave work areas and factorisation for the next call; or use what was left, too.
constexpr int keep_at_end = 1, keep_all = 3;
constexpr int cells_per_step = 100; // rows and columns that a step of the simplex method looks at

// Clp asks it at the end of every step.
class Watch : public ClpEventHandler {
public:
  explicit Watch(std::function<bool(std::int64_t)> spend) : spend_(std::move(spend)) {}
  int event(Event which) override {
    constexpr int go_on = -1, stop = 0;
    if (which != endOfIteration)
      return go_on;
    return spend_(1 + (model_->numberRows() + model_->numberColumns()) / cells_per_step) ? stop : go_on;
  }
  [[nodiscard]] ClpEventHandler* clone() const override { return new Watch(*this); } // Clp's way to own it

private:
  std::function<bool(std::int64_t)> spend_;
};

} // namespace

// Clp minimises: costs are negated on the way in, duals on the way out. New columns wait until the next solve, because
// adding them one by one would copy the matrix each time.
struct Lp::Engine {
  ClpSimplex clp;
  std::vector<CoinBigIndex> starts{0};
  std::vector<int> rows;
  std::vector<double> elements, lower, upper, cost;
  bool bounds_changed = false, solved_once = false;
  bool same_basis = false; // nobody has touched the basis since Clp last stopped

  [[nodiscard]] int pending() const { return static_cast<int>(cost.size()); }
  void flush() {
    if (cost.empty())
      return;
    clp.addColumns(pending(), lower.data(), upper.data(), cost.data(), starts.data(), rows.data(), elements.data());
    starts.assign(1, 0);
    for (auto* list : {&elements, &lower, &upper, &cost})
      list->clear();
    rows.clear();
  }
};

Lp::Lp() : engine_(std::make_unique<Engine>()) {
  engine_->clp.setLogLevel(0);
  engine_->clp.scaling(0); // entries are ones and minutes
  engine_->clp.setPerturbation(100);
  engine_->clp.setDualTolerance(1e-9); // duals become a proof
}
Lp::~Lp() = default;

void Lp::share_with(std::function<bool(std::int64_t)> spend) {
  Watch watch{std::move(spend)};
  engine_->clp.passInEventHandler(&watch); // Clp keeps a copy
}

int Lp::add_row(double lower, double upper, Entries const& by_column) {
  engine_->flush();
  std::vector<int> columns;
  std::vector<double> elements;
  for (auto const& [column, element] : by_column) {
    columns.push_back(column);
    elements.push_back(element);
  }
  engine_->clp.addRow(static_cast<int>(columns.size()), columns.data(), elements.data(), lower, upper);
  engine_->bounds_changed = true;
  return rows() - 1;
}

int Lp::add_column(double cost, double lower, double upper, Entries const& by_row) {
  auto& engine = *engine_;
  engine.cost.push_back(-cost);
  engine.lower.push_back(lower);
  engine.upper.push_back(upper);
  for (auto const& [row, element] : by_row) {
    engine.rows.push_back(row);
    engine.elements.push_back(element);
  }
  engine.starts.push_back(static_cast<CoinBigIndex>(engine.rows.size()));
  return columns() - 1;
}

void Lp::set_column_bounds(int column, double lower, double upper) {
  engine_->flush();
  if (engine_->clp.columnLower()[column] == lower && engine_->clp.columnUpper()[column] == upper)
    return;
  engine_->clp.setColumnBounds(column, lower, upper);
  engine_->bounds_changed = true;
}

void Lp::set_cost(int column, double cost) {
  engine_->flush();
  engine_->clp.setObjectiveCoefficient(column, -cost);
}

void Lp::set_row_bounds(int row, double lower, double upper) {
  engine_->flush();
  if (engine_->clp.rowLower()[row] == lower && engine_->clp.rowUpper()[row] == upper)
    return;
  engine_->clp.setRowBounds(row, lower, upper);
  engine_->bounds_changed = true;
}

Basis Lp::basis() const {
  auto const* status = engine_->clp.statusArray();
  auto const columns = engine_->clp.numberColumns();
  return {{status, status + columns}, {status + columns, status + columns + engine_->clp.numberRows()}};
}

void Lp::set_basis(Basis const& basis) {
  engine_->flush();
  auto& clp = engine_->clp;
  for (int i = 0; i < clp.numberColumns(); ++i)
    clp.setColumnStatus(i, std::size_t(i) < basis.columns.size()
                               ? static_cast<ClpSimplex::Status>(basis.columns[std::size_t(i)] & 7)
                               : ClpSimplex::atLowerBound);
  for (int i = 0; i < clp.numberRows(); ++i)
    clp.setRowStatus(i, std::size_t(i) < basis.rows.size()
                            ? static_cast<ClpSimplex::Status>(basis.rows[std::size_t(i)] & 7)
                            : ClpSimplex::basic);
  engine_->bounds_changed = true;
  engine_->same_basis = false;
}

void Lp::drop_columns(std::vector<int> const& columns) {
  engine_->flush();
  if (columns.empty())
    return;
  engine_->clp.deleteColumns(static_cast<int>(columns.size()), columns.data());
  engine_->same_basis = false;
}

bool Lp::solve() {
  engine_->flush();
  if (engine_->bounds_changed && engine_->solved_once)
    engine_->clp.dual(0, engine_->same_basis ? keep_all : keep_at_end);
  else
    engine_->clp.primal(engine_->solved_once ? 1 : 0);
  engine_->bounds_changed = false;
  engine_->solved_once = engine_->same_basis = true;
  return engine_->clp.isProvenOptimal();
}

double Lp::estimate(std::vector<int> const& columns_out, int steps) {
  auto& clp = engine_->clp;
  engine_->flush();
  auto const total = clp.numberRows() + clp.numberColumns();
  std::vector<unsigned char> const basis{clp.statusArray(), clp.statusArray() + total};
  std::vector<double> const primal{clp.primalColumnSolution(), clp.primalColumnSolution() + clp.numberColumns()};
  std::vector<double> upper;
  for (auto const column : columns_out) {
    upper.push_back(clp.columnUpper()[column]);
    clp.setColumnUpper(column, 0);
  }
  auto const most = clp.maximumIterations();
  clp.setMaximumIterations(steps);
  clp.dual(0, engine_->same_basis ? keep_all : keep_at_end);
  auto const value = clp.isProvenPrimalInfeasible() ? -unbounded : -clp.objectiveValue();
  clp.setMaximumIterations(most);
  for (std::size_t i = 0; i < columns_out.size(); ++i)
    clp.setColumnUpper(columns_out[i], upper[i]);
  std::copy(basis.begin(), basis.end(), clp.statusArray());
  std::copy(primal.begin(), primal.end(), clp.primalColumnSolution());
  engine_->bounds_changed = true;
  engine_->same_basis = false;
  return value;
}

double Lp::value() const { return -engine_->clp.objectiveValue(); }

std::vector<double> Lp::primal() const {
  auto const* first = engine_->clp.primalColumnSolution();
  return {first, first + engine_->clp.numberColumns()};
}

std::vector<double> Lp::dual() const {
  auto const* first = engine_->clp.dualRowSolution();
  std::vector<double> duals{first, first + engine_->clp.numberRows()};
  for (auto& dual : duals)
    dual = -dual;
  return duals;
}

int Lp::rows() const { return engine_->clp.numberRows(); }
int Lp::columns() const { return engine_->clp.numberColumns() + engine_->pending(); }

} // namespace attache::go
