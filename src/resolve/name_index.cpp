#include "resolve/name_index.h"

#include "resolve/block.h"
#include "resolve/fold.h"
#include "resolve/number_map.h"
#include "resolve/query.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace attache::resolve {
namespace {

using Numbers = std::vector<std::uint32_t>; // of entries, ascending
using Hashes = std::vector<std::uint64_t>;

constexpr std::size_t longest_start = 4;
constexpr std::size_t most_texts = 300, most_alike = 500; // candidates that are compared in full
constexpr std::size_t common = 20'000;                    // names that share a sound: no hint

bool is_native(char32_t c) {
  auto const script = script_of(c);
  return script == Script::hangul || script == Script::han || script == Script::kana;
}

// Words as they are indexed: letters and digits of one kind of script.
std::vector<std::u32string> words_in(std::string_view folded) {
  std::vector<std::u32string> out(1);
  for (auto const c : to_utf32(folded)) {
    auto const part = script_of(c) != Script::none || (c >= U'0' && c <= U'9');
    auto const turns = !out.back().empty() && is_native(out.back().back()) != is_native(c);
    if ((!part && c != U'-' && c != U'\'') || turns)
      out.emplace_back();
    if (part)
      out.back().push_back(c);
  }
  std::erase(out, std::u32string{});
  return out;
}

std::uint64_t gram(char kind, std::u32string_view text) {
  return hash_of(to_utf8(text), hash_of(std::string_view{&kind, 1}));
}

void sort_unique(auto& list) {
  std::ranges::sort(list);
  auto const twice = std::ranges::unique(list);
  list.erase(twice.begin(), twice.end());
}

// Under which keys a name is filed.
Hashes text_keys(std::string_view folded) {
  Hashes out;
  for (auto const& whole : words_in(folded)) {
    std::u32string_view const word = whole;
    auto const native = is_native(word.front());
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (native)
        out.push_back(gram('1', word.substr(i, 1)));
      if (native && i + 1 < word.size())
        out.push_back(gram('2', word.substr(i, 2)));
      if (!native && i < longest_start)
        out.push_back(gram('p', word.substr(0, i + 1)));
      if (!native && i + 2 < word.size())
        out.push_back(gram('3', word.substr(i, 3)));
    }
  }
  return out;
}

// What all names that answer to the query by their letters are filed under: beginnings, or `inside` groups of three.
Hashes asked_texts(std::string_view folded, bool inside) {
  Hashes out;
  for (auto const& whole : words_in(folded)) {
    std::u32string_view const word = whole;
    if (!is_native(word.front())) {
      if (!inside)
        out.push_back(gram('p', word.substr(0, std::min(word.size(), longest_start))));
      for (std::size_t i = 0; inside && i + 2 < word.size(); ++i)
        out.push_back(gram('3', word.substr(i, 3)));
    } else if (word.size() == 1) {
      out.push_back(gram('1', word));
    } else {
      for (std::size_t i = 0; i + 1 < word.size(); ++i)
        out.push_back(gram('2', word.substr(i, 2)));
    }
  }
  sort_unique(out);
  return out;
}

Hashes sound_keys(RecordKind kind, std::vector<PersonName> const& names, CompanyName const& company) {
  Entity entity{.kind = kind};
  if (kind == RecordKind::person)
    entity.names = names;
  else if (!company.empty())
    entity.companies = {company};
  Hashes out;
  for (auto const& key : finding_keys(entity))
    out.push_back(hash_of(key));
  sort_unique(out);
  return out;
}

std::uint64_t kind_salt(RecordKind kind) { return static_cast<std::uint64_t>(kind) * 0x9E3779B97F4A7C15U; }
std::uint64_t email_key_of(std::string_view email) { return hash_of(email, hash_of("@")); }

struct Entry {
  RecordId record{};
  std::uint64_t text = 0; // where its written name, family and given name begin
  std::uint16_t written = 0, family = 0, given = 0;
  RecordKind kind = RecordKind::person;
  bool email = false;
  float strength = 0;
};

} // namespace

class NameIndex::Parts {
public:
  void add(std::span<Profile const> profiles, ForEach const& each);
  void rank(std::function<double(RecordId)> const& strength) {
    for (auto& entry : entries_)
      entry.strength = static_cast<float>(strength(entry.record));
  }
  [[nodiscard]] std::vector<Match> find(std::string_view query, RecordKind kind,
                                        std::function<RecordId(RecordId)> const& of, std::size_t limit,
                                        NameModel const* learnt) const;
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
  struct Filed {
    Profile const* profile = nullptr;
    std::string_view written;
    bool email = false;
    Hashes keys;
  };
  static std::vector<Filed> filed(Profile const& profile);
  void file(Filed const& one);
  [[nodiscard]] Numbers const& filed_under(std::uint64_t key) const {
    static Numbers const nothing;
    auto const at = keys_.find(key);
    return at == NumberMap::none ? nothing : lists_[at];
  }
  [[nodiscard]] std::string_view text(Entry const& entry, std::size_t from, std::size_t size) const {
    return std::string_view{text_}.substr(entry.text + from, size);
  }
  [[nodiscard]] Profile profile(Entry const& entry) const;
  [[nodiscard]] Numbers under_all(Hashes const& keys, std::uint64_t salt) const;
  [[nodiscard]] Numbers alike(Query const& query, RecordKind kind) const;
  [[nodiscard]] Numbers misspelt(Query const& query, std::uint64_t salt) const;
  void keep_nearest(Numbers& numbers, std::size_t most) const;

