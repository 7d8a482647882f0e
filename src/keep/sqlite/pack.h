// Records and claims of a large source as bytes: all that their rows would say, in a tenth of the room (adr/0012).
#pragma once

#include "keep/sqlite/columns.h"
#include "model/claim.h"

#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace attache::keep::sqlite {

// Texts that claims of one source share, numbered from 0 as they come; each pack brings its fresh ones along.
class SharedTexts {
public:
  std::uint64_t number(std::string const& text);
  // Those added since the last call, as bytes.
  std::string take_fresh();

private:
  std::unordered_map<std::string, std::uint64_t> numbers_;
  ColumnWriter fresh_;
};
// Adds what take_fresh() gave; false if it is damaged.
bool add_texts(std::vector<std::string>& texts, std::string_view bytes);

// Their ids are the numbers from the first one's on.
std::string pack_records(std::span<Record const> records);
// Of the pack that begins with `first`. Nothing if it is damaged.
std::optional<std::vector<Record>> unpack_records(std::string_view bytes, RecordId first, SourceId source);

// Claims with the ids that the store gave; those of the claims themselves are the numbers from the first one's on.
std::string pack_claims(std::span<Claim const> claims, SharedTexts& texts);

// What claims of a pack have in common: few forms, many claims.
struct Form {
  std::string property;
  Attribution attribution;
  Realis realis = Realis::asserted;
  Precision from = Precision::unknown, to = Precision::unknown;
  std::string zone;
  double confidence = 1;
  bool derived = false;
  Status status = Status::accepted;
  std::string place;     // the locator, without the number at its end
  bool numbered = false; // it has one
  bool operator==(Form const&) const = default;
};

// One claim of a pack while it is read.
struct PackedClaim {
  std::size_t form = 0;
  std::int64_t subject = 0, object = 0, locator = 0, from = 0, to = 0;
  std::uint64_t begin = 0, end = 0;
  std::string_view value, quote;
};

// The claims of a pack, one after the other.
class ClaimPack {
public:
  // `texts` of the source, at least up to this pack; they outlive it. Nothing if it is damaged.
  static std::optional<ClaimPack> read(std::string_view bytes, std::vector<std::string> const& texts);
  [[nodiscard]] std::vector<Form> const& forms() const { return forms_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  // The next claim; at most size() times.
  PackedClaim next();
  // False once something that was read makes no sense.
  [[nodiscard]] bool good() const { return good_; }
  // The claim as it was packed, but for id, source and recorded.
  [[nodiscard]] Claim claim(PackedClaim const& one) const;

private:
  std::shared_ptr<std::string const> plain_;
  std::vector<std::string> const* texts_ = nullptr;
  std::vector<Form> forms_;
  std::size_t size_ = 0;
  std::int64_t unit_ = 1;
  PackedClaim last_;
  ColumnReader form_, subject_, object_, value_, words_, locator_, begin_, length_, quote_, from_, lasting_;
  bool good_ = true;
};

} // namespace attache::keep::sqlite
