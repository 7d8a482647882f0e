#include "cli/file_shelf.h"

#include "office/hash.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <unistd.h>
#include <vector>

namespace attache::cli {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t most_entries = 64;

class FileShelf : public office::Shelf {
public:
  FileShelf(std::string folder, std::string maker) : folder_{std::move(folder)}, maker_{std::move(maker)} {}

  std::optional<std::string> find(std::string const& key) override {
    std::ifstream file{path_of(key), std::ios::binary};
    std::string first;
    if (!std::getline(file, first) || first != headline(key))
      return std::nullopt;
    return std::string{std::istreambuf_iterator<char>{file}, {}};
  }

  // Under another name first, so that no reader sees half of it.
  void put(std::string const& key, std::string const& text) override {
    std::error_code error;
    if (folder_.empty() || (fs::create_directories(folder_, error), error))
      return;
    auto const path = path_of(key), half = fmt::format("{}.{}", path, getpid());
    {
      std::ofstream file{half, std::ios::binary};
      file << headline(key) << '\n' << text;
      if (!file)
        return;
    }
    fs::permissions(half, fs::perms::owner_read | fs::perms::owner_write, error);
    fs::rename(half, path, error);
    forget_oldest();
  }

private:
  [[nodiscard]] std::string headline(std::string const& key) const { return fmt::format("attache {} {}", maker_, key); }
  [[nodiscard]] std::string path_of(std::string const& key) const {
    return fmt::format("{}/{}.txt", folder_, office::sha256(headline(key)).substr(0, 32));
  }
  void forget_oldest() const {
    std::error_code error;
    std::vector<std::pair<fs::file_time_type, fs::path>> entries;
    for (auto const& entry : fs::directory_iterator{folder_, error})
      if (entry.path().extension() == ".txt")
        entries.emplace_back(entry.last_write_time(error), entry.path());
    std::ranges::sort(entries);
    for (std::size_t i = 0; i + most_entries < entries.size(); ++i)
      fs::remove(entries[i].second, error);
  }

  std::string folder_, maker_;
};

} // namespace

std::unique_ptr<office::Shelf> file_shelf(std::string folder, std::string maker) {
  return std::make_unique<FileShelf>(std::move(folder), std::move(maker));
}

} // namespace attache::cli