  std::vector<Entry> entries_;
  std::string text_;
  NumberMap keys_;
  std::vector<Numbers> lists_;
};

std::vector<NameIndex::Parts::Filed> NameIndex::Parts::filed(Profile const& profile) {
  std::vector<Filed> out;
  auto const salt = kind_salt(profile.kind);
  for (auto const& written : profile.names) {
    Filed one{.profile = &profile, .written = written, .keys = text_keys(fold(written))};
    auto const is_person = profile.kind == RecordKind::person;
    auto const sounds = sound_keys(profile.kind,
                                   is_person ? parse_person(written, {.family = profile.family, .given = profile.given})
                                             : std::vector<PersonName>{},
                                   is_person ? CompanyName{} : parse_company(written));
    one.keys.insert(one.keys.end(), sounds.begin(), sounds.end());
    for (auto& key : one.keys)
      key ^= salt;
    sort_unique(one.keys);
    out.push_back(std::move(one));
  }
  for (auto const& email : profile.emails)
    out.push_back({.profile = &profile, .written = email, .email = true, .keys = {email_key_of(email) ^ salt}});
  return out;
}

void NameIndex::Parts::file(Filed const& one) {
  auto const short_size = [](std::size_t size) {
    return static_cast<std::uint16_t>(std::min<std::size_t>(size, 1000));
  };
  auto const number = static_cast<std::uint32_t>(entries_.size());
  Entry const entry{.record = one.profile->record,
                    .text = text_.size(),
                    .written = short_size(one.written.size()),
                    .family = short_size(one.email ? 0 : one.profile->family.size()),
                    .given = short_size(one.email ? 0 : one.profile->given.size()),
                    .kind = one.profile->kind,
                    .email = one.email};
  text_ += one.written.substr(0, entry.written);
  text_ += std::string_view{one.profile->family}.substr(0, entry.family);
  text_ += std::string_view{one.profile->given}.substr(0, entry.given);
  entries_.push_back(entry);
  for (auto const key : one.keys) {
    auto const at = keys_.insert(key, static_cast<std::uint32_t>(lists_.size()));
    if (at == lists_.size())
      lists_.emplace_back();
    lists_[at].push_back(number);
  }
}

void NameIndex::Parts::add(std::span<Profile const> profiles, ForEach const& each) {
  constexpr std::size_t chunk = 1024, block = 64 * chunk;
  for (std::size_t from = 0; from < profiles.size(); from += block) {
    auto const part = profiles.subspan(from, std::min(block, profiles.size() - from));
    std::vector<std::vector<Filed>> ready(part.size());
    each((part.size() + chunk - 1) / chunk, [&](std::size_t number) {
      for (auto i = number * chunk; i < std::min(part.size(), (number + 1) * chunk); ++i)
        ready[i] = filed(part[i]);
    });
    for (auto const& all : ready)
      for (auto const& one : all)
        file(one);
  }
}

Profile NameIndex::Parts::profile(Entry const& entry) const {
  Profile out{.record = entry.record, .kind = entry.kind};
  std::string written{text(entry, 0, entry.written)};
  out.family = text(entry, entry.written, entry.family);
  out.given = text(entry, std::size_t{entry.written} + entry.family, entry.given);
  (entry.email ? out.emails : out.names).push_back(std::move(written));
  return out;
}

// Entries that are filed under every key; none for no key.
Numbers NameIndex::Parts::under_all(Hashes const& keys, std::uint64_t salt) const {
  std::vector<Numbers const*> lists;
  for (auto const key : keys)
    lists.push_back(&filed_under(key ^ salt));
  std::ranges::sort(lists, {}, [](Numbers const* list) { return list->size(); });
  Numbers out;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    if (i == 0) {
      out = *lists[0];
      continue;
    }
    auto at = lists[i]->begin();
    std::erase_if(out, [&](std::uint32_t number) {
      at = std::lower_bound(at, lists[i]->end(), number);
      return at == lists[i]->end() || *at != number;
    });
  }
  return out;
}

