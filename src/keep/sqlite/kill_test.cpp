#include "keep/sqlite/store.h"

#include "keep/sqlite/test_folder_test.h"

#include <atomic>
#include <csignal>
#include <fmt/format.h>
#include <map>
#include <random>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace attache::keep::sqlite {
namespace {

constexpr int kills = 100, kills_an_office = 10, batches = 4, rows = 25;

// What the child says about itself in memory that both see.
struct Progress {
  std::atomic<bool> open{false}, writing{false};
  std::atomic<int> committed{0};
};

Batch batch_of_people(int first) {
  Batch batch;
  for (auto row = first; row < first + rows; ++row) {
    batch.records.push_back({.key = fmt::format("card:{}", row)});
    batch.claims.push_back({.subject = RecordId{row}, .property = "name", .value = fmt::format("홍길동 {}", row)});
  }
  batch.rejected.push_back({.where = "line 1"});
  return batch;
}

Result<void> write_source(Store& store, int index) {
  auto const writer = TRY(store.begin(test_note(index)));
  TRY(writer->add_source({.hash = fmt::format("source {}", index)}));
  for (auto batch = 0; batch < batches; ++batch)
    TRY(writer->add(batch_of_people(1 + batch * rows)));
  if (index > 1)
    TRY(writer->set_status(ClaimId{1}, index % 2 == 0 ? Status::rejected : Status::accepted, "in turn"));
  TRY(writer->commit());
  return {};
}

// Makes the office if need be and writes until it is killed.
[[noreturn]] void child(std::string const& path, Progress& progress) {
  auto store = std::filesystem::exists(path) ? open(path) : create(path);
  if (!store)
    ::_exit(3);
  progress.open = true;
  auto next = static_cast<int>((*store)->sources(always)->size()) + 1;
  for (;; ++next) {
    progress.writing = true;
    if (!write_source(**store, next))
      ::_exit(3);
    progress.committed = next;
    progress.writing = false;
  }
}

// Lets the child get so far that there is something to spoil; the first of an office is killed while it makes it, too.
void wait_for(Progress const& progress, bool first, std::mt19937& random) {
  for (auto waited = 0; !first && !progress.open && waited < 5000; ++waited)
    ::usleep(1000);
  ::usleep(std::uniform_int_distribution<useconds_t>{0, 15'000}(random));
}

void each_source_is_whole(Store& store, int committed) {
  auto const sources = store.sources(always).value();
  CHECK(static_cast<int>(sources.size()) >= committed);
  std::map<SourceId, int> claims;
  auto const all = store.claims({}).value();
  for (auto const& claim : all)
    ++claims[claim.source];
  for (auto const& source : sources) {
    CHECK(claims[source.id] == batches * rows);
    CHECK(store.rejected(source.id)->size() == batches);
  }
  CHECK(store.records(always)->size() == all.size());
  CHECK(store.journal()->size() == sources.size());
}

} // namespace

TEST_CASE("killed a hundred times at random moments, an office opens again with all or nothing of each source") {
  TestFolder const folder;
  auto* const shared = ::mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  REQUIRE(shared != MAP_FAILED);
  auto& progress = *new (shared) Progress;
  std::mt19937 random{1};
  auto in_the_middle = 0;
  for (auto kill = 0; kill < kills; ++kill) {
    auto const path = folder.path(fmt::format("{}.attache", kill / kills_an_office));
    progress.committed = 0;
    progress.open = progress.writing = false;
    auto const pid = ::fork();
    if (pid == 0)
      child(path, progress);
    wait_for(progress, kill % kills_an_office == 0, random);
    ::kill(pid, SIGKILL);
    auto status = 0;
    ::waitpid(pid, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    in_the_middle += progress.writing ? 1 : 0;
    if (!std::filesystem::exists(path)) // killed before the new office had its name
      continue;
    auto const store = open(path);
    REQUIRE(store);
    CHECK((*store)->check().value() == std::vector<std::string>{});
    each_source_is_whole(**store, progress.committed);
  }
  ::munmap(shared, sizeof(Progress));
  CHECK(in_the_middle > kills / 4); // or the kills would prove little
}

} // namespace attache::keep::sqlite
