#include "resolve/score.h"

#include "resolve/tally.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>
#include <tuple>

namespace attache::resolve {
namespace {

constexpr std::string_view two_fields = "two independent fields agree";
constexpr std::string_view by_a_number = "a number that an authority gives, and a part of the name";
constexpr std::string_view bare_mailbox =
    "an e-mail address of which nothing else is known belongs to the only person who has it";
constexpr std::string_view name_and_field = "the same name and a second field that agrees";
constexpr std::string_view name_and_place = "a name that agrees, and a number, an address or a telephone that does too";
constexpr std::string_view same_letters =
    "named with exactly the same letters, and no field of either speaks against it";

// A value that many share (a switchboard, a family's box) says less and proves nothing.
struct SharedField {
  std::string_view field, prefix;
  double bits = 0;
  bool proves = true;
};

void compare_shared(Tally& tally, Context const& context, SharedField const& field, Strings const& a,
                    Strings const& b) {
  auto const* const value = common(a, b);
  if (value == nullptr)
    return;
  constexpr int most_holders = 4; // records of one person not yet joined, rather than several people
  auto const shared = holders(context, std::string{field.prefix} + *value);
  auto const bits = std::max(2.0, field.bits - 2 * std::log2(std::max(1, shared - 1)));
  auto const detail = fmt::format("{} in both", *value);
  if (field.proves && shared <= most_holders)
    tally.prove(std::string{field.field}, detail, bits);
  else
    tally.say(std::string{field.field}, detail + fmt::format(", shared by {}", shared), std::min(bits, 4.0));
}

void compare_emails(Tally& tally, Context const& context, Entity const& a, Entity const& b) {
  Strings own;
  Strings shared;
  for (auto const& email : a.emails)
    (is_shared_mailbox(email) ? shared : own).push_back(email);
  compare_shared(tally, context, {.field = "e-mail", .prefix = "m:", .bits = 13}, own, b.emails);
  compare_shared(tally, context, {.field = "e-mail", .prefix = "m:", .bits = 3, .proves = false}, shared, b.emails);
}

void compare_urls(Tally& tally, Context const& context, Entity const& a, Entity const& b) {
  Strings personal; // a bare host is an employer's page
  std::ranges::copy_if(a.urls, std::back_inserter(personal),
                       [](auto const& url) { return url.find('/') != std::string::npos; });
  compare_shared(tally, context, {.field = "profile", .prefix = "u:", .bits = 12}, personal, b.urls);
}

struct BestCompany {
  NameMatch match{.bits = -20};
  CompanyName const *a = nullptr, *b = nullptr;
};

// Sounds across scripts speak only where no two names of one script can: an organisation whose Latin names differ is
// not another one because its Korean name begins alike.
BestCompany best_company(Entity const& a, Entity const& b, Rarity const& rarity) {
  BestCompany alike;
  BestCompany across;
  for (auto const& x : a.companies)
    for (auto const& y : b.companies) {
      auto& best = x.script == y.script ? alike : across;
      auto const one = match_companies(x, y, rarity);
      if (best.a == nullptr || std::tuple(one.agreement, one.bits) > std::tuple(best.match.agreement, best.match.bits))
        best = {.match = one, .a = &x, .b = &y};
    }
  return alike.a != nullptr ? alike : across;
}

void compare_employers(Tally& tally, Context const& context, Entity const& a, Entity const& b) {
  auto const [best, x, y] = best_company(a, b, context.companies);
  if (x == nullptr)
    return;
  if (best.agreement == Agreement::exact && !is_no_company(*x))
    tally.say("organisation", fmt::format("{} in both", x->written), 4);
  else if (best.agreement >= Agreement::partial && best.bits > 0)
    tally.say("organisation", fmt::format("{} and {}", x->written, y->written), 2);
  else if (best.agreement == Agreement::contradiction)
    tally.say("organisation", fmt::format("{}, and {}", x->written, y->written), -1.5);
}

void compare_company(Tally& tally, Context const& context, Entity const& a, Entity const& b) {
  constexpr std::size_t named = 3;
  auto const [shared, together] = compare_companions(context.companions, a.record, b.record);
  Strings const first(shared.begin(), shared.begin() + static_cast<std::ptrdiff_t>(std::min(shared.size(), named)));
  if (!shared.empty())
    tally.say("seen with", fmt::format("both with {}", fmt::join(first, ", ")),
              std::min(4.0, 1.0 + static_cast<double>(shared.size())));
  if (together)
    tally.say("seen with", "one another", -2);
}

void compare_surroundings(Tally& tally, Entity const& a, Entity const& b) {
  if (auto const* const domain = common(a.domains, b.domains); domain != nullptr)
    tally.say("domain", fmt::format("{} in both", *domain), 2);
  if (auto const* const title = common(a.titles, b.titles); title != nullptr)
    tally.say("title", fmt::format("{} in both", *title), 1.5);
  if (auto const* const city = common(a.cities, b.cities); city != nullptr)
    tally.say("city", fmt::format("{} in both", *city), 1.5);
}

bool names_contradict(std::vector<PersonName> const& a, std::vector<PersonName> const& b, Rarity const& rarity) {
  auto const best = match(a, b, rarity);
  if (best.agreement == Agreement::contradiction)
    return true;
  // Different Hangul is evidence against, whatever the Latin names say.
  bool native_pair = false;
  for (auto const& x : a)
    for (auto const& y : b)
      if (x.script == Script::hangul && y.script == Script::hangul && !x.native_family.empty() &&
          !y.native_family.empty()) {
        native_pair = true;
        if (match(x, y, rarity).agreement != Agreement::contradiction)
          return false;
      }
  return native_pair;
}

// What a name that many bear whole says less than its words promise.
double commonness(Context const& context, PersonName const& a, PersonName const& b, double bits) {
  constexpr double weight_of_prior = 2000; // as in rarity.cpp
  int count = 0;
  for (auto const* const name : {&a, &b})
    if (auto const found = context.namesakes.find(name->written); found != context.namesakes.end())
      count = std::max(count, found->second);
  if (count < 2)
    return 0;
  return bits - std::log2((context.population + weight_of_prior) / (count - 1 + weight_of_prior * std::exp2(-bits)));
}

void compare_namesakes(Tally& tally, Context const& context, BestMatch const& best) {
  constexpr double worth_saying = 0.1;
  auto const less = commonness(context, *best.a, *best.b, best.match.bits);
  if (best.match.bits > 0 && less > worth_saying)
    tally.say("namesakes", "a name that many people bear", -less);
}

// A new family name, or a given name written by ear: what a number given by an authority may outweigh.
bool share_a_word(std::vector<PersonName> const& a, std::vector<PersonName> const& b) {
  for (auto const& x : a)
    for (auto const& y : b)
      for (auto const& word : x.bare)
        if (word.size() > 1 && std::ranges::find(y.bare, word) != y.bare.end())
          return !other_generation(x, y);
  return false;
}

// A given name in both that is no family name.
bool share_a_given_name(std::vector<PersonName> const& a, std::vector<PersonName> const& b) {
  auto const given = [](PersonName const& name, std::string const& word) {
    return std::ranges::find(name.bare, word) - name.bare.begin() != name.family_word && word.size() > 1;
  };
  for (auto const& x : a)
    for (auto const& y : b)
      for (auto const& word : x.bare)
        if (std::ranges::find(y.bare, word) != y.bare.end() && given(x, word) && given(y, word))
          return true;
  return false;
}

// Married, adopted or written by ear: one number, or one birthday, given name and address, under two names.
bool renamed(Entity const& a, Entity const& b) {
  if (same_identifier(a, b) && share_a_word(a.names, b.names))
    return true;
  return share_a_given_name(a.names, b.names) && compare_dates(a.birthdays, b.birthdays) == Fit::same &&
         (common(a.emails, b.emails) != nullptr || common(a.phones, b.phones) != nullptr ||
          compare_addresses(a.addresses, b.addresses).fit == Fit::same);
}

void compare_person(Score& out, Entity const& a, Entity const& b, Context const& context) {
  Tally tally(out);
  auto const best = best_match(a.names, b.names, context.people);
  constexpr double enough_name = 6; // bits: less is a given name, initials, or a guess
  if (best.a != nullptr && best.match.agreement != Agreement::unknown) {
    auto const said = reason(best.match, *best.a, *best.b);
    bool const enough = best.match.agreement == Agreement::exact || best.match.bits >= enough_name;
    constexpr double other_person = -7; // bits: relatives share everything but the given name
    if (best.match.agreement >= Agreement::variant && enough)
      tally.prove("name", said.detail, said.bits);
    else
      tally.say("name", said.detail,
                best.match.agreement != Agreement::contradiction ? said.bits
                : renamed(a, b)                                  ? -2
                                                                 : std::min(said.bits, other_person));
    compare_namesakes(tally, context, best);
  }
  compare_emails(tally, context, a, b);
  compare_shared(tally, context, {.field = "phone", .prefix = "d:", .bits = 11}, a.phones, b.phones);
  compare_particulars(tally, context, a, b);
  compare_urls(tally, context, a, b);
  compare_employers(tally, context, a, b);
  compare_surroundings(tally, a, b);
  compare_company(tally, context, a, b);
}

// The one case with a single field: a mailbox of which nothing else is known belongs to the one who has it.
bool is_bare_mailbox(Entity const& entity) {
  return entity.names.empty() && entity.phones.empty() && entity.emails.size() == 1 && entity.birthdays.empty() &&
         !is_shared_mailbox(entity.emails.front());
}

bool belongs_to(Entity const& mailbox, Entity const& owner, Context const& context) {
  return is_bare_mailbox(mailbox) && common(mailbox.emails, owner.emails) != nullptr &&
         (is_bare_mailbox(owner) || holders(context, "m:" + mailbox.emails.front()) == 2);
}

// Two who cannot be one share address, number, mailbox and town as relatives and colleagues do: that is one reason,
// not five.
void discount_household(Score& out) {
  constexpr double most = 4;
  double shared = 0;
  for (auto const& reason : out.reasons)
    if (reason.bits > 0 && (reason.field == "address" || reason.field == "phone" || reason.field == "e-mail" ||
                            reason.field == "domain" || reason.field == "city"))
      shared += reason.bits;
  if (shared > most)
    Tally(out).say("household", "people of one house share what else agrees", most - shared);
}

void decide_person(Score& out, Entity const& a, Entity const& b, Context const& context) {
  out.contradicted = contradicts(a, b, context);
  if (out.contradicted)
    discount_household(out);
  if (out.contradicted || a.press != b.press)
    return;
  bool const by_number = out.proofs == 1 && same_identifier(a, b) && share_a_word(a.names, b.names);
  if ((out.proofs >= 2 || by_number) && out.bits > 3) {
    out.automatic = true;
    out.why = by_number ? by_a_number : two_fields;
  } else if (belongs_to(a, b, context) || belongs_to(b, a, context)) {
    out.automatic = true;
    out.why = bare_mailbox;
  }
}

// "India Exports" and "Universal Exports India": every word of one is in the other, two at least.
bool contained(CompanyName const& a, CompanyName const& b) {
  auto const& shorter = a.words.size() <= b.words.size() ? a.words : b.words;
  auto const& longer = a.words.size() <= b.words.size() ? b.words : a.words;
  return shorter.size() >= 2 && std::ranges::all_of(shorter, [&](auto const& word) {
           return std::ranges::find(longer, word) != longer.end();
         });
}

void compare_organisation(Score& out, Entity const& a, Entity const& b, Context const& context,
                          BestCompany const& best) {
  Tally tally(out);
  if (best.a != nullptr && best.match.agreement != Agreement::unknown) {
    auto said = company_reason(best.match, *best.a, *best.b);
    if (best.match.agreement == Agreement::contradiction && contained(*best.a, *best.b))
      said.bits = 3;
    tally.say("name", said.detail, best.match.agreement == Agreement::exact ? std::max(12.0, said.bits) : said.bits);
  }
  auto const same = [&](std::string_view field, Strings const& x, Strings const& y, double bits, double against) {
    if (auto const* const value = common(x, y); value != nullptr)
      tally.say(std::string{field}, fmt::format("{} in both", *value), bits);
    else if (disjoint(x, y) && against < 0)
      tally.say(std::string{field}, fmt::format("{} and {}", x.front(), y.front()), against);
  };
  same("domain", a.domains, b.domains, 9, -6);
  same("ticker", a.tickers, b.tickers, 9, -8);
  same("city", a.cities, b.cities, 2, -0.5);
  same("country", a.countries, b.countries, 1, -4);
  same("sector", a.sectors, b.sectors, 1.5, -0.5);
  compare_shared(tally, context, {.field = "phone", .prefix = "d:", .bits = 8}, a.phones, b.phones);
  compare_shared(tally, context, {.field = "e-mail", .prefix = "m:", .bits = 6}, a.emails, b.emails);
  compare_particulars(tally, context, a, b);
}

bool forms_differ(CompanyName const& a, CompanyName const& b) { return disjoint(a.legal_forms, b.legal_forms); }

void decide_organisation(Score& out, Entity const& a, Entity const& b, Context const& context,
                         BestCompany const& best) {
  out.contradicted = contradicts(a, b, context);
  if (out.contradicted || a.press != b.press || best.a == nullptr || is_no_company(*best.a))
    return;
  constexpr double likely = 4; // bits with the prior: 94 %
  if (out.proofs >= 2 || (out.proofs == 1 && out.bits > likely &&
                          (best.match.agreement >= Agreement::partial || contained(*best.a, *best.b)))) {
    out.automatic = true;
    out.why = name_and_place;
    return;
  }
  if (best.match.agreement != Agreement::exact)
    return;
  bool const second = common(a.domains, b.domains) != nullptr || common(a.tickers, b.tickers) != nullptr ||
                      common(a.cities, b.cities) != nullptr || common(a.sectors, b.sectors) != nullptr;
  auto const rivals = context.rivals.find(best.a->core);
  bool const only_one = rivals == context.rivals.end() || rivals->second <= 1;
  bool const elsewhere = compare_addresses(a.addresses, b.addresses).fit == Fit::different;
  out.automatic = second || (only_one && !forms_differ(*best.a, *best.b) && !elsewhere);
  out.proofs = second ? 2 : 1;
  out.why = second ? name_and_field : same_letters;
}

void count_rivals(Context& context, std::vector<Entity> const& entities) {
  std::unordered_map<std::string, std::set<std::string>> worlds; // core -> domains and tickers
  for (auto const& entity : entities) {
    if (entity.kind != RecordKind::organisation)
      continue;
    for (auto const& name : entity.companies) {
      if (!entity.tickers.empty())
        worlds[name.core].insert("T" + entity.tickers.front());
      else if (!entity.domains.empty())
        worlds[name.core].insert(entity.domains.front());
    }
  }
  for (auto const& [core, all] : worlds)
    context.rivals.emplace(core, static_cast<int>(all.size()));
}

} // namespace

Context context_of(std::vector<Entity> const& entities) {
  Context out;
  for (auto const& entity : entities) {
    for (auto const& email : entity.emails)
      ++out.holders["m:" + email];
    for (auto const& phone : entity.phones)
      ++out.holders["d:" + phone];
    for (auto const& url : entity.urls)
      ++out.holders["u:" + url];
    for (auto const& identifier : entity.identifiers)
      ++out.holders["N:" + identifier.number];
    for (auto const& address : entity.addresses)
      ++out.holders[address_key(address)];
    for (auto const& name : entity.names)
      out.people.count(name);
    if (entity.kind == RecordKind::organisation)
      for (auto const& name : entity.companies) {
        ++out.companies.total;
        for (auto const& word : name.words)
          ++out.companies.words[word];
      }
  }
  count_rivals(out, entities);
  out.companions = companions_of(entities);
  out.prior_bits = -std::clamp(std::log2(static_cast<double>(std::max<std::size_t>(entities.size(), 1))), 10.0, 17.0);
  return out;
}

Objection objection_to(Entity const& a, Entity const& b, Context const& context) {
  if (a.kind != b.kind)
    return Objection::kinds;
  if (a.kind == RecordKind::organisation) {
    auto const differ = disjoint(a.domains, b.domains) || disjoint(a.tickers, b.tickers) ||
                        disjoint(a.countries, b.countries) ||
                        compare_identifiers(a.identifiers, b.identifiers).fit == Fit::different;
    return differ ? Objection::evidence : Objection::none;
  }
  if (compare_dates(a.birthdays, b.birthdays) == Fit::different ||
      (!a.names.empty() && !b.names.empty() && names_contradict(a.names, b.names, context.people) && !renamed(a, b)))
    return Objection::evidence;
  if (listed_twice(a, b))
    return Objection::source;
  return too_many(a, b) ? Objection::size : Objection::none;
}

bool contradicts(Entity const& a, Entity const& b, Context const& context) {
  return objection_to(a, b, context) != Objection::none;
}

Score score(Entity const& a, Entity const& b, Context const& context) {
  Score out{.bits = context.prior_bits};
  if (a.kind == RecordKind::person) {
    compare_person(out, a, b, context);
    decide_person(out, a, b, context);
  } else {
    auto const best = best_company(a, b, context.companies);
    compare_organisation(out, a, b, context, best);
    decide_organisation(out, a, b, context, best);
  }
  std::ranges::sort(out.reasons, {}, [](Reason const& reason) {
    return std::tuple(-std::abs(reason.bits), std::string_view{reason.field});
  });
  return out;
}

bool is_rule(std::string_view why) {
  return why == two_fields || why == by_a_number || why == bare_mailbox || why == name_and_field ||
         why == name_and_place || why == same_letters;
}

double probability(double bits) { return 1 / (1 + std::exp2(-bits)); }

} // namespace attache::resolve
