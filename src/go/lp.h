// A linear programme that grows: rows first, then columns, solved again and again. Clp behind a thin wall.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace attache::go {

inline constexpr double unbounded = 1e100;

// Where the simplex method stands: to come back to later. Rows and columns added since are as they were born.
struct Basis {
  std::vector<unsigned char> columns, rows;
};

// Maximises cost * x with row_lower <= A x <= row_upper and lower <= x <= upper.
class Lp {
public:
  Lp();
  ~Lp();
  Lp(Lp const&) = delete;
  Lp& operator=(Lp const&) = delete;

  using Entries = std::vector<std::pair<int, double>>; // row, coefficient; each row once
  // Returns the index of the new row or column. A row added after columns may bring entries by column.
  int add_row(double lower, double upper, Entries const& by_column = {});
  int add_column(double cost, double lower, double upper, Entries const& by_row);
  void set_column_bounds(int column, double lower, double upper);
  void set_cost(int column, double cost);
  void set_row_bounds(int row, double lower, double upper);
  [[nodiscard]] Basis basis() const;
  void set_basis(Basis const& basis);
  // Takes columns out (ascending); those behind them move up. Columns outside the basis leave it as it is.
  void drop_columns(std::vector<int> const& columns);

  // `spend` is told, at every step of the simplex method, of the work that it takes (as steps of meter.h), and says
  // whether to stop: what is stopped is not solved.
  void share_with(std::function<bool(std::int64_t)> spend);
  // True if solved to optimality (within tolerances: believe no bound of it that you have not checked).
  bool solve();
  // The value after at most `steps` steps of the dual simplex method from here, then everything as before: an upper
  // estimate of value() under changed bounds.
  double estimate(std::vector<int> const& columns_out, int steps);
  [[nodiscard]] double value() const;
  [[nodiscard]] std::vector<double> primal() const; // per column
  [[nodiscard]] std::vector<double> dual() const;   // per row: what one more unit of its right-hand side is worth
  [[nodiscard]] int rows() const;
  [[nodiscard]] int columns() const;

private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

} // namespace attache::go
