#include "read/mail_header.h"

#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <gmime/gmime.h>
#include <memory>

namespace attache::read {
namespace {

constexpr std::size_t longest_value = 256 * 1024; // bytes of one field; a longer one is cut
constexpr std::size_t most_fields = 2000;         // of one message

bool is_field_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return c > ' ' && c < 0x7F && c != ':'; });
}

bool looks_like_field(std::string_view line) {
  return is_field_name(line.substr(0, line.find(':'))) && line.find(':') != std::string_view::npos;
}

bool has_clock(std::string_view line) {
  auto const digit = [&](std::size_t i) { return i < line.size() && line[i] >= '0' && line[i] <= '9'; };
  for (auto colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1))
    if (colon > 0 && digit(colon - 1) && digit(colon + 1) && digit(colon + 2))
      return true;
  return false;
}

std::string lower(std::string_view ascii) {
  std::string out{ascii};
  for (auto& c : out)
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return out;
}

// Mailers write "ks_c_5601-1987" or "euc-kr" for text that holds all of CP949 (its superset).
std::string with_whole_korean(std::string const& value) {
  static constexpr std::array names{"=?ks_c_5601-1987", "=?ks_c_5601", "=?ksc5601", "=?euc-kr", "=?euckr"};
  auto out = value;
  auto const folded = lower(value);
  std::size_t shift = 0; // how much shorter `out` is than `folded`
  for (auto at = folded.find("=?"); at != std::string::npos; at = folded.find("=?", at + 2))
    for (std::string_view const name : names)
      if (folded.compare(at, name.size(), name) == 0 && folded[at + name.size()] == '?') {
        out.replace(at - shift, name.size(), "=?cp949");
        shift += name.size() - 7;
        break;
      }
  return out;
}

GMimeParserOptions* options() {
  static GMimeParserOptions* const shared = [] {
    g_mime_init();
    auto* const made = g_mime_parser_options_new();
    std::array<char const*, 4> charsets{"utf-8", "cp949", "iso-8859-1", nullptr};
    g_mime_parser_options_set_fallback_charsets(made, charsets.data());
    return made;
  }();
  return shared;
}

struct Unref {
  void operator()(InternetAddressList* list) const { g_object_unref(list); }
  void operator()(GDateTime* time) const { g_date_time_unref(time); }
  void operator()(char* text) const { g_free(text); }
};

std::string text_or_empty(char const* text) { return text == nullptr ? std::string{} : squeeze(nfc(text)); }

void add_mailboxes(InternetAddressList* list, std::vector<Mailbox>& found, int depth) {
  for (int i = 0; i < internet_address_list_length(list); ++i) {
    auto* const address = internet_address_list_get_address(list, i);
    if (INTERNET_ADDRESS_IS_GROUP(address) && depth < 4)
      add_mailboxes(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)), found, depth + 1);
    else if (INTERNET_ADDRESS_IS_MAILBOX(address))
      found.push_back({.display = text_or_empty(internet_address_get_name(address)),
                       .address = text_or_empty(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)))});
  }
}

} // namespace

HeaderBlocks::HeaderBlocks(std::string_view bytes) : bytes_{bytes} {
  if (bytes_.starts_with("\xEF\xBB\xBF"))
    at_ = 3;
  while (at_ < bytes_.size() && peek().empty())
    advance();
  mbox_ = peek().starts_with("From ");
}

std::string_view HeaderBlocks::peek() const {
  auto line = bytes_.substr(at_, std::min(bytes_.find('\n', at_), bytes_.size()) - at_);
  if (line.ends_with('\r'))
    line.remove_suffix(1);
  return line;
}

void HeaderBlocks::advance() {
  at_ = std::min(bytes_.find('\n', at_), bytes_.size() - 1) + 1;
  ++line_;
}

bool HeaderBlocks::at_separator() const {
  auto const line = peek();
  if (!line.starts_with("From ") || !has_clock(line))
    return false;
  auto const next = bytes_.find('\n', at_);
  auto const below = next == std::string_view::npos ? std::string_view{} : bytes_.substr(next + 1, 200);
  return below.empty() || looks_like_field(below.substr(0, below.find('\n'))) || below.starts_with(">From ");
}

HeaderBlock HeaderBlocks::block() {
  HeaderBlock block{.line = line_};
  while (at_ < bytes_.size() && (peek().starts_with("From ") || peek().starts_with(">From ")))
    advance();
  for (; at_ < bytes_.size() && !peek().empty() && !(mbox_ && at_separator()); advance()) {
    auto const line = peek();
    if ((line.starts_with(' ') || line.starts_with('\t')) && !block.fields.empty()) {
      auto& field = block.fields.back();
      if (field.value.size() + line.size() < longest_value)
        field.value += line;
      field.end = at_ + line.size();
    } else if (looks_like_field(line) && block.fields.size() < most_fields) {
      auto const colon = line.find(':');
      block.fields.push_back({.name = lower(line.substr(0, colon)),
                              .value = std::string{line.substr(colon + 1, longest_value)},
                              .line = line_,
                              .begin = at_ + colon + 1,
                              .end = at_ + line.size()});
    }
  }
  return block;
}

void HeaderBlocks::skip_body() {
  if (!mbox_) {
    at_ = bytes_.size();
    return;
  }
  for (bool blank = false; at_ < bytes_.size() && !((blank || line_ == 1) && at_separator()); advance())
    blank = peek().empty();
}

std::optional<HeaderBlock> HeaderBlocks::next() {
  while (at_ < bytes_.size()) {
    auto const start = at_;
    auto found = block();
    skip_body();
    if (at_ == start)
      advance();
    for (auto& field : found.fields)
      field.value = squeeze(is_utf8(field.value) ? nfc(field.value) : decode_unstated(field.value).text);
    if (!found.fields.empty())
      return found;
  }
  return {};
}

HeaderField const* find_field(HeaderBlock const& block, std::string_view name) {
  auto const found = std::ranges::find(block.fields, name, &HeaderField::name);
  return found == block.fields.end() ? nullptr : &*found;
}

std::vector<Mailbox> mailboxes(std::string const& value) {
  std::unique_ptr<InternetAddressList, Unref> const list{
      internet_address_list_parse(options(), with_whole_korean(value).c_str())};
  std::vector<Mailbox> found;
  if (list)
    add_mailboxes(list.get(), found, 0);
  return found;
}

std::string decoded_text(std::string const& value) {
  std::unique_ptr<char, Unref> const text{g_mime_utils_header_decode_text(options(), with_whole_korean(value).c_str())};
  return text_or_empty(text.get());
}

std::optional<Instant> mail_date(std::string const& value) {
  options(); // initialises the library
  std::unique_ptr<GDateTime, Unref> const time{g_mime_utils_header_decode_date(value.c_str())};
  if (!time || g_date_time_get_year(time.get()) < 1970)
    return {};
  return Instant{std::chrono::seconds{g_date_time_to_unix(time.get())}};
}

std::string message_id(std::string_view value) {
  auto const open = value.find('<');
  auto const close = value.find('>', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos)
    return value.find('@') == std::string_view::npos ? std::string{} : std::string{value.substr(0, value.find(' '))};
  return std::string{value.substr(open + 1, close == std::string_view::npos ? close : close - open - 1)};
}

} // namespace attache::read
