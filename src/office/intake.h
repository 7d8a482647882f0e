// One source on its way into the store: one transaction, counted, compared with the earlier export of its feed.
#pragma once

#include "office/ingest.h"

#include <map>
#include <memory>
#include <set>

namespace attache::office {

class Intake {
public:
  // Starts the transaction and the source in it.
  static Result<Intake> begin(Office const& office, Source const& source);

  // Keeps a batch (see Writer::add); every record carries its local id.
  Result<void> add(Batch&& batch);
  // The record `local` of this source is somebody known already, says the reader of its format.
  Result<void> join(RecordId local, RecordId known, std::string const& why, Reason reason);
  // Retracts what an earlier export of this feed stated and this one does not, joins records of equal key, commits.
  Result<Imported> commit();

private:
  // What an earlier export of the feed stated: its records, its accepted claims, and how a claim is recognised.
  struct Earlier {
    std::vector<Record> records;
    std::vector<Claim> claims;
    std::map<std::int64_t, std::string> keys; // by record
  };
  Intake(Office const& office, std::unique_ptr<keep::Writer> writer) : office_(&office), writer_(std::move(writer)) {}
  void count(Batch const& batch);
  void remember(Batch const& batch);
  Result<void> retract_vanished();
  Result<void> join_equal_keys();
  static Result<Earlier> earlier_export(Office const& office, Source const& source);

  Office const* office_;
  std::unique_ptr<keep::Writer> writer_;
  Imported imported_;
  Earlier earlier_;
  std::map<std::int64_t, std::string> keys_;    // local record -> key, only if there is an earlier export
  std::map<std::string, std::int64_t> records_; // kind and key -> local record
  std::set<std::string> stated_;                // the claims of this export
  Moment from_, to_;                            // the span of the contacts of this export
};

} // namespace attache::office
