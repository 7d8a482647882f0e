// A typed layer over sqlite3: a connection, and statements that are prepared once and bound, stepped and reset safely.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace attache::keep::sqlite {

// A NULL for zero: how an absent id is kept.
inline std::optional<std::int64_t> unless_zero(std::int64_t id) { return id == 0 ? std::nullopt : std::optional{id}; }

// Bytes that are no text.
struct Bytes {
  std::string_view value; // not copied
};

// One prepared statement. Columns count from 0; texts that they give live until the next step.
class Statement {
public:
  // Binds `values` in order, runs to the end, resets. Every parameter must have a value.
  template <class... Values>
  Result<void> run(Values const&... values) {
    return each([] {}, values...);
  }
  // The same, calling `use()` for each row. `values` must live until the end.
  template <class Use, class... Values>
  Result<void> each(Use use, Values const&... values) {
    Reset const reset{*this};
    TRY(bind_all(values...));
    while (TRY(step()))
      if constexpr (std::is_void_v<decltype(use())>)
        use();
      else
        TRY(use());
    return {};
  }
  // Binds, and leaves the rows to be fetched with step().
  template <class... Values>
  Result<void> bind_all(Values const&... values) {
    [[maybe_unused]] int index = 0;
    (bind(++index, values), ...);
    return bound(index);
  }
  Result<bool> step(); // true: there is a row
  void reset();

  [[nodiscard]] bool null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const; // 0 for NULL
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view view(int column) const; // of a text or of bytes
  [[nodiscard]] std::string text(int column) const { return std::string{view(column)}; }
  template <class Id>
  [[nodiscard]] Id id(int column) const {
    return Id{integer(column)};
  }

private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  struct Reset {
    Statement& statement;
    ~Reset() { statement.reset(); }
  };

  void bind(int index, std::int64_t value);
  void bind(int index, double value);
  void bind(int index, std::string_view value); // not copied
  void bind(int index, Bytes value);
  void bind(int index, std::optional<std::int64_t> value);
  template <class Number>
    requires std::is_integral_v<Number> || std::is_enum_v<Number>
  void bind(int index, Number value) {
    bind(index, static_cast<std::int64_t>(value));
  }
  Result<void> bound(int count);

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

enum class Access : std::uint8_t { existing, create, read_only };

// One connection. Faults of sqlite3 become ours: unavailable (busy, full, read-only, cannot open, damaged),
// conflict (a key twice), input (not a database), internal (everything else).
class Database {
public:
  static Result<Database> open(std::string const& path, Access access);

  Result<Statement> prepare(std::string_view sql);
  // Runs one or more statements without parameters or rows.
  Result<void> run(std::string const& sql);
  // The first column of the first row; 0 or empty if there is none.
  Result<std::int64_t> integer(std::string_view sql);
  Result<std::string> text(std::string_view sql);

  // Copies everything in this database over `to`, as one transaction there.
  Result<void> copy_to(Database& to);
  // True inside a transaction.
  [[nodiscard]] bool in_transaction() const;
  [[nodiscard]] std::string const& path() const { return path_; }

private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };

  std::unique_ptr<sqlite3, Close> handle_;
  std::string path_;
};

// A transaction that is rolled back unless it was committed. Must not outlive its Database.
class Transaction {
public:
  static Result<Transaction> read(Database& database);  // one consistent view
  static Result<Transaction> write(Database& database); // Fault::unavailable if another writes for more than 5 s
  Transaction(Transaction&& other) noexcept : database_{std::exchange(other.database_, nullptr)} {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Result<void> commit();

private:
  explicit Transaction(Database& database) : database_{&database} {}
  Database* database_;
};

} // namespace attache::keep::sqlite
