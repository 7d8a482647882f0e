// All readers on files that other projects collected because they are awkward, and on a real office's address books
// and calendars. Both lie outside of the repository; without them there is nothing to check.
#include "read/gather_test.h"
#include "read/icalendar.h"
#include "read/mail.h"
#include "read/vcard.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <sstream>
#include <unistd.h>

namespace attache::read {
namespace {

namespace fs = std::filesystem;

fs::path data_folder() {
  auto const* const chosen = std::getenv("ATTACHE_DATA");
  return chosen != nullptr ? fs::path{chosen} : fs::path{"../shared/data"};
}

std::string bytes_of(fs::path const& path) {
  std::ifstream file{path, std::ios::binary};
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

Result<Batch> read_file(fs::path const& path) {
  auto const bytes = bytes_of(path);
  auto const name = path.filename().string();
  return all_of([&](Sink const& sink) -> Result<void> {
    if (path.extension() == ".vcf")
      return vcard(bytes, name, sink);
    if (path.extension() == ".ics")
      return icalendar(bytes, name, Day{std::chrono::year{2024} / 1 / 1}, sink);
    return mail(bytes, name, sink);
  });
}

struct Tally {
  int files = 0, faults = 0;
  std::size_t people = 0, contacts = 0, claims = 0, rejected = 0;
};

void count(Result<Batch> const& batch, Tally& tally) {
  ++tally.files;
  if (!batch) {
    ++tally.faults;
    return;
  }
  tally.people += records_of(*batch, RecordKind::person).size();
  tally.contacts += records_of(*batch, RecordKind::contact).size();
  tally.claims += batch->claims.size();
  tally.rejected += batch->rejected.size();
}

// Unpacked into a folder that goes away again.
class Unpacked {
public:
  explicit Unpacked(fs::path const& archive)
      : folder_{fs::temp_directory_path() / fmt::format("attache_nasty_{}", getpid())} {
    fs::create_directories(folder_);
    auto const command = fmt::format("tar -xJf '{}' -C '{}'", archive.string(), folder_.string());
    good_ = std::system(command.c_str()) == 0; // NOLINT(bugprone-command-processor,cert-env33-c): a test's own paths
  }
  Unpacked(Unpacked const&) = delete;
  Unpacked& operator=(Unpacked const&) = delete;
  ~Unpacked() { fs::remove_all(folder_); }
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] fs::path const& folder() const { return folder_; }

private:
  fs::path folder_;
  bool good_ = false;
};

TEST_CASE("awkward files of other projects are read or refused, and keep the rules of batches") {
  auto const archive = data_folder() / "real/nasty/dev.tar.xz";
  if (!fs::exists(archive)) {
    MESSAGE("skipped: " << archive.string() << " is not here");
    return;
  }
  Unpacked const unpacked{archive};
  REQUIRE(unpacked.good());
  std::map<std::string, Tally> tallies;
  for (auto const& entry : fs::recursive_directory_iterator{unpacked.folder()}) {
    if (!entry.is_regular_file())
      continue;
    auto const batch = read_file(entry.path());
    if (batch)
      CHECK_MESSAGE(broken_rule(*batch, 3 * entry.file_size()) == "", entry.path().filename().string());
    else
      CHECK_MESSAGE(batch.error().fault == Fault::input, entry.path().filename().string());
    count(batch, tallies[entry.path().extension().string()]);
  }
  for (auto const& [kind, t] : tallies)
    MESSAGE(kind << ": " << t.files << " files, " << t.faults << " refused, " << t.people << " people, " << t.contacts
                 << " contacts, " << t.claims << " claims, " << t.rejected << " rejected");
  CHECK(tallies[".vcf"].people > 100);
  CHECK(tallies[".ics"].contacts > 500);
  CHECK(tallies[".mbox"].contacts > 20);
  CHECK(tallies[".eml"].contacts > 200);
}

TEST_CASE("a real office is read whole") {
  auto const demo = data_folder() / "real/demo";
  if (!fs::exists(demo)) {
    MESSAGE("skipped: " << demo.string() << " is not here");
    return;
  }
  std::map<std::string, std::size_t> const contacts{{"secretary_travel_2017-2025.ics", 457},
                                                    {"president_travel_2017-2024.ics", 71},
                                                    {"visits_to_washington_2017-2024.ics", 378},
                                                    {"readouts_2021-2023H1.ics", 837}};
  for (auto const& [name, expected] : contacts) {
    auto const batch = read_file(demo / name);
    REQUIRE(batch);
    CHECK(records_of(*batch, RecordKind::contact).size() == expected);
    CHECK(batch->rejected.empty());
  }
  auto const cards = read_file(demo / "contacts_from_lists.vcf");
  REQUIRE(cards);
  CHECK(records_of(*cards, RecordKind::person).size() == 1523);
  CHECK(cards->rejected.empty());
}

} // namespace
} // namespace attache::read
