#include "keep/sqlite/writer.h"

#include "keep/digest.h"
#include "keep/intake.h"
#include "keep/sqlite/bulk.h"
#include "keep/sqlite/rows.h"

#include <fmt/format.h>

namespace attache::keep::sqlite {
class FileWriter final : public Writer {
public:
  FileWriter(Pen& pen, Note note, Transaction transaction)
      : pen_{pen}, transaction_{std::move(transaction)}, entry_{.note = std::move(note)}, bulk_{pen.database_} {
    pen_.writing_ = true;
  }
  ~FileWriter() override {
    if (!done_)
      pen_.words_.clear(); // some may go with the rollback
    pen_.writing_ = false;
  }
  FileWriter(FileWriter const&) = delete;
  FileWriter& operator=(FileWriter const&) = delete;

  Result<void> start();
  Result<SourceId> add_source(Source const& source) override;
  Result<void> add(Batch const& batch) override;
  RecordId first_record() const override { return intake_.first(); }
  Result<void> set_status(ClaimId claim, Status status, std::string const& why) override;
  Result<DecisionId> decide(Decision const& decision) override;
  Result<ChangeId> commit() override;

private:
  Result<void> open() const;
  Result<void> add_record(Record const& record);
  Result<void> add_claim(Claim const& claim);
  Result<void> end_source();
  Result<void> keep_row(Claim const& claim);
  Result<void> keep_reasons(Decision const& decision);
  Result<std::optional<Decision>> find_decision(DecisionId id);

