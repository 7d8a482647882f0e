#include "keep/net/log.h"

#include "net/checksum.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

namespace attache::keep::net {
namespace {

using attache::net::Contact;

constexpr std::string_view magic = "ATCHLOG1";

struct Record {
  std::uint32_t a = 0, b = 0;
  std::int64_t at = 0;
  double weight = 0;
  std::uint64_t kind = 0;
  std::uint64_t checksum = 0;
};
static_assert(sizeof(Record) == 40);

// Of the record at its place, so that records moved about do not pass.
std::uint64_t checksum_of(Record record, std::uint64_t place) {
  record.checksum = place + 1;
  return attache::net::checksum(std::as_bytes(std::span{&record, 1}));
}

Record record_of(Contact const& contact, std::uint64_t place) {
  Record record{.a = contact.a,
                .b = contact.b,
                .at = contact.at.time_since_epoch().count(),
                .weight = contact.weight,
                .kind = contact.kind};
  record.checksum = checksum_of(record, place);
  return record;
}

Contact contact_of(Record const& record) {
  return {.a = record.a,
          .b = record.b,
          .at = Instant{std::chrono::seconds{record.at}},
          .kind = static_cast<std::uint8_t>(record.kind),
          .weight = record.weight};
}

Result<std::string> all_of(File const& file) {
  std::string bytes(TRY(file.size()), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    auto const got = ::pread(file.number(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      return system_failure("read", file.path());
    done += static_cast<std::size_t>(got);
  }
  return bytes;
}

Record record_at(std::string_view records, std::uint64_t place) {
  Record record;
  std::memcpy(&record, records.data() + place * sizeof(Record), sizeof(Record));
  return record;
}

bool is_good(Record const& record, std::uint64_t place) { return record.checksum == checksum_of(record, place); }

// How many records are whole. Bad ones may only be followed by bad ones: those are what a crash left.
Result<std::uint64_t> whole(std::string_view records, std::string const& path) {
  auto const count = records.size() / sizeof(Record);
  std::uint64_t good = 0;
  while (good < count && is_good(record_at(records, good), good))
    ++good;
  for (auto place = good; place < count; ++place)
    if (is_good(record_at(records, place), place))
      return fail(Fault::input, fmt::format("the contact log is damaged at contact {}", good + 1), path,
                  "restore it from a backup");
  return good;
}

} // namespace

Result<ContactLog> ContactLog::open(std::string const& path, std::vector<Contact>& kept) {
  auto file = TRY(File::open(path, O_RDWR | O_CREAT));
  if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0)
    return fail(Fault::conflict, "the contact log is in use", path, "close the other program");
  auto const bytes = TRY(all_of(file));
  auto const begun = std::string_view{bytes}.substr(0, magic.size());
  if (magic.substr(0, begun.size()) != begun)
    return fail(Fault::input, "this is no contact log", path);
  if (begun.size() < magic.size()) { // new, or torn while it was made
    TRY(file.cut(0));
    TRY(file.write(magic));
    TRY(file.sync());
    TRY(sync_folder_of(path));
    return ContactLog{std::move(file), 0};
  }
  auto const records = std::string_view{bytes}.substr(magic.size());
  auto const count = TRY(whole(records, path));
  for (std::uint64_t place = 0; place < count; ++place)
    kept.push_back(contact_of(record_at(records, place)));
  TRY(file.cut(magic.size() + count * sizeof(Record)));
  return ContactLog{std::move(file), count};
}

Result<void> ContactLog::append(std::span<Contact const> contacts) {
  buffer_.clear();
  auto place = size_;
  for (auto const& contact : contacts) {
    auto const record = record_of(contact, place++);
    buffer_.append(reinterpret_cast<char const*>(&record), sizeof(Record));
  }
  TRY(file_.write(buffer_));
  TRY(file_.sync());
  size_ = place;
  return {};
}

} // namespace attache::keep::net
