#include "resolve/abugida.h"

#include <algorithm>
#include <array>
#include <span>

namespace attache::resolve {
namespace {

// What a sign does to the letters about it. A vowel takes the place of the "a" that a consonant has by itself.
enum class Role : char { consonant, vowel, before, joiner, silencer, mark };

struct Letter {
  char32_t sign;
  Role role;
  std::string_view latin;
};

constexpr auto c = Role::consonant;
constexpr auto v = Role::vowel;

constexpr Letter khmer[] = {{U'\u1780', c, "k"},          {U'\u1781', c, "kh"},
                            {U'\u1782', c, "k"},          {U'\u1783', c, "kh"},
                            {U'\u1784', c, "ng"},         {U'\u1785', c, "ch"},
                            {U'\u1786', c, "chh"},        {U'\u1787', c, "ch"},
                            {U'\u1788', c, "ch"},         {U'\u1789', c, "nh"},
                            {U'\u178A', c, "d"},          {U'\u178B', c, "th"},
                            {U'\u178C', c, "d"},          {U'\u178D', c, "th"},
                            {U'\u178E', c, "n"},          {U'\u178F', c, "t"},
                            {U'\u1790', c, "th"},         {U'\u1791', c, "t"},
                            {U'\u1792', c, "th"},         {U'\u1793', c, "n"},
                            {U'\u1794', c, "b"},          {U'\u1795', c, "ph"},
                            {U'\u1796', c, "p"},          {U'\u1797', c, "ph"},
                            {U'\u1798', c, "m"},          {U'\u1799', c, "y"},
                            {U'\u179A', c, "r"},          {U'\u179B', c, "l"},
                            {U'\u179C', c, "v"},          {U'\u179D', c, "sh"},
                            {U'\u179E', c, "s"},          {U'\u179F', c, "s"},
                            {U'\u17A0', c, "h"},          {U'\u17A1', c, "l"},
                            {U'\u17A2', c, ""},           {U'\u17A3', v, "a"},
                            {U'\u17A4', v, "a"},          {U'\u17A5', v, "e"},
                            {U'\u17A6', v, "ei"},         {U'\u17A7', v, "o"},
                            {U'\u17A9', v, "ou"},         {U'\u17AA', v, "ov"},
                            {U'\u17AB', v, "rue"},        {U'\u17AC', v, "rue"},
                            {U'\u17AD', v, "lue"},        {U'\u17AE', v, "lue"},
                            {U'\u17AF', v, "ae"},         {U'\u17B0', v, "ai"},
                            {U'\u17B1', v, "ao"},         {U'\u17B2', v, "ao"},
                            {U'\u17B3', v, "au"},         {U'\u17B6', v, "a"},
                            {U'\u17B7', v, "i"},          {U'\u17B8', v, "i"},
                            {U'\u17B9', v, "i"},          {U'\u17BA', v, "eu"},
                            {U'\u17BB', v, "u"},          {U'\u17BC', v, "ou"},
                            {U'\u17BD', v, "uo"},         {U'\u17BE', v, "aeu"},
                            {U'\u17BF', v, "oea"},        {U'\u17C0', v, "ie"},
                            {U'\u17C1', v, "e"},          {U'\u17C2', v, "e"},
                            {U'\u17C3', v, "ai"},         {U'\u17C4', v, "ao"},
                            {U'\u17C5', v, "au"},         {U'\u17C6', v, "om"},
                            {U'\u17C7', v, "ah"},         {U'\u17CD', Role::silencer, ""},
                            {U'\u17D2', Role::joiner, ""}};

constexpr Letter lao[] = {{U'\u0E81', c, "k"},
                          {U'\u0E82', c, "kh"},
                          {U'\u0E84', c, "kh"},
                          {U'\u0E87', c, "ng"},
                          {U'\u0E88', c, "ch"},
                          {U'\u0E8A', c, "s"},
                          {U'\u0E8D', c, "nh"},
                          {U'\u0E94', c, "d"},
                          {U'\u0E95', c, "t"},
                          {U'\u0E96', c, "th"},
                          {U'\u0E97', c, "th"},
                          {U'\u0E99', c, "n"},
                          {U'\u0E9A', c, "b"},
                          {U'\u0E9B', c, "p"},
                          {U'\u0E9C', c, "ph"},
                          {U'\u0E9D', c, "f"},
                          {U'\u0E9E', c, "ph"},
                          {U'\u0E9F', c, "f"},
                          {U'\u0EA1', c, "m"},
                          {U'\u0EA2', c, "y"},
                          {U'\u0EA3', c, "r"},
                          {U'\u0EA5', c, "l"},
                          {U'\u0EA7', c, "v"},
                          {U'\u0EAA', c, "s"},
                          {U'\u0EAB', c, "h"},
                          {U'\u0EAD', c, ""},
                          {U'\u0EAE', c, "h"},
                          {U'\u0EB0', v, "a"},
                          {U'\u0EB1', v, "a"},
                          {U'\u0EB2', v, "a"},
                          {U'\u0EB3', v, "am"},
                          {U'\u0EB4', v, "i"},
                          {U'\u0EB5', v, "i"},
                          {U'\u0EB6', v, "u"},
                          {U'\u0EB7', v, "u"},
                          {U'\u0EB8', v, "u"},
                          {U'\u0EB9', v, "ou"},
                          {U'\u0EBB', v, "o"},
                          {U'\u0EBC', c, "l"},
                          {U'\u0EBD', v, "ia"},
                          {U'\u0EC0', Role::before, "e"},
                          {U'\u0EC1', Role::before, "ae"},
                          {U'\u0EC2', Role::before, "o"},
                          {U'\u0EC3', Role::before, "ai"},
                          {U'\u0EC4', Role::before, "ai"},
                          {U'\u0ECC', Role::silencer, ""},
                          {U'\u0ECD', v, "o"}};

constexpr Letter sinhala[] = {
    {U'\u0D82', v, "n"},  {U'\u0D83', v, "h"},  {U'\u0D85', v, "a"},           {U'\u0D86', v, "a"},
    {U'\u0D87', v, "ae"}, {U'\u0D88', v, "ae"}, {U'\u0D89', v, "i"},           {U'\u0D8A', v, "i"},
    {U'\u0D8B', v, "u"},  {U'\u0D8C', v, "u"},  {U'\u0D8D', v, "ru"},          {U'\u0D91', v, "e"},
    {U'\u0D92', v, "e"},  {U'\u0D93', v, "ai"}, {U'\u0D94', v, "o"},           {U'\u0D95', v, "o"},
    {U'\u0D96', v, "au"}, {U'\u0D9A', c, "k"},  {U'\u0D9B', c, "kh"},          {U'\u0D9C', c, "g"},
    {U'\u0D9D', c, "g"},  {U'\u0D9E', c, "ng"}, {U'\u0D9F', c, "ng"},          {U'\u0DA0', c, "ch"},
    {U'\u0DA1', c, "ch"}, {U'\u0DA2', c, "j"},  {U'\u0DA3', c, "j"},           {U'\u0DA4', c, "n"},
    {U'\u0DA5', c, "gn"}, {U'\u0DA6', c, "nj"}, {U'\u0DA7', c, "t"},           {U'\u0DA8', c, "t"},
    {U'\u0DA9', c, "d"},  {U'\u0DAA', c, "d"},  {U'\u0DAB', c, "n"},           {U'\u0DAC', c, "nd"},
    {U'\u0DAD', c, "th"}, {U'\u0DAE', c, "th"}, {U'\u0DAF', c, "d"},           {U'\u0DB0', c, "dh"},
    {U'\u0DB1', c, "n"},  {U'\u0DB3', c, "nd"}, {U'\u0DB4', c, "p"},           {U'\u0DB5', c, "ph"},
    {U'\u0DB6', c, "b"},  {U'\u0DB7', c, "bh"}, {U'\u0DB8', c, "m"},           {U'\u0DB9', c, "mb"},
    {U'\u0DBA', c, "y"},  {U'\u0DBB', c, "r"},  {U'\u0DBD', c, "l"},           {U'\u0DC0', c, "w"},
    {U'\u0DC1', c, "sh"}, {U'\u0DC2', c, "sh"}, {U'\u0DC3', c, "s"},           {U'\u0DC4', c, "h"},
    {U'\u0DC5', c, "l"},  {U'\u0DC6', c, "f"},  {U'\u0DCA', Role::joiner, ""}, {U'\u0DCF', v, "a"},
    {U'\u0DD0', v, "ae"}, {U'\u0DD1', v, "ae"}, {U'\u0DD2', v, "i"},           {U'\u0DD3', v, "i"},
    {U'\u0DD4', v, "u"},  {U'\u0DD6', v, "u"},  {U'\u0DD8', v, "ru"},          {U'\u0DD9', v, "e"},
    {U'\u0DDA', v, "e"},  {U'\u0DDB', v, "ai"}, {U'\u0DDC', v, "o"},           {U'\u0DDD', v, "o"},
    {U'\u0DDE', v, "au"}};

std::span<Letter const> alphabet_of(char32_t sign) {
  if (sign >= 0x1780 && sign <= 0x17DD)
    return khmer;
  if (sign >= 0x0E81 && sign <= 0x0EDD)
    return lao;
  if (sign >= 0x0D81 && sign <= 0x0DDF)
    return sinhala;
  return {};
}

Letter letter_of(char32_t sign) {
  auto const alphabet = alphabet_of(sign);
  auto const found = std::ranges::lower_bound(alphabet, sign, {}, &Letter::sign);
  return found != alphabet.end() && found->sign == sign ? *found : Letter{sign, Role::mark, ""};
}

// Writes letter by letter, with what is not decided yet: the vowel that a consonant may have by itself.
class Reader {
public:
  std::string read(std::u32string_view run) {
    for (; !run.empty(); run.remove_prefix(1)) {
      if (leads_a_tone(run))
        continue;
      if (run.starts_with(U"\u0ECD\u0EB2")) { // one vowel in two signs
        vowel("am");
        run.remove_prefix(1);
      } else {
        take(letter_of(run.front()));
      }
    }
    return out_ + std::string{waiting_};
  }

private:
  // ຫ before a nasal, l or v only tells the tone.
  static bool leads_a_tone(std::u32string_view rest) {
    return rest.size() > 1 && rest[0] == U'\u0EAB' &&
           std::u32string_view{U"\u0E87\u0E8D\u0E99\u0EA1\u0EA5\u0EA7\u0EBC"}.find(rest[1]) !=
               std::u32string_view::npos;
  }
  void take(Letter const& letter) {
    switch (letter.role) {
    case Role::consonant: return consonant(letter);
    case Role::vowel: return vowel(letter.latin);
    case Role::before: waiting_ = letter.latin; return;
    case Role::joiner: bare_ = false; return;
    case Role::silencer: return silence();
    case Role::mark: return;
    }
  }
  void consonant(Letter const& letter) {
    bool const inherent = alphabet_of(letter.sign).data() != static_cast<Letter const*>(lao);
    if (bare_ && inherent)
      out_ += 'a';
    last_ = out_.size();
    out_ += letter.latin;
    out_ += waiting_;
    bare_ = waiting_.empty();
    waiting_ = {};
  }
  void vowel(std::string_view latin) {
    out_ += latin;
    bare_ = false;
  }
  void silence() {
    out_.resize(std::min(last_, out_.size()));
    bare_ = false;
  }

  std::string out_;
  std::string_view waiting_; // a vowel written before its consonant
  std::size_t last_ = 0;     // where the last consonant begins
  bool bare_ = false;        // it has no vowel yet
};

} // namespace

bool is_abugida(char32_t sign) { return !alphabet_of(sign).empty(); }

std::string read_abugida(std::u32string_view run) { return Reader{}.read(run); }

} // namespace attache::resolve
