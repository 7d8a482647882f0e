#include "keep/net/snapshot.h"

#include "keep/net/file.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

namespace attache::keep::net {

Result<void> write_snapshot(std::string const& path, std::string_view block) {
  auto const draft = fmt::format("{}.{}.new", path, ::getpid());
  auto written = [&]() -> Result<void> {
    auto file = TRY(File::open(draft, O_WRONLY | O_CREAT | O_TRUNC));
    TRY(file.write(block));
    TRY(file.sync());
    if (std::rename(draft.c_str(), path.c_str()) != 0)
      return system_failure("put in place", path);
    return sync_folder_of(path);
  }();
  if (!written)
    ::unlink(draft.c_str());
  return written;
}

void Snapshot::Unmap::operator()(std::byte const* at) const {
  ::munmap(const_cast<std::byte*>(at), bytes); // NOLINT(cppcoreguidelines-pro-type-const-cast): POSIX
}

Result<Snapshot> Snapshot::open(std::string const& path) {
  auto const file = TRY(File::open(path, O_RDONLY));
  auto const bytes = TRY(file.size());
  if (bytes == 0)
    return fail(Fault::input, "the network snapshot is damaged: it is empty", path);
  auto* const at = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED | MAP_POPULATE, file.number(), 0);
  if (at == MAP_FAILED)
    return system_failure("map", path);
  Memory memory{static_cast<std::byte const*>(at), Unmap{bytes}};
  auto base = attache::net::Base::read({memory.get(), bytes});
  if (!base) {
    base.error().where = path;
    return tl::unexpected{std::move(base).error()};
  }
  return Snapshot{std::move(memory), *std::move(base)};
}

} // namespace attache::keep::net
