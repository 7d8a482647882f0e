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
constexpr std::size_t most_entries = 64, most_blocks = 8;

class FileShelf : public office::BlockShelf {
public:
  FileShelf(std::string folder, std::string maker, BlockFiles blocks)
      : folder_{std::move(folder)}, maker_{std::move(maker)}, blocks_{std::move(blocks)} {}

  std::optional<std::string> find(std::string const& key) override {
    std::ifstream file{path_of(key, ".txt"), std::ios::binary};
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
    auto const path = path_of(key, ".txt"), half = fmt::format("{}.{}", path, getpid());
    {
      std::ofstream file{half, std::ios::binary};
      file << headline(key) << '\n' << text;
      if (!file)
        return;
    }
    fs::permissions(half, fs::perms::owner_read | fs::perms::owner_write, error);
    fs::rename(half, path, error);
    forget_oldest(".txt", most_entries);
  }

  std::optional<office::Block> find_block(std::string const& key) override {
    return blocks_.open && !folder_.empty() ? blocks_.open(path_of(key, ".network")) : std::nullopt;
  }

  void put_block(std::string const& key, std::string_view block) override {
    std::error_code error;
    if (!blocks_.write || folder_.empty() || (fs::create_directories(folder_, error), error))
      return;
    blocks_.write(path_of(key, ".network"), block);
    forget_oldest(".network", most_blocks);
  }

private:
  [[nodiscard]] std::string headline(std::string const& key) const { return fmt::format("attache {} {}", maker_, key); }
  [[nodiscard]] std::string path_of(std::string const& key, std::string_view ending) const {
    return fmt::format("{}/{}{}", folder_, office::sha256(headline(key)).substr(0, 32), ending);
  }
  void forget_oldest(std::string_view ending, std::size_t most) const {
    std::error_code error;
    std::vector<std::pair<fs::file_time_type, fs::path>> entries;
    for (auto const& entry : fs::directory_iterator{folder_, error})
      if (entry.path().extension() == ending)
        entries.emplace_back(entry.last_write_time(error), entry.path());
    std::ranges::sort(entries);
    for (std::size_t i = 0; i + most < entries.size(); ++i)
      fs::remove(entries[i].second, error);
  }

  std::string folder_, maker_;
  BlockFiles blocks_;
};

} // namespace

std::unique_ptr<office::BlockShelf> file_shelf(std::string folder, std::string maker, BlockFiles blocks) {
  return std::make_unique<FileShelf>(std::move(folder), std::move(maker), std::move(blocks));
}

} // namespace attache::cli
