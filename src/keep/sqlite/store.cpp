#include "keep/sqlite/store.h"

#include "keep/sqlite/check.h"
#include "keep/sqlite/files.h"
#include "keep/sqlite/reader.h"
#include "keep/sqlite/schema.h"
#include "keep/sqlite/writer.h"

#include <filesystem>
#include <fmt/format.h>

namespace attache::keep::sqlite {
namespace {

class FileStore final : public Store {
public:
  explicit FileStore(Database database) : database_{std::move(database)} {}

  Result<std::unique_ptr<Writer>> begin(Note const& note) override {
    if (!pen_)
      pen_ = TRY(Pen::open(database_.path()));
    return pen_->begin(note);
  }
  Result<std::optional<SourceId>> find_source(std::string const& hash) override { return reader_.find_source(hash); }
  Result<std::vector<Source>> sources(Instant known_at) override { return reader_.sources(known_at); }
  Result<Source> load_source(SourceId id) override { return reader_.load_source(id); }
  Result<std::vector<Rejected>> rejected(SourceId id) override { return reader_.rejected(id); }
  Result<std::vector<Record>> records(Instant known_at) override { return reader_.records(known_at); }
  Result<std::vector<Claim>> claims(ClaimFilter const& filter) override { return reader_.claims(filter); }
  Result<std::vector<Decision>> decisions(Instant known_at) override { return reader_.decisions(known_at); }
  Result<std::vector<Entry>> journal() override { return reader_.journal(); }
  Result<std::string> head() override { return reader_.head(); }
  Result<std::optional<Change>> since(std::string const& digest) override { return reader_.since(digest); }
  Result<std::vector<std::string>> check() override { return sqlite::check(database_, reader_); }
  Result<void> backup(std::string const& path) override { return copy_to_new_file(database_, path); }

private:
  Database database_;
  Reader reader_{database_};
  std::unique_ptr<Pen> pen_;
};

} // namespace

Result<std::unique_ptr<Store>> open(std::string const& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error) && !error)
    return fail(Fault::not_found, fmt::format("there is no office {}", path), {}, "make one with 'attache init'");
  auto database = TRY(Database::open(path, Access::existing));
  auto const known = migrations();
  TRY(recognise(database, known));
  TRY(migrate(database, known));
  return std::make_unique<FileStore>(std::move(database));
}

} // namespace attache::keep::sqlite
