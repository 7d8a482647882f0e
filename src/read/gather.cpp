#include "read/gather.h"

#include "base/unicode.h"
#include "model/vocabulary.h"

#include <fmt/format.h>

namespace attache::read {
namespace {

constexpr std::size_t large_batch = 8192; // claims

std::string display_name(std::string_view display) {
  auto name = squeeze(display);
  while (name.size() >= 2 && (name.front() == '"' || name.front() == '\'') && name.back() == name.front())
    name = squeeze(std::string_view{name}.substr(1, name.size() - 2));
  return name.find('@') == std::string::npos ? name : std::string{};
}

} // namespace

RecordId Gather::add(RecordKind kind, std::string key) {
  auto unique = key;
  for (int n = 2; !keys_.insert(unique).second; ++n)
    unique = fmt::format("{}#{}", key, n);
  auto const id = RecordId{++records_};
  batch_.records.push_back({.id = id, .kind = kind, .key = std::move(unique)});
  return id;
}

void Gather::reject(std::size_t line, std::string reason, std::string hint) {
  batch_.rejected.push_back(
      {.where = fmt::format("{}:{}", name_, line), .reason = std::move(reason), .hint = std::move(hint)});
}

Result<void> Gather::flush_large() {
  if (batch_.claims.size() + batch_.rejected.size() < large_batch)
    return {};
  return finish();
}

Result<void> Gather::finish() { return sink_(std::exchange(batch_, {})); }

Evidence on_line(std::size_t line, std::size_t begin, std::size_t end) {
  return {.locator = fmt::format("line {}", line), .begin = begin, .end = end};
}

Claim statement(RecordId subject, std::string_view property, std::string value, Evidence evidence,
                std::string_view words) {
  Claim claim{.subject = subject, .property = std::string{property}, .value = std::move(value)};
  claim.evidence = std::move(evidence);
  if (words != claim.value)
    claim.evidence.quote = words;
  return claim;
}

RecordId Correspondents::person(std::string_view address, std::string_view display, Evidence const& evidence) {
  auto const mail = fold_case(squeeze(address));
  auto const name = display_name(display);
  if (mail.empty() && name.empty())
    return {};
  auto const key = mail.empty() ? "name:" + fold_case(name) : "mailto:" + mail;
  auto& known = known_[key];
  if (known.id == RecordId{}) {
    known.id = out_.add(RecordKind::person, key);
    if (!mail.empty())
      out_.claim(statement(known.id, property::email, mail, evidence, address));
  }
  if (!name.empty() && known.names.insert(fold_case(name)).second)
    out_.claim(statement(known.id, known.names.size() == 1 ? property::name : property::alias, name, evidence, name));
  return known.id;
}

} // namespace attache::read