// By sound, skeleton or initials; those that share more keys first.
Numbers NameIndex::Parts::alike(Query const& query, RecordKind kind) const {
  Numbers all;
  for (auto const key : sound_keys(kind, query.names, query.company))
    if (auto const& list = filed_under(key ^ kind_salt(kind)); list.size() <= common)
      all.insert(all.end(), list.begin(), list.end());
  std::ranges::sort(all);
  std::vector<std::tuple<std::ptrdiff_t, float, std::uint32_t>> counted;
  for (auto from = all.begin(); from != all.end();) {
    auto const to = std::upper_bound(from, all.end(), *from);
    counted.emplace_back(-(to - from), -entries_[*from].strength, *from);
    from = to;
  }
  auto const kept = std::min(counted.size(), most_alike);
  std::ranges::nth_element(counted, counted.begin() + static_cast<std::ptrdiff_t>(kept));
  Numbers out;
  for (std::size_t i = 0; i < kept; ++i)
    out.push_back(std::get<2>(counted[i]));
  return out;
}

// Latin names that share most groups of three letters.
Numbers NameIndex::Parts::misspelt(Query const& query, std::uint64_t salt) const {
  auto const keys = asked_texts(query.folded, true);
  if (keys.size() < 2)
    return {};
  std::vector<std::uint8_t> shared(entries_.size());
  auto const enough = std::max<std::size_t>(2, (keys.size() + 1) / 2);
  Numbers out;
  for (auto const key : keys)
    for (auto const number : filed_under(key ^ salt))
      if (++shared[number] == enough)
        out.push_back(number);
  std::ranges::sort(out);
  keep_nearest(out, most_alike);
  return out;
}

void NameIndex::Parts::keep_nearest(Numbers& numbers, std::size_t most) const {
  if (numbers.size() <= most)
    return;
  // The stronger tie, then the shorter name: what was typed is more of it.
  std::ranges::nth_element(numbers, numbers.begin() + static_cast<std::ptrdiff_t>(most), {}, [&](std::uint32_t number) {
    return std::tuple(-entries_[number].strength, entries_[number].written, number);
  });
  numbers.resize(most);
}

std::vector<Match> NameIndex::Parts::find(std::string_view text, RecordKind kind,
                                          std::function<RecordId(RecordId)> const& of, std::size_t limit,
                                          NameModel const* learnt) const {
  constexpr double near = 0.3, good = 0.7;
  auto const query = query_of(text);
  auto const salt = kind_salt(kind);
  Rarity const rarity{.words = {}, .learnt = learnt};
  struct Best {
    Match match;
    float strength = 0;
  };
  std::map<RecordId, Best> best;
  bool found_well = false;
  auto const look_at = [&](Numbers const& numbers) {
    for (auto const number : numbers) {
      auto const& entry = entries_[number];
      auto found = match_profile(query, profile(entry), rarity);
      if (found.score < near)
        continue;
      found_well = found_well || found.score >= good;
      found.id = of(entry.record);
      auto const [at, fresh] = best.emplace(found.id, Best{.match = found, .strength = entry.strength});
      if (!fresh && found.score > at->second.match.score)
        at->second.match = std::move(found);
      at->second.strength = std::max(at->second.strength, entry.strength);
    }
  };
  if (!query.email.empty())
    look_at(filed_under(email_key_of(query.email) ^ salt));
  auto texts = under_all(asked_texts(query.folded, false), salt);
  keep_nearest(texts, most_texts);
  look_at(texts);
  look_at(alike(query, kind));
  if (!found_well && best.size() < limit)
    look_at(misspelt(query, salt));
  std::vector<Best> sorted;
  for (auto& [id, one] : best)
    sorted.push_back(std::move(one));
  std::ranges::sort(sorted, {}, [](Best const& one) {
    return std::tuple(-std::lround(20 * one.match.score), -one.strength, -one.match.score, one.match.id);
  });
  std::vector<Match> out;
  for (std::size_t i = 0; i < std::min(limit, sorted.size()); ++i)
    out.push_back(std::move(sorted[i].match));
  return out;
}

NameIndex::NameIndex() : parts_(std::make_unique<Parts>()) {}
NameIndex::~NameIndex() = default;
NameIndex::NameIndex(NameIndex&&) noexcept = default;
NameIndex& NameIndex::operator=(NameIndex&&) noexcept = default;

void NameIndex::add(std::span<Profile const> profiles, ForEach const& each) { parts_->add(profiles, each); }
void NameIndex::rank(std::function<double(RecordId)> const& strength) { parts_->rank(strength); }
std::vector<Match> NameIndex::find(std::string_view query, RecordKind kind, std::function<RecordId(RecordId)> const& of,
                                   std::size_t limit, NameModel const* learnt) const {
  return parts_->find(query, kind, of, limit, learnt);
}
std::size_t NameIndex::size() const { return parts_->size(); }

} // namespace attache::resolve
