#include "resolve/block.h"

#include "resolve/lattice.h"
#include "resolve/match_scripts.h"
#include "resolve/nickname_table.h"
#include "resolve/number_map.h"
#include "resolve/sound.h"

#include <algorithm>

namespace attache::resolve {
namespace {

using Keys = std::vector<std::string>;

std::string sorted_words(std::vector<std::string> words) {
  std::ranges::sort(words);
  std::string out;
  for (auto const& word : words)
    out += word + " ";
  return out;
}

std::string others_joined(PersonName const& name, std::size_t family) {
  std::string out;
  for (std::size_t i = 0; i < name.bare.size(); ++i)
    if (i != family)
      out += name.bare[i];
  return out;
}

// One reading of which word is the family name.
void add_arranged(Keys& keys, PersonName const& name, std::size_t family) {
  auto const& family_word = name.bare[family];
  auto const given = others_joined(name, family);
  auto const& first = name.bare[family == 0 ? 1 : 0];
  keys.push_back("n:" + family_word + "|" + std::string{formal_name(first)}.substr(0, 4));
  keys.push_back("i:" + family_word + "|" + given.substr(0, 1));
  keys.push_back("g:" + given + "|" + family_word.substr(0, 2)); // a typing error in the family name
  for (auto const& hangul : families_of(family_word))
    keys.push_back("k:" + to_utf8(hangul) + "|" + korean_skeleton(given));
}

void add_latin(Keys& keys, PersonName const& name) {
  if (name.partial())
    return;
  keys.push_back("w:" + sorted_words(name.bare));
  add_arranged(keys, name, 0);
  add_arranged(keys, name, name.bare.size() - 1);
  keys.push_back("s:" + sorted_words({sound_key(name.bare.front()), sound_key(name.bare.back())}));
  for (auto const given : {name.sounds.front() ^ name.sounds[1], name.sounds.back() ^ name.sounds.front()})
    keys.push_back("v:" + std::to_string(given)); // family name and first given name, whichever stands first
}

void add_native(Keys& keys, PersonName const& name) {
  if (name.partial())
    return;
  auto const utf8 = to_utf8(name.native);
  keys.push_back("h:" + utf8);
  if (name.pinyin.size() > 1) {
    std::string given;
    for (std::size_t i = 1; i < name.pinyin.size(); ++i)
      given += name.pinyin[i];
    keys.push_back("i:" + name.pinyin.front() + "|" + given.substr(0, 1));
    keys.push_back("w:" + sorted_words({name.pinyin.front(), given}));
  }
  if (name.script != Script::hangul)
    return;
  auto const given = std::u32string_view{name.native}.substr(name.native_family.size());
  if (!name.native_family.empty())
    keys.push_back("k:" + to_utf8(name.native_family) + "|" + korean_skeleton(plain_reading(korean_lattice(), given)));
  if (name.native_words.size() > 1)
    keys.push_back("s:" + sorted_words({sound_key(plain_reading(foreign_lattice(), name.native_words.front())),
                                        sound_key(plain_reading(foreign_lattice(), name.native_words.back()))}));
}

// A common name is a hint only together with something else.
void add_context(Keys& keys, Entity const& entity, std::string const& name) {
  for (auto const& company : entity.companies)
    keys.push_back("c:" + name + "|" + company.core);
  for (auto const& city : entity.cities)
    keys.push_back("t:" + name + "|" + city);
}

void add_person(Keys& keys, Entity const& entity) {
  for (auto const& name : entity.names) {
    name.native.empty() ? add_latin(keys, name) : add_native(keys, name);
    if (!name.partial())
      add_context(keys, entity, name.native.empty() ? sorted_words(name.bare) : to_utf8(name.native));
  }
  for (auto const& birthday : entity.birthdays)
    if (!birthday.starts_with('-'))
      keys.push_back("b:" + birthday);
}

void add_company(Keys& keys, CompanyName const& name) {
  keys.push_back("o:" + name.core);
  keys.push_back("p:" + name.words.front() + "|" + (name.words.size() > 1 ? name.words[1].substr(0, 3) : ""));
  auto const points = to_utf32(name.core);
  auto const start = std::u32string_view{points}.substr(0, name.script == Script::latin ? 6 : 3);
  keys.push_back("q:" + to_utf8(start));
  if (name.words.size() > 1) {
    std::string initials;
    for (auto const& word : name.words)
      initials.push_back(word.front());
    keys.push_back("o:" + initials); // BMS meets Bristol Myers Squibb
  }
  for (auto& key : company_sound_keys(name))
    keys.push_back("x:" + std::move(key));
}

// The house and the four longest words of its address, however they are written.
void add_address(Keys& keys, Address const& address) {
  auto words = address.words;
  std::ranges::stable_sort(words, std::greater{}, &std::string::size);
  for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 4); ++i)
    for (std::size_t j = 0; j < std::min<std::size_t>(address.numbers.size(), 3); ++j)
      keys.push_back("a:" + words[i].substr(0, 5) + address.numbers[j]);
}

struct Entry {
  std::uint64_t key = 0;
  std::uint32_t entity = 0;
  auto operator<=>(Entry const&) const = default;
};