  Pen& pen_;
  Transaction transaction_;
  Entry entry_;
  std::string previous_; // digest
  // Last numbers given.
  std::int64_t source_ = 0, record_ = 0, claim_ = 0, decision_ = 0, rejected_ = 0;
  Intake intake_;
  Digest digest_;
  Bulk bulk_;
  bool done_ = false;
};

Result<void> FileWriter::start() {
  auto& database = pen_.database_;
  TRY(pen_.refresh_words());
  previous_ = TRY(database.text("SELECT digest FROM change ORDER BY id DESC LIMIT 1"));
  entry_.id = ChangeId{TRY(database.integer("SELECT max(id) FROM change")) + 1};
  source_ = TRY(database.integer("SELECT max(id) FROM source"));
  record_ = TRY(database.integer(greatest_record));
  claim_ = TRY(database.integer(greatest_claim));
  decision_ = TRY(database.integer("SELECT max(id) FROM decision"));
  auto const& note = entry_.note;
  return pen_.statements_.change.run(entry_.id, std::string_view{note.what}, std::string_view{note.by},
                                     seconds(note.at));
}

Result<void> FileWriter::open() const {
  if (done_)
    return fail(Fault::internal, "this change is already committed");
  return {};
}

Result<SourceId> FileWriter::add_source(Source const& source) {
  TRY(open());
  if (source.hash.empty())
    return fail(Fault::input, fmt::format("source '{}' has no hash", source.name));
  auto kept = source;
  kept.id = SourceId{source_ + 1};
  TRY(intake_.start(kept.id, RecordId{record_ + 1}));
  TRY(end_source());
  bulk_.start(kept.id, RecordId{record_ + 1});
  auto const added = pen_.statements_.source.run(
      kept.id, entry_.id, record_ + 1, claim_ + 1, std::string_view{source.hash}, std::string_view{source.kind},
      std::string_view{source.name}, std::string_view{source.feed}, std::string_view{source.title},
      std::string_view{source.publisher}, seconds(source.published.at), source.published.precision,
      std::string_view{source.text});
  if (!added && added.error().fault == Fault::conflict)
    return fail(Fault::conflict, fmt::format("'{}' has already been read", source.name));
  TRY(added);
  digest_.add(kept);
  ++source_;
  ++entry_.sources;
  rejected_ = 0;
  return kept.id;
}

Result<void> FileWriter::add(Batch const& batch) {
  TRY(open());
  if (!intake_.started())
    return fail(Fault::internal, "a batch comes before its source");
  for (auto const& record : batch.records)
    TRY(add_record(record));
  for (auto const& claim : batch.claims)
    TRY(add_claim(claim));
  for (auto const& item : batch.rejected) {
    TRY(pen_.statements_.rejected.run(intake_.source(), ++rejected_, std::string_view{item.where},
                                      std::string_view{item.reason}, std::string_view{item.hint}));
    digest_.add(intake_.source(), item);
  }
  return bulk_.write();
}

Result<void> FileWriter::add_record(Record const& record) {
  auto kept = TRY(intake_.place(record));
  digest_.add(kept);
  TRY(bulk_.add(std::move(kept)));
  ++record_;
  ++entry_.records;
  return {};
}

Result<void> FileWriter::add_claim(Claim const& claim) {
  auto const ids = TRY(intake_.place(claim, ClaimId{claim_ + 1}));
  digest_.add(claim, ids);
  auto kept = claim;
  kept.id = ids.id;
  kept.subject = ids.subject;
  kept.object = ids.object;
  bulk_.add(std::move(kept));
  ++claim_;
  ++entry_.claims;
  return {};
}

// What is too little for a pack becomes rows.
Result<void> FileWriter::end_source() {
  auto const rest = TRY(bulk_.finish());
  for (auto const& record : rest.records)
    TRY(pen_.statements_.record.run(record.id, record.source, record.kind, std::string_view{record.key}));
  for (auto const& claim : rest.claims)
    TRY(keep_row(claim));
  return {};
}

Result<void> FileWriter::keep_row(Claim const& claim) {
  auto const& [locator, begin, end, quote] = claim.evidence;
  auto const& [voice, name, cue, hedged] = claim.attribution;
  auto const& [from, to, zone] = claim.valid;
  return pen_.statements_.claim.run(
      claim.id, claim.subject, TRY(pen_.word(claim.property)), unless_zero(number(claim.object)),
      std::string_view{claim.value}, std::string_view{locator}, begin, end, std::string_view{quote}, voice,
      TRY(pen_.word(name)), TRY(pen_.word(cue)), hedged, claim.realis, seconds(from.at), from.precision, seconds(to.at),
      to.precision, TRY(pen_.word(zone)), claim.confidence, claim.derived, claim.status);
}

Result<void> FileWriter::set_status(ClaimId claim, Status status, std::string const& why) {
  TRY(open());
  if (number(claim) < 1 || number(claim) > claim_)
    return fail(Fault::not_found, fmt::format("there is no claim {}", number(claim)));
  TRY(pen_.statements_.status.run(entry_.id, ++entry_.statuses, claim, status, std::string_view{why}));
  TRY(pen_.statements_.current.run(claim, status));
  digest_.add(StatusChange{.claim = claim, .status = status, .why = why});
  return {};
}

Result<std::optional<Decision>> FileWriter::find_decision(DecisionId id) {
  std::optional<Decision> found;
  auto row = TRY(pen_.database_.prepare("SELECT a, b, verdict FROM decision WHERE id = ?"));
  TRY(row.each(
      [&] {
        found = Decision{.id = id,
                         .a = row.id<RecordId>(0),
                         .b = row.id<RecordId>(1),
                         .verdict = static_cast<Verdict>(row.integer(2))};
      },
      id));
  return found;
}

Result<DecisionId> FileWriter::decide(Decision const& decision) {
  TRY(open());
  auto const undone = number(decision.undoes) == 0 ? std::nullopt : TRY(find_decision(decision.undoes));
  auto kept = TRY(settled(decision, {.records = record_, .decisions = decision_}, undone ? &*undone : nullptr));
  kept.id = DecisionId{decision_ + 1};
  TRY(pen_.statements_.decision.run(kept.id, entry_.id, kept.a, kept.b, kept.verdict, std::string_view{kept.by},
                                    std::string_view{kept.why}, kept.probability, unless_zero(number(kept.undoes)),
                                    seconds(kept.valid.from.at), kept.valid.from.precision, seconds(kept.valid.to.at),
                                    kept.valid.to.precision, unless_zero(number(kept.part_of))));
  TRY(keep_reasons(kept));
  digest_.add(kept);
  ++decision_;
  ++entry_.decisions;
  return kept.id;
}

Result<void> FileWriter::keep_reasons(Decision const& decision) {
  std::int64_t position = 0;
  for (auto const& reason : decision.reasons)
    TRY(pen_.statements_.reason.run(decision.id, ++position, std::string_view{reason.field},
                                    std::string_view{reason.detail}, reason.bits));
  return {};
}

Result<ChangeId> FileWriter::commit() {
  TRY(open());
  TRY(intake_.finish());
  TRY(end_source());
  auto const digest = digest_.finish(previous_, entry_.id, entry_.note);
  TRY(pen_.statements_.close_change.run(entry_.sources, entry_.records, entry_.claims, entry_.statuses,
                                        entry_.decisions, std::string_view{digest}, entry_.id));
  TRY(transaction_.commit());
  done_ = true;
  return entry_.id;
}

Result<std::unique_ptr<Pen>> Pen::open(std::string const& path) {
  auto pen = std::unique_ptr<Pen>{new Pen{TRY(Database::open(path, Access::existing))}};
  TRY(pen->prepare());
  return pen;
}

Result<void> Pen::prepare() {
  auto const insert = [&](std::string_view table, int values) {
    std::string marks = "?";
    while (--values > 0)
      marks += ", ?";
    return database_.prepare(fmt::format("INSERT INTO {} VALUES ({})", table, marks));
  };
  statements_.change = TRY(insert("change (id, what, asked_by, at)", 4));
  statements_.close_change = TRY(database_.prepare("UPDATE change SET sources = ?, records = ?, claims = ?, "
                                                   "statuses = ?, decisions = ?, digest = ? WHERE id = ?"));
  statements_.source = TRY(insert("source", 13));
  statements_.record = TRY(insert("record", 4));
  statements_.word = TRY(insert("word", 2));
  statements_.claim = TRY(insert("claim", 22));
  statements_.rejected = TRY(insert("rejected", 5));
  statements_.status = TRY(insert("status_change", 5));
  statements_.current = TRY(database_.prepare("INSERT INTO current_status VALUES (?, ?) "
                                              "ON CONFLICT (claim_id) DO UPDATE SET status = excluded.status"));
  statements_.decision = TRY(insert("decision", 14));
  statements_.reason = TRY(insert("reason", 5));
  return {};
}

Result<std::unique_ptr<Writer>> Pen::begin(Note const& note) {
  if (writing_)
    return fail(Fault::unavailable, "the office is being written to");
  auto writer = std::make_unique<FileWriter>(*this, note, TRY(Transaction::write(database_)));
  TRY(writer->start());
  return writer;
}

// All of them: another program may have added some, or put a backup in the place of the file.
Result<void> Pen::refresh_words() {
  words_.clear();
  auto row = TRY(database_.prepare("SELECT id, text FROM word"));
  return row.each([&] { words_.emplace(row.text(1), row.integer(0)); });
}

Result<std::optional<std::int64_t>> Pen::word(std::string const& text) {
  if (text.empty())
    return std::nullopt;
  auto const known = words_.find(text);
  if (known != words_.end())
    return known->second;
  auto const id = static_cast<std::int64_t>(words_.size()) + 1;
  TRY(statements_.word.run(id, std::string_view{text}));
  words_.emplace(text, id);
  return id;
}

} // namespace attache::keep::sqlite
