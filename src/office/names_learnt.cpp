#include "office/names_learnt.h"

#include "office/hash.h"
#include "resolve/cluster.h"
#include "resolve/person_name.h"
#include "resolve/profile.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace attache::office {
namespace {

constexpr std::string_view kind = "names";

resolve::Script script_in(std::string_view text) {
  auto out = resolve::Script::none;
  for (auto const c : resolve::to_utf32(text))
    if (auto const script = resolve::script_of(c); script != resolve::Script::none) {
      if (out != resolve::Script::none && out != script)
        return resolve::Script::other; // mixed
      out = script;
    }
  return out;
}

// Clusters that rest on what people decided: a rule's own guess must not teach itself.
Clusters confirmed(View const& view) {
  auto decisions = view.decisions;
  std::erase_if(decisions,
                [](Decision const& decision) { return decision.by == "attache" && decision.undoes == DecisionId{}; });
  return resolve::clusters(view.records, decisions);
}

} // namespace

std::vector<resolve::Lesson> own_lessons(View const& view) {
  struct Names {
    RecordKind kind{};
    std::set<std::string> hangul, latin;
  };
  auto const clusters = confirmed(view);
  std::map<RecordId, Names> all;
  for (auto const& profile : resolve::profiles(view.records, view.claims, view.sources)) {
    if (profile.press)
      continue;
    auto& names = all[clusters.of(profile.record)];
    names.kind = profile.kind;
    for (auto const& name : profile.names) {
      auto const script = script_in(name);
      if (script == resolve::Script::hangul)
        names.hangul.insert(name);
      else if (script == resolve::Script::latin)
        names.latin.insert(name);
    }
  }
  std::vector<resolve::Lesson> out;
  for (auto const& [record, names] : all)
    for (auto const& hangul : names.hangul)
      for (auto const& latin : names.latin)
        out.push_back(
            {.kind = names.kind == RecordKind::person ? resolve::LessonKind::person : resolve::LessonKind::company,
             .hangul = hangul,
             .latin = latin});
  return out;
}

Result<Taught> train_names(Office const& office, std::span<Register const> registers) {
  auto const view = TRY(load(office, {.as_of = office.now}));
  auto all = own_lessons(view);
  Taught out{.own = static_cast<std::int64_t>(all.size())};
  for (auto const& one : registers)
    all.insert(all.end(), one.lessons.begin(), one.lessons.end());
  out.of_registers = static_cast<std::int64_t>(all.size()) - out.own;
  if (all.empty())
    return fail(Fault::input, "there is nothing to learn from: no name is known in Hangul and in Latin letters", {},
                "name a register (corpCode.xml, a GLEIF CSV, FollowTheMoney ...), or add aliases to people");
  auto const model = resolve::teach(std::move(all));
  out.names = static_cast<std::int64_t>(model.people_taught);
  out.companies = static_cast<std::int64_t>(model.companies_taught);
  auto const text = resolve::to_text(model);
  auto const hash = sha256("names:" + text);
  if (TRY(office.store.find_source(hash)))
    return out;
  auto const writer =
      TRY(office.store.begin({.what = "learn how names are written", .by = office.user, .at = office.now}));
  std::string from = "the office's own names";
  for (auto const& one : registers)
    from += ", " + one.name;
  TRY(writer->add_source({.hash = hash,
                          .kind = std::string{kind},
                          .name = from,
                          .feed = std::string{kind},
                          .title = "How names are written",
                          .read_at = office.now,
                          .text = text}));
  TRY(writer->commit());
  out.changed = true;
  return out;
}

Result<std::shared_ptr<resolve::NameModel const>> names_learnt(Office const& office,
                                                               std::vector<Source> const& sources) {
  auto const newest = std::ranges::find(sources.rbegin(), sources.rend(), kind, &Source::kind);
  if (newest == sources.rend())
    return std::shared_ptr<resolve::NameModel const>{};
  auto const source = TRY(office.store.load_source(newest->id));
  auto model = TRY(resolve::parse_name_model(source.text));
  return std::make_shared<resolve::NameModel const>(std::move(model));
}

} // namespace attache::office
