#include "http/page.h"

#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace attache::http {
namespace {

std::string_view media_type(std::string const& extension) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> types{
      {{".html", "text/html; charset=utf-8"},
       {".js", "text/javascript; charset=utf-8"},
       {".css", "text/css; charset=utf-8"},
       {".svg", "image/svg+xml"},
       {".json", "application/json"},
       {".woff2", "font/woff2"},
       {".png", "image/png"},
       {".ico", "image/x-icon"},
       {".webmanifest", "application/manifest+json"},
       {".txt", "text/plain; charset=utf-8"}}};
  for (auto const& [known, type] : types)
    if (extension == known)
      return type;
  return "application/octet-stream";
}

Result<std::string> content_of(std::filesystem::path const& path) {
  std::ifstream file{path, std::ios::binary};
  std::string bytes{std::istreambuf_iterator<char>{file}, {}};
  if (!file)
    return fail(Fault::unavailable, fmt::format("{} cannot be read", path.string()));
  return bytes;
}

} // namespace

Result<Page> Page::load(std::string const& folder) {
  Page page;
  if (folder.empty())
    return page;
  std::error_code error;
  for (auto entry = std::filesystem::recursive_directory_iterator{folder, error};
       !error && entry != std::filesystem::recursive_directory_iterator{}; entry.increment(error)) {
    if (!entry->is_regular_file())
      continue;
    auto const path = "/" + entry->path().lexically_relative(folder).generic_string();
    auto const cached = path.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    page.files_.emplace(path, Reply{.content_type = std::string{media_type(entry->path().extension().string())},
                                    .body = TRY(content_of(entry->path())),
                                    .headers = {{"Cache-Control", cached}}});
  }
  if (!page.files_.contains("/index.html"))
    return fail(Fault::unavailable, fmt::format("there is no page in {}", folder), {},
                "build it with 'npm --prefix web run build'");
  return page;
}

std::optional<Reply> Page::find(std::string const& path) const {
  auto const found = files_.find(path == "/" ? "/index.html" : path);
  return found == files_.end() ? std::nullopt : std::optional{found->second};
}

} // namespace attache::http
