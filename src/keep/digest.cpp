#include "keep/digest.h"

#include <array>
#include <bit>
#include <cstring>
#include <fmt/format.h>
#include <new>
#include <openssl/evp.h>
#include <span>

namespace attache::keep {
namespace {

constexpr std::size_t buffer_size = 16384;

using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

// OpenSSL fails here only without memory.
void require(bool ok) {
  if (!ok)
    throw std::bad_alloc{};
}

// Rows of one kind as bytes: integers as 8 bytes little-endian, texts as their length and bytes.
class Stream {
public:
  Stream() : context_{EVP_MD_CTX_new(), &EVP_MD_CTX_free} {
    require(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
  }

  Stream& integer(std::int64_t value) {
    static_assert(std::endian::native == std::endian::little);
    auto const bytes = std::bit_cast<std::array<char, sizeof value>>(value);
    append({bytes.data(), bytes.size()});
    return *this;
  }
  Stream& real(double value) { return integer(std::bit_cast<std::int64_t>(value)); }
  Stream& text(std::string_view value) {
    integer(static_cast<std::int64_t>(value.size()));
    append(value);
    return *this;
  }
  Stream& moment(Moment const& value) {
    return integer(value.at.time_since_epoch().count()).integer(static_cast<std::int64_t>(value.precision));
  }
  template <class Enum>
  Stream& code(Enum value) {
    return integer(static_cast<std::int64_t>(value));
  }

  std::string finish() {
    flush();
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned size = 0;
    require(EVP_DigestFinal_ex(context_.get(), bytes.data(), &size) == 1);
    std::string hex;
    for (auto const byte : std::span{bytes}.first(size))
      hex += fmt::format("{:02x}", byte);
    return hex;
  }

private:
  void append(std::string_view bytes) {
    if (used_ + bytes.size() > buffer_.size())
      flush();
    if (bytes.size() > buffer_.size()) {
      require(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
      return;
    }
    std::memcpy(buffer_.data() + used_, bytes.data(), bytes.size());
    used_ += bytes.size();
  }
  void flush() {
    require(EVP_DigestUpdate(context_.get(), buffer_.data(), used_) == 1);
    used_ = 0;
  }

  Context context_;
  std::array<char, buffer_size> buffer_;
  std::size_t used_ = 0;
};

} // namespace

struct Digest::Streams {
  Stream sources, records, claims, rejected, statuses, decisions;
};

Digest::Digest() : streams_{std::make_unique<Streams>()} {}
Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::add(Source const& source) {
  streams_->sources.code(source.id)
      .text(source.hash)
      .text(source.kind)
      .text(source.name)
      .text(source.feed)
      .text(source.title)
      .text(source.publisher)
      .moment(source.published)
      .text(source.text);
}

void Digest::add(Record const& record) {
  streams_->records.code(record.id).code(record.source).code(record.kind).text(record.key);
}

void Digest::add(Claim const& claim, Placed const& ids) {
  streams_->claims.code(ids.id)
      .code(ids.source)
      .code(ids.subject)
      .text(claim.property)
      .code(ids.object)
      .text(claim.value)
      .text(claim.evidence.locator)
      .code(claim.evidence.begin)
      .code(claim.evidence.end)
      .text(claim.evidence.quote)
      .code(claim.attribution.voice)
      .text(claim.attribution.name)
      .text(claim.attribution.cue)
      .integer(claim.attribution.hedged)
      .code(claim.realis)
      .moment(claim.valid.from)
      .moment(claim.valid.to)
      .text(claim.valid.zone)
      .real(claim.confidence)
      .integer(claim.derived)
      .code(claim.status);
}

void Digest::add(SourceId source, Rejected const& item) {
  streams_->rejected.code(source).text(item.where).text(item.reason).text(item.hint);
}

void Digest::add(StatusChange const& change) {
  streams_->statuses.code(change.claim).code(change.status).text(change.why);
}

void Digest::add(Decision const& decision) {
  auto& stream = streams_->decisions;
  stream.code(decision.id)
      .code(decision.a)
      .code(decision.b)
      .code(decision.verdict)
      .text(decision.by)
      .text(decision.why)
      .real(decision.probability)
      .code(decision.undoes)
      .integer(static_cast<std::int64_t>(decision.reasons.size()));
  for (auto const& reason : decision.reasons)
    stream.text(reason.field).text(reason.detail).real(reason.bits);
  // What format 1 could not say follows only where it is said, so that what it wrote keeps its digest.
  if (decision.valid != Interval{} || decision.part_of != DecisionId{})
    stream.text("format 2").moment(decision.valid.from).moment(decision.valid.to).code(decision.part_of);
}

std::string Digest::finish(std::string const& previous, ChangeId id, Note const& note) {
  Stream whole;
  whole.text(previous).code(id).text(note.what).text(note.by).integer(note.at.time_since_epoch().count());
  auto const streams = std::exchange(streams_, std::make_unique<Streams>());
  for (auto* stream : {&streams->sources, &streams->records, &streams->claims, &streams->rejected, &streams->statuses,
                       &streams->decisions})
    whole.text(stream->finish());
  return whole.finish();
}

std::string digest(std::string const& previous, ChangeId id, Note const& note, Change const& change) {
  Digest whole;
  for (auto const& source : change.sources)
    whole.add(source);
  for (auto const& record : change.records)
    whole.add(record);
  for (auto const& claim : change.claims)
    whole.add(claim, placed(claim));
  for (auto const& [source, item] : change.rejected)
    whole.add(source, item);
  for (auto const& status : change.statuses)
    whole.add(status);
  for (auto const& decision : change.decisions)
    whole.add(decision);
  return whole.finish(previous, id, note);
}

} // namespace attache::keep
