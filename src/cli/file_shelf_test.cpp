#include "cli/file_shelf.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

namespace attache::cli {
namespace {

namespace fs = std::filesystem;

// A folder that goes when the test ends.
struct Folder {
  fs::path path;
  Folder() {
    auto name = (fs::temp_directory_path() / "attache-shelf-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  ~Folder() { fs::remove_all(path); }
};

TEST_CASE("a shelf gives back what was put there, and nothing under another key or from another program") {
  Folder const folder;
  auto const path = (folder.path / "deeper").string();
  auto const shelf = file_shelf(path, "one");
  CHECK_FALSE(shelf->find("a").has_value());
  shelf->put("a", "first\nsecond");
  CHECK(shelf->find("a") == "first\nsecond");
  CHECK(file_shelf(path, "one")->find("a") == "first\nsecond");
  CHECK_FALSE(shelf->find("b").has_value());
  CHECK_FALSE(file_shelf(path, "two")->find("a").has_value());
}

TEST_CASE("an entry that was tampered with is not found") {
  Folder const folder;
  auto const shelf = file_shelf(folder.path.string(), "one");
  shelf->put("a", "text");
  for (auto const& entry : fs::directory_iterator{folder.path})
    std::ofstream{entry.path()} << "something else\ntext";
  CHECK_FALSE(shelf->find("a").has_value());
}

TEST_CASE("a shelf does not grow without end, and one that cannot be written forgets") {
  Folder const folder;
  auto const shelf = file_shelf(folder.path.string(), "one");
  for (int i = 0; i < 80; ++i)
    shelf->put(std::to_string(i), "text");
  CHECK(std::distance(fs::directory_iterator{folder.path}, fs::directory_iterator{}) <= 64);
  auto const nowhere = file_shelf("/proc/nowhere", "one");
  nowhere->put("a", "text");
  CHECK_FALSE(nowhere->find("a").has_value());
  auto const none = file_shelf("", "one");
  none->put("a", "text");
  CHECK_FALSE(none->find("a").has_value());
}

} // namespace
} // namespace attache::cli
