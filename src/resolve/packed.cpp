#include "resolve/packed.h"

#include <array>

namespace attache::resolve {
namespace {

using Strings = std::vector<std::string>;

constexpr std::array<Strings Profile::*, 15> lists{
    &Profile::names,         &Profile::emails,    &Profile::phones,  &Profile::birthdays,     &Profile::urls,
    &Profile::organisations, &Profile::titles,    &Profile::cities,  &Profile::countries,     &Profile::sectors,
    &Profile::tickers,       &Profile::addresses, &Profile::genders, &Profile::nationalities, &Profile::birthplaces};
constexpr std::array<std::string Profile::*, 2> words{&Profile::family, &Profile::given};

// LEB128: seven bits a byte, the lowest first.
void put(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7U)
    out.push_back(static_cast<char>(number | 0x80U));
  out.push_back(static_cast<char>(number));
}

void put(std::string& out, std::string const& text) {
  put(out, text.size());
  out += text;
}

void put(std::string& out, Strings const& texts) {
  put(out, texts.size());
  for (auto const& text : texts)
    put(out, text);
}

class Bytes {
public:
  explicit Bytes(std::string_view rest) : rest_(rest) {}
  std::uint64_t number() {
    std::uint64_t out = 0;
    for (unsigned shift = 0;; shift += 7) {
      auto const byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      out |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80)
        return out;
    }
  }
  std::string text() {
    auto const size = number();
    std::string out{rest_.substr(0, size)};
    rest_.remove_prefix(size);
    return out;
  }
  Strings texts() {
    Strings out(number());
    for (auto& one : out)
      one = text();
    return out;
  }

private:
  std::string_view rest_;
};

} // namespace

// A field that is added to Profile and that entity_of() reads belongs into the lists above; this is the reminder.
// Company is left out: it weighs in questions, and no rule rests on it.
static_assert(sizeof(Profile) == 616 || sizeof(void*) != 8);

std::string packed(Profile const& profile) {
  std::string out;
  put(out, static_cast<std::uint64_t>(profile.kind));
  put(out, (profile.press ? 1U : 0U) | (profile.lists_once ? 2U : 0U));
  if (profile.lists_once)
    put(out, static_cast<std::uint64_t>(number(profile.source)));
  for (auto const word : words)
    put(out, profile.*word);
  for (auto const list : lists)
    put(out, profile.*list);
  put(out, profile.domains);
  put(out, profile.identifiers.size());
  for (auto const& identifier : profile.identifiers)
    for (auto const* const part : {&identifier.kind, &identifier.authority, &identifier.number})
      put(out, *part);
  return out;
}

Profile unpacked(std::string_view bytes) {
  Bytes in(bytes);
  Profile out;
  out.kind = static_cast<RecordKind>(in.number());
  auto const flags = in.number();
  out.press = (flags & 1U) != 0;
  out.lists_once = (flags & 2U) != 0;
  if (out.lists_once)
    out.source = SourceId{static_cast<std::int64_t>(in.number())};
  for (auto const word : words)
    out.*word = in.text();
  for (auto const list : lists)
    out.*list = in.texts();
  out.domains = in.texts();
  out.identifiers.resize(in.number());
  for (auto& identifier : out.identifiers)
    for (auto* const part : {&identifier.kind, &identifier.authority, &identifier.number})
      *part = in.text();
  return out;
}

} // namespace attache::resolve
