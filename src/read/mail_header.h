// Header blocks of messages: where they stand, and what their fields mean.
#pragma once

#include "base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::read {

struct HeaderField {
  std::string name;  // lower case
  std::string value; // unfolded, UTF-8; encoded words still encoded
  std::size_t line = 0;
  std::size_t begin = 0, end = 0; // bytes of the value in the file, folds included
};

struct HeaderBlock {
  std::size_t line = 0; // first line, or the "From " line above it
  std::vector<HeaderField> fields;
};

// Header blocks of an mbox or a single message, one after the other; what follows them is skipped.
class HeaderBlocks {
public:
  explicit HeaderBlocks(std::string_view bytes);
  // Blocks without a single field are passed over.
  std::optional<HeaderBlock> next();

private:
  std::string_view peek() const; // the physical line at at_, without its end
  void advance();
  HeaderBlock block();
  void skip_body();
  // "From " at the start of a line, with a time in it and a header field below it: body text seldom looks so.
  bool at_separator() const;

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  bool mbox_ = false;
};

// The first field of that (lower-case) name; null if there is none.
HeaderField const* find_field(HeaderBlock const& block, std::string_view name);

struct Mailbox {
  std::string display, address; // decoded; either may be empty
};
// The mailboxes of an address list, members of groups included.
std::vector<Mailbox> mailboxes(std::string const& value);
// RFC 2047 text; encoded words of Korean mailers are read as CP949 whatever subset they name.
std::string decoded_text(std::string const& value);
std::optional<Instant> mail_date(std::string const& value);
// "a@b" of "<a@b>"; empty if there is none.
std::string message_id(std::string_view value);

} // namespace attache::read
