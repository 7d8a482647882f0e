#include "invented_people.h"

#include "resolve/lattice.h"
#include "resolve/number_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <random>

namespace attache::bench {
namespace {

using namespace attache::resolve;
using Random = std::mt19937_64;

double share(Random& random) { return static_cast<double>(random() >> 11U) * 0x1p-53; }
bool chance(Random& random, double likely) { return share(random) < likely; }

// 0 .. kinds - 1, the first common and the last rare: Zipf's law with exponent `steep`, by its integral.
std::size_t ranked(Random& random, std::size_t kinds, double steep) {
  auto const rest = 1 - steep;
  auto const top = std::pow(static_cast<double>(kinds) + 1, rest) - 1;
  auto const at = std::pow(share(random) * top + 1, 1 / rest) - 1;
  return std::min(static_cast<std::size_t>(at), kinds - 1);
}

// A word of syllables for a number, the same each time.
std::string word(std::size_t number, std::string_view flavour) {
  constexpr std::array<char const*, 24> middle{"ba",  "ke",  "li",  "mo",  "nu", "sa",  "te",  "vi",
                                               "dro", "fra", "gle", "pri", "jo", "hel", "ca",  "ron",
                                               "wi",  "tur", "an",  "mar", "lo", "des", "ric", "el"};
  constexpr std::array<char const*, 16> end{"ton", "man", "ra",   "lis",  "berg", "ska", "dez", "rov",
                                            "ne",  "mi",  "shaw", "cott", "son",  "a",   "er",  "ez"};
  auto state = hash_of(flavour) ^ (number * 0x9E3779B97F4A7C15U);
  state ^= state >> 31U;
  state *= 0xBF58476D1CE4E5B9U;
  state ^= state >> 29U;
  std::string out = middle[state % 24];
  state /= 24;
  for (auto more = number > 400 ? 1 + state % 2 : state % 2; more > 0; --more, state /= 24)
    out += middle[state % 24];
  out += end[state % 16];
  out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

struct Korean {
  std::u32string family, given;
};

Korean korean(Random& random) {
  constexpr std::u32string_view families =
      U"김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민"
      U"진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용";
  constexpr std::u32string_view syllables =
      U"지민서준현수영우진성은정재윤하연호아원미경희승주유동혜선나예상태광석용철기훈"
      U"종인순남숙자옥명규환욱범찬건혁창병덕춘길봉섭식한근택복심말";
  auto const family = families[ranked(random, families.size(), 1.15)];
  std::u32string given;
  for (int i = 0; i < (chance(random, 0.03) ? 1 : 2); ++i)
    given += syllables[ranked(random, syllables.size(), 0.6)];
  return {.family = std::u32string(1, family), .given = given};
}

// A spelling of each letter, the likelier the oftener.
std::string spelt(Random& random, std::u32string_view hangul) {
  std::string out;
  for (auto const syllable : hangul)
    for (auto const symbol : symbols_of(syllable)) {
      auto const& spellings = korean_lattice().spellings(symbol);
      double all = 0;
      for (auto const& one : spellings)
        all += std::exp2(-2 * static_cast<double>(one.bits));
      auto left = share(random) * all;
      for (auto const& one : spellings)
        if ((left -= std::exp2(-2 * static_cast<double>(one.bits))) <= 0) {
          out += one.latin;
          break;
        }
    }
  if (!out.empty())
    out.front() = static_cast<char>(std::toupper(out.front()));
  return out;
}

void mistype(Random& random, std::string& text) {
  std::vector<std::size_t> letters;
  for (std::size_t i = 1; i < text.size(); ++i)
    if (text[i] >= 'a' && text[i] <= 'z')
      letters.push_back(i);
  if (letters.empty())
    return;
  auto const at = letters[random() % letters.size()];
  switch (random() % 3) {
  case 0: text[at] = static_cast<char>('a' + random() % 26); break;
  case 1: text.erase(at, 1); break;
  default: text.insert(at, 1, text[at]); break;
  }
}

std::string digits(Random& random, int count) {
  std::string out;
  for (int i = 0; i < count; ++i)
    out += static_cast<char>('0' + random() % 10);
  return out;
}

std::string two(std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  std::erase_if(text, [](char c) { return c == ' ' || c == '-'; });
  return text;
}

struct Somebody {
  std::uint32_t number = 0;
  std::string latin, native, email, other_email, phone, birthday, url, company, title, city;
};

} // namespace

class InventedPeople::Parts {
public:
  explicit Parts(std::uint32_t seed) : random_(seed) {}
  std::vector<Profile> next(std::size_t count, std::vector<std::uint32_t>& truth);

private:
  Somebody somebody();
  Profile as_known(Somebody const& one);
  void fill(Profile& profile, Somebody const& one, std::size_t source);
  std::string name_of(Somebody const& one);
  void add(std::vector<std::string>& into, std::string value, double likely, double wrong);

