#include "keep/sqlite/files.h"

#include "keep/sqlite/schema.h"
#include "keep/sqlite/store.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>

namespace attache::keep::sqlite {
namespace {

bool exists(std::string const& path) {
  std::error_code error;
  return std::filesystem::exists(path, error);
}

// A database with what SQLite may have left beside it.
void remove_database(std::string const& path) {
  std::error_code error;
  for (auto const* suffix : {"", "-wal", "-shm", "-journal"})
    std::filesystem::remove(path + suffix, error);
}

auto cannot_write(std::string const& path, std::string_view why) {
  return fail(Fault::unavailable, fmt::format("{} cannot be written: {}", path, why), {},
              "look at the path and at the permissions of its folder");
}

// Gives a finished file its name, never over another one.
Result<void> publish(std::string const& from, std::string const& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
    return {};
  // Some file systems know no such rename.
  if (errno == EINVAL && !exists(to) && std::rename(from.c_str(), to.c_str()) == 0)
    return {};
  auto const why = std::string{std::strerror(errno)};
  remove_database(from);
  return cannot_write(to, why);
}

// A file of ours that is removed in the end, whatever happens.
struct Scratch {
  std::string path;
  explicit Scratch(std::string name) : path{std::move(name)} { remove_database(path); }
  ~Scratch() { remove_database(path); }
  Scratch(Scratch const&) = delete;
  Scratch& operator=(Scratch const&) = delete;
};

Result<void> lay_out(std::string const& path) {
  auto database = TRY(Database::open(path, Access::create));
  TRY(database.run(fmt::format("PRAGMA application_id = {}; PRAGMA journal_mode = WAL", application_id)));
  auto const known = migrations();
  return migrate(database, known);
}

// Copies `backup` to `scratch` and proves the copy.
Result<void> copy_proven(std::string const& backup, std::string const& scratch) {
  {
    auto from = TRY(Database::open(backup, Access::read_only));
    TRY(recognise(from, migrations()));
    auto to = TRY(Database::open(scratch, Access::create));
    TRY(from.copy_to(to));
  }
  auto const broken = TRY(TRY(open(scratch))->check());
  if (!broken.empty())
    return fail(Fault::input, fmt::format("{} is no sound backup: {}", backup, broken.front()), {},
                broken.size() == 1 ? "" : fmt::format("and {} more; choose another backup", broken.size() - 1));
  return {};
}

// False: too damaged to say. Fault::input for somebody else's database, which must not be overwritten.
Result<bool> readable_office(std::string const& path) {
  auto database = Database::open(path, Access::existing);
  if (!database)
    return false;
  auto const id = database->integer("PRAGMA application_id");
  if (id && *id != application_id)
    return fail(Fault::input, fmt::format("{} is not an attache office and is left as it is", path), {},
                "choose another name");
  return id.has_value();
}

std::string free_name(std::string const& path) {
  auto name = path + ".before-restore";
  for (int count = 2; exists(name); ++count)
    name = fmt::format("{}.before-restore-{}", path, count);
  return name;
}

// Over the pages of the file that is there: one transaction for everybody who has it open.
Result<void> replace_content(std::string const& scratch, Database& target, std::string const& aside) {
  TRY(copy_to_new_file(target, aside));
  auto from = TRY(Database::open(scratch, Access::existing));
  return from.copy_to(target);
}

// A file that SQLite cannot read any more is moved away as it is.
Result<void> replace_file(std::string const& scratch, std::string const& path, std::string const& aside) {
  std::error_code error;
  for (auto const* suffix : {"-wal", "-shm"})
    if (exists(path + suffix))
      std::filesystem::rename(path + suffix, aside + suffix, error);
  TRY(publish(path, aside));
  return publish(scratch, path);
}

} // namespace

Result<void> copy_to_new_file(Database& database, std::string const& path) {
  if (exists(path))
    return cannot_write(path, "it exists");
  Scratch const scratch{path + ".part"};
  {
    auto copy = TRY(Database::open(scratch.path, Access::create));
    TRY(database.copy_to(copy));
  }
  return publish(scratch.path, path);
}

Result<std::unique_ptr<Store>> create(std::string const& path) {
  if (exists(path))
    return fail(Fault::conflict, fmt::format("{} exists", path), {}, "choose another name");
  Scratch const scratch{path + ".new"};
  TRY(lay_out(scratch.path));
  TRY(publish(scratch.path, path));
  return open(path);
}

Result<std::string> restore(std::string const& backup, std::string const& path) {
  if (!exists(backup))
    return fail(Fault::not_found, fmt::format("there is no backup {}", backup));
  Scratch const scratch{path + ".restoring"};
  TRY(copy_proven(backup, scratch.path));
  if (!exists(path)) {
    TRY(publish(scratch.path, path));
    return std::string{};
  }
  auto const aside = free_name(path);
  if (TRY(readable_office(path))) {
    auto target = TRY(Database::open(path, Access::existing));
    TRY(replace_content(scratch.path, target, aside));
  } else {
    TRY(replace_file(scratch.path, path, aside));
  }
  return aside;
}

} // namespace attache::keep::sqlite
