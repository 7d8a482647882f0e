// The composition root: the only place that knows every part.
#include "cli/cli.h"
#include "cli/file_shelf.h"
#include "http/server.h"
#include "keep/net/snapshot.h"
#include "keep/sqlite/store.h"

#include <chrono>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <unistd.h>

namespace {

using namespace attache;

Result<std::unique_ptr<keep::Store>> open_store(std::string const& path, bool create) {
  return create ? keep::sqlite::create(path) : keep::sqlite::open(path);
}

// The built page beside the program: in the source tree or where the package puts it.
std::string page_folder() {
  std::error_code error;
  auto const program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (auto const& folder : {program / "../share/attache/page", program / "../../web/dist"})
    if (std::filesystem::exists(folder / "index.html", error))
      return std::filesystem::weakly_canonical(folder, error).string();
  return {};
}

std::string variable(char const* name) {
  auto const* const value = std::getenv(name);
  return value == nullptr ? std::string{} : std::string{value};
}

// Where derived data may be kept (XDG Base Directory Specification); empty without a home.
std::string cache_folder() {
  auto const cache = variable("XDG_CACHE_HOME"), home = variable("HOME");
  if (cache.starts_with('/'))
    return cache + "/attache";
  return home.empty() ? std::string{} : home + "/.cache/attache";
}

// Names this very build, so that no other one takes what it worked out for its own.
std::string maker() {
  std::error_code error;
  auto const program = std::filesystem::read_symlink("/proc/self/exe", error);
  return std::to_string(std::filesystem::file_size(program, error)) + "-" +
         std::to_string(std::filesystem::last_write_time(program, error).time_since_epoch().count());
}

// Contact networks in files, mapped.
cli::BlockFiles block_files() {
  return {.open = [](std::string const& path) -> std::optional<office::Block> {
            auto snapshot = keep::net::Snapshot::open(path);
            if (!snapshot)
              return std::nullopt;
            auto const kept = std::make_shared<keep::net::Snapshot const>(*std::move(snapshot));
            return office::Block{.owner = kept, .base = kept->base()};
          },
          // A network that cannot be kept is made again the next time.
          .write = [](std::string const& path,
                      std::string_view block) { static_cast<void>(keep::net::write_snapshot(path, block)); }};
}

cli::World world(office::Shelf* shelf) {
  auto const* const user = std::getenv("USER");
  return {.open_store = open_store,
          .restore = [](std::string const& from, std::string const& to) { return keep::sqlite::restore(from, to); },
          .serve =
              [](std::string const& path, cli::World::Serving const& serving, office::Office const& office) {
                return http::serve(
                    {.address = serving.address, .port = serving.port, .page = serving.page},
                    [path] { return keep::sqlite::open(path); }, office, std::cout);
              },
          .now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()),
          .shelf = shelf,
          .user = user == nullptr || *user == '\0' ? "owner" : user,
          .page = page_folder(),
          .terminal = isatty(STDOUT_FILENO) == 1 && isatty(STDERR_FILENO) == 1};
}

} // namespace

int main(int argc, char** argv) {
  try {
    auto const shelf = cli::file_shelf(cache_folder(), maker(), block_files());
    return cli::run({argv, static_cast<std::size_t>(argc)}, world(shelf.get()), std::cout, std::cerr);
  } catch (std::exception const& error) {
    std::cerr << "attache: a bug: " << error.what() << "\n";
    return 4;
  }
}
