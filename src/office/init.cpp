#include "office/init.h"

#include "base/unicode.h"
#include "model/vocabulary.h"
#include "office/hash.h"

#include <fmt/format.h>

namespace attache::office {
namespace {

Claim own_claim(std::string_view property, std::string value) {
  return {.subject = RecordId{1},
          .property = std::string{property},
          .value = std::move(value),
          .evidence = {.locator = "init"}};
}

} // namespace

Result<void> init(Office const& office, Principal const& principal) {
  auto const name = squeeze(nfc(principal.name));
  if (name.empty())
    return fail(Fault::input, "the principal has no name", {}, "attache init --principal 'HONG Gildong'");
  Batch batch{.records = {{.id = RecordId{1}, .kind = RecordKind::person, .key = "principal"}}};
  batch.claims.push_back(own_claim(property::name, name));
  batch.claims.push_back(own_claim(property::principal, "yes"));
  for (auto const& alias : principal.aliases)
    batch.claims.push_back(own_claim(property::alias, squeeze(nfc(alias))));
  for (auto const& email : principal.emails)
    batch.claims.push_back(own_claim(property::email, fold_case(squeeze(email))));

  auto const writer = TRY(
      office.store.begin({.what = fmt::format("make the office of {}", name), .by = office.user, .at = office.now}));
  TRY(writer->add_source({.hash = sha256("principal:" + name),
                          .kind = "office",
                          .name = "init",
                          .title = "The office itself",
                          .read_at = office.now}));
  TRY(writer->add(batch));
  TRY(writer->commit());
  return {};
}

} // namespace attache::office
