// A file descriptor that closes itself, and what is done with one.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace attache::keep::net {

class File {
public:
  // `flags` as for open(2). Fault::not_found if it is not there, else unavailable.
  static Result<File> open(std::string const& path, int flags);
  File(File&& other) noexcept : number_{std::exchange(other.number_, -1)}, path_{std::move(other.path_)} {}
  File& operator=(File&& other) noexcept;
  ~File();

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] std::string const& path() const { return path_; }
  Result<std::size_t> size() const;
  Result<void> write(std::string_view bytes); // where the file stands
  Result<void> sync();                        // until it is on the disk
  Result<void> cut(std::size_t bytes);        // and stand at the new end

private:
  File(int number, std::string path) : number_{number}, path_{std::move(path)} {}
  int number_ = -1;
  std::string path_;
};

// Waits until the names in the folder of `path` are on the disk.
Result<void> sync_folder_of(std::string const& path);

// Fault::unavailable with what the system says.
tl::unexpected<Error> system_failure(std::string_view doing, std::string const& path);

} // namespace attache::keep::net
