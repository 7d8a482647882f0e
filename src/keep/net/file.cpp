#include "keep/net/file.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace attache::keep::net {

tl::unexpected<Error> system_failure(std::string_view doing, std::string const& path) {
  auto const code = errno;
  return fail(code == ENOENT ? Fault::not_found : Fault::unavailable,
              fmt::format("cannot {} {}: {}", doing, path, std::generic_category().message(code)));
}

Result<File> File::open(std::string const& path, int flags) {
  auto const number = ::open(path.c_str(), flags | O_CLOEXEC, 0644); // NOLINT(cppcoreguidelines-pro-type-vararg): POSIX
  if (number < 0)
    return system_failure("open", path);
  return File{number, path};
}

File& File::operator=(File&& other) noexcept {
  std::swap(number_, other.number_);
  std::swap(path_, other.path_);
  return *this;
}

File::~File() {
  if (number_ >= 0)
    ::close(number_);
}

Result<std::size_t> File::size() const {
  struct stat status{};
  if (::fstat(number_, &status) != 0)
    return system_failure("look at", path_);
  return static_cast<std::size_t>(status.st_size);
}

Result<void> File::write(std::string_view bytes) {
  while (!bytes.empty()) {
    auto const written = ::write(number_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      return system_failure("write to", path_);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<void> File::sync() {
  if (::fdatasync(number_) != 0)
    return system_failure("write to the disk", path_);
  return {};
}

Result<void> File::cut(std::size_t bytes) {
  if (::ftruncate(number_, static_cast<off_t>(bytes)) != 0 || ::lseek(number_, static_cast<off_t>(bytes), SEEK_SET) < 0)
    return system_failure("cut", path_);
  return {};
}

Result<void> sync_folder_of(std::string const& path) {
  auto folder = std::filesystem::path{path}.parent_path().string();
  auto file = TRY(File::open(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY));
  return file.sync();
}

} // namespace attache::keep::net
