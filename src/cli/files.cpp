#include "cli/files.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace attache::cli {
namespace {

namespace fs = std::filesystem;

// Not a source: hidden, or about the folder itself.
bool left_aside(fs::path const& path) {
  auto const name = path.filename().string();
  return name.starts_with('.') || name.starts_with("README") || name.starts_with("LICENSE");
}

} // namespace

Result<std::vector<std::string>> files_under(std::vector<std::string> const& paths) {
  std::vector<std::string> files;
  for (auto const& path : paths) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      std::vector<std::string> found;
      for (auto const& entry :
           fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied, error))
        if (entry.is_regular_file() && !left_aside(entry.path()))
          found.push_back(entry.path().string());
      std::ranges::sort(found);
      std::ranges::move(found, std::back_inserter(files));
    } else if (fs::exists(path, error))
      files.push_back(path);
    else
      return fail(Fault::not_found, fmt::format("{} does not exist", path));
  }
  return files;
}

Result<std::string> read_file(std::string const& path) {
  std::ifstream const file(path, std::ios::binary);
  std::ostringstream bytes;
  if (!file || !(bytes << file.rdbuf() || fs::file_size(path) == 0))
    return fail(Fault::unavailable, fmt::format("{} cannot be read", path));
  return std::move(bytes).str();
}

Result<void> write_file(std::string const& folder, std::string const& name, std::string_view bytes) {
  std::error_code error;
  fs::create_directories(folder, error);
  auto const path = fs::path{folder} / name;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file)
    return fail(Fault::unavailable, fmt::format("{} cannot be written", path.string()));
  return {};
}

std::string file_name(std::string const& path) { return fs::path{path}.filename().string(); }
std::string stem(std::string const& path) { return fs::path{path}.stem().string(); }

} // namespace attache::cli