void pair_up(std::span<Entry const> bucket, std::size_t cap, std::vector<std::uint64_t>& pairs) {
  auto const reach = bucket.size() <= cap ? bucket.size() : std::size_t{4};
  for (std::size_t i = 0; i < bucket.size(); ++i)
    for (std::size_t j = i + 1; j < std::min(bucket.size(), i + 1 + reach); ++j)
      pairs.push_back(std::uint64_t{bucket[i].entity} << 32U | bucket[j].entity);
}

// Of a person's names only.
Keys name_keys(Entity const& entity) {
  Keys keys;
  for (auto const& name : entity.names)
    name.native.empty() ? add_latin(keys, name) : add_native(keys, name);
  return keys;
}

// Numbers that an authority gave, and the house where they live.
void add_particulars(Keys& keys, Profile const& profile) {
  for (auto const& identifier : profile.identifiers)
    keys.push_back("N:" + identifier.number);
  for (auto const& address : profile.addresses)
    add_address(keys, address_of(address));
}

bool is_full_date(std::string const& birthday) { return birthday.size() == 10; }

Keys proofs_of_person(Profile const& profile) {
  Keys keys;
  for (auto const& email : profile.emails)
    if (!is_shared_mailbox(email))
      keys.push_back("m:" + email);
  for (auto const& phone : profile.phones)
    if (auto const key = phone_key(phone); !key.empty())
      keys.push_back("d:" + key);
  for (auto const& url : profile.urls)
    if (url.find('/') != std::string::npos)
      keys.push_back("u:" + url);
  if (std::ranges::any_of(profile.birthdays, is_full_date))
    for (auto const& name : name_keys(entity_of(profile)))
      for (auto const& birthday : profile.birthdays)
        if (is_full_date(birthday))
          keys.push_back("b:" + birthday + "|" + name);
  return keys;
}

} // namespace

std::vector<std::string> blocking_keys(Entity const& entity) {
  Keys keys;
  for (auto const& email : entity.emails)
    keys.push_back("m:" + email);
  for (auto const& phone : entity.phones)
    keys.push_back("d:" + phone);
  for (auto const& url : entity.urls)
    keys.push_back("u:" + url);
  for (auto const& identifier : entity.identifiers)
    keys.push_back("N:" + identifier.number);
  for (auto const& address : entity.addresses)
    add_address(keys, address);
  if (entity.kind == RecordKind::person) {
    add_person(keys, entity);
    return keys;
  }
  for (auto const& domain : entity.domains)
    keys.push_back("D:" + domain);
  for (auto const& ticker : entity.tickers)
    keys.push_back("T:" + ticker);
  for (auto const& name : entity.companies)
    add_company(keys, name);
  return keys;
}

std::vector<std::string> finding_keys(Entity const& entity) {
  Keys keys;
  if (entity.kind == RecordKind::organisation)
    for (auto const& name : entity.companies)
      add_company(keys, name);
  else
    keys = name_keys(entity);
  constexpr std::size_t start = 2; // of the skeleton: a consonant and a vowel
  for (std::size_t i = 0, count = keys.size(); i < count; ++i)
    if (keys[i].starts_with("k:")) {
      auto const bar = keys[i].find('|');
      keys.push_back("K:" + keys[i].substr(2, bar + 1 + start - 2));
    }
  return keys;
}

std::vector<std::uint64_t> proof_keys(Profile const& profile) {
  Keys keys;
  if (profile.kind == RecordKind::person)
    keys = proofs_of_person(profile);
  else
    for (auto const& name : profile.names)
      keys.push_back("o:" + parse_company(name).core);
  if (profile.kind == RecordKind::organisation)
    for (auto const& phone : profile.phones)
      if (auto const key = phone_key(phone); !key.empty())
        keys.push_back("d:" + key);
  add_particulars(keys, profile);
  std::vector<std::uint64_t> out;
  for (auto const& key : keys)
    out.push_back(hash_of(key));
  std::ranges::sort(out);
  auto const twice = std::ranges::unique(out);
  out.erase(twice.begin(), twice.end());
  return out;
}

std::vector<IndexPair> candidate_pairs(std::span<Entity const> entities, std::size_t cap) {
  std::vector<Entry> entries;
  for (std::uint32_t i = 0; i < entities.size(); ++i)
    for (auto const& key : blocking_keys(entities[i]))
      entries.push_back({.key = hash_of(key) ^ static_cast<std::uint64_t>(entities[i].kind), .entity = i});
  std::ranges::sort(entries);
  auto const repeated = std::ranges::unique(entries);
  entries.erase(repeated.begin(), repeated.end());
  std::vector<std::uint64_t> packed;
  for (std::size_t from = 0; from < entries.size();) {
    auto to = from + 1;
    while (to < entries.size() && entries[to].key == entries[from].key)
      ++to;
    pair_up(std::span{entries}.subspan(from, to - from), cap, packed);
    from = to;
  }
  std::ranges::sort(packed);
  auto const twice = std::ranges::unique(packed);
  packed.erase(twice.begin(), twice.end());
  std::vector<IndexPair> out;
  out.reserve(packed.size());
  for (auto const both : packed)
    out.emplace_back(static_cast<std::uint32_t>(both >> 32U), static_cast<std::uint32_t>(both));
  return out;
}

} // namespace attache::resolve