  Random random_;
  std::uint32_t people_ = 0;
  std::int64_t records_ = 0;
  std::string last_email_, last_phone_;
  std::deque<std::pair<Profile, std::uint32_t>> waiting_; // further records of people, in no order
};

Somebody InventedPeople::Parts::somebody() {
  Somebody out{.number = people_++};
  auto const one_company = ranked(random_, 40'000, 0.9);
  out.company = word(one_company, "company") + " " + word(one_company * 7 + 1, "firm");
  auto const is_korean = chance(random_, 0.4);
  if (is_korean) {
    auto const name = korean(random_);
    out.native = to_utf8(name.family + name.given);
    auto given = spelt(random_, name.given);
    if (name.given.size() == 2 && chance(random_, 0.5))
      given = spelt(random_, name.given.substr(0, 1)) + "-" + lower(spelt(random_, name.given.substr(1)));
    auto const family = spelt(random_, name.family);
    out.latin = chance(random_, 0.5) ? given + " " + family : family + " " + given;
  } else {
    out.latin = word(ranked(random_, 4'000, 0.85), "given") + " " + word(ranked(random_, 150'000, 0.8), "family");
  }
  auto const domain = chance(random_, 0.6) ? lower(out.company) + ".example" : std::string{"gmail.com"};
  out.email = lower(out.latin) + digits(random_, 2) + "@" + domain;
  out.other_email = lower(out.latin) + digits(random_, 4) + "@naver.com";
  out.phone = "+82 10 " + digits(random_, 8);
  if (chance(random_, 0.04))
    out.email = last_email_.empty() ? out.email : last_email_;
  if (chance(random_, 0.1))
    out.phone = "+82 2 " + std::to_string(1'000'000 + one_company) + "0";
  out.birthday = std::to_string(1935 + random_() % 70) + "-" + two(1 + random_() % 12) + "-" + two(1 + random_() % 28);
  out.url = "linkedin.example/in/" + lower(out.latin) + digits(random_, 5);
  out.title = word(ranked(random_, 60, 0.7), "title");
  out.city = word(ranked(random_, 800, 0.9), "city");
  last_email_ = out.email;
  return out;
}

std::string InventedPeople::Parts::name_of(Somebody const& one) {
  if (!one.native.empty() && chance(random_, 0.6))
    return one.native;
  auto name = one.latin;
  if (chance(random_, 0.04))
    mistype(random_, name);
  auto const space = name.find(' ');
  if (space != std::string::npos && chance(random_, 0.05))
    name = name.substr(space + 1) + ", " + name.substr(0, space);
  return name;
}

void InventedPeople::Parts::add(std::vector<std::string>& into, std::string value, double likely, double wrong) {
  if (!chance(random_, likely))
    return;
  if (chance(random_, wrong))
    mistype(random_, value);
  into.push_back(std::move(value));
}

void InventedPeople::Parts::fill(Profile& profile, Somebody const& one, std::size_t source) {
  switch (source) {
  case 0: // an address book
    add(profile.emails, one.email, 0.8, 0.01);
    add(profile.phones, one.phone, 0.8, 0);
    add(profile.organisations, one.company, 0.5, 0);
    break;
  case 1: // customers of a firm
    add(profile.emails, chance(random_, 0.7) ? one.email : one.other_email, 0.9, 0.01);
    add(profile.phones, one.phone, 0.4, 0);
    add(profile.organisations, one.company, 0.9, 0);
    add(profile.titles, one.title, 0.8, 0);
    add(profile.cities, lower(one.city), 0.6, 0);
    break;
  case 2: // a calendar
    add(profile.emails, one.email, 1, 0);
    if (chance(random_, 0.3))
      profile.names.clear();
    break;
  case 3: // a register
    add(profile.birthdays, one.birthday, 0.95, 0);
    add(profile.phones, one.phone, 0.3, 0);
    add(profile.emails, one.other_email, 0.3, 0.01);
    add(profile.cities, lower(one.city), 0.9, 0);
    break;
  default: // profiles
    add(profile.urls, one.url, 1, 0);
    add(profile.emails, one.email, 0.4, 0.01);
    add(profile.birthdays, one.birthday, 0.3, 0);
    add(profile.organisations, one.company, 0.9, 0);
    break;
  }
}

Profile InventedPeople::Parts::as_known(Somebody const& one) {
  Profile out;
  out.names = {name_of(one)};
  fill(out, one, random_() % 5);
  return out;
}

std::vector<Profile> InventedPeople::Parts::next(std::size_t count, std::vector<std::uint32_t>& truth) {
  std::vector<Profile> out;
  auto const take = [&](Profile profile, std::uint32_t person) {
    profile.record = RecordId{++records_};
    profile.source = SourceId{1 + records_ / 5000};
    out.push_back(std::move(profile));
    truth.push_back(person);
  };
  while (out.size() < count) {
    if (waiting_.size() > 20'000 && chance(random_, 0.5)) {
      std::swap(waiting_[random_() % waiting_.size()], waiting_.front());
      take(std::move(waiting_.front().first), waiting_.front().second);
      waiting_.pop_front();
      continue;
    }
    auto const one = somebody();
    take(as_known(one), one.number);
    if (chance(random_, 0.4))
      for (int i = 1; i < 6 && (i == 1 || chance(random_, 0.35)); ++i)
        waiting_.emplace_back(as_known(one), one.number);
  }
  return out;
}

InventedPeople::InventedPeople(std::uint32_t seed) : parts_(std::make_unique<Parts>(seed)) {}
InventedPeople::~InventedPeople() = default;
std::vector<Profile> InventedPeople::next(std::size_t count, std::vector<std::uint32_t>& truth) {
  return parts_->next(count, truth);
}

} // namespace attache::bench
