#include "read/mail.h"

#include "base/unicode.h"
#include "model/vocabulary.h"
#include "read/gather.h"
#include "read/mail_header.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace attache::read {
namespace {

Evidence evidence_of(HeaderField const& field) { return on_line(field.line, field.begin, field.end); }

// Address of the mailing list that a message went through: List-Post, or List-Id with its first dot made an @.
std::string list_of(HeaderBlock const& block) {
  auto const* const id = find_field(block, "list-id");
  auto const* const post = find_field(block, "list-post");
  if (post != nullptr && post->value.find("mailto:") != std::string::npos) {
    auto const from = post->value.find("mailto:") + 7;
    return fold_case(post->value.substr(from, post->value.find_first_of(">?", from) - from));
  }
  if (auto const* const old = find_field(block, "x-mailing-list"); id == nullptr && old != nullptr)
    return fold_case(old->value);
  if (id == nullptr)
    return {};
  auto const open = id->value.rfind('<');
  auto name = open == std::string::npos ? id->value : id->value.substr(open + 1, id->value.rfind('>') - open - 1);
  if (auto const dot = name.find('.'); dot != std::string::npos)
    name[dot] = '@';
  return fold_case(name);
}

bool is_automatic(HeaderBlock const& block) {
  auto const says = [&](std::string_view name, std::string_view word) {
    auto const* const field = find_field(block, name);
    return field != nullptr && fold_case(field->value).starts_with(word);
  };
  auto const* const submitted = find_field(block, "auto-submitted");
  auto const* const type = find_field(block, "content-type");
  auto const bulk = says("precedence", "bulk") && list_of(block).empty(); // list servers call people's posts that too
  return (submitted != nullptr && !fold_case(submitted->value).starts_with("no")) || bulk ||
         says("precedence", "junk") || says("precedence", "auto_reply") ||
         find_field(block, "x-autoreply") != nullptr ||
         (type != nullptr && fold_case(type->value).starts_with("multipart/report"));
}

bool is_machine(std::string_view address) {
  static constexpr std::array machines{"mailer-daemon", "postmaster",   "noreply", "no-reply",
                                       "donotreply",    "do-not-reply", "bounce",  "bounces"};
  auto const local = fold_case(address.substr(0, address.find('@')));
  return std::ranges::any_of(machines, [&](auto const* name) { return local == name; });
}

struct Participant {
  Mailbox who;
  HeaderField const* field = nullptr;
};

class Reader {
public:
  Reader(std::string_view name, Sink const& sink) : out_{name, sink} {}

  Result<void> read(std::string_view bytes);
  [[nodiscard]] bool found() const { return found_; }

private:
  void message(HeaderBlock const& block);
  [[nodiscard]] bool is_copy(HeaderBlock const& block, std::string const& id);
  static std::vector<Participant> participants(HeaderBlock const& block, std::string const& list);
  void add(HeaderBlock const& block, std::vector<Participant> const& people, Instant at, std::string const& id,
           bool list);

  Gather out_;
  Correspondents people_{out_};
  std::unordered_map<std::string, std::size_t> seen_; // Message-ID -> line
  bool found_ = false;
};

bool Reader::is_copy(HeaderBlock const& block, std::string const& id) {
  if (id.empty())
    return false;
  auto const [first, fresh] = seen_.try_emplace(id, block.line);
  if (!fresh)
    out_.reject(block.line, fmt::format("the message is a copy of that on line {}", first->second));
  return !fresh;
}

// The sender first. Each address once, and neither the list nor machines.
std::vector<Participant> Reader::participants(HeaderBlock const& block, std::string const& list) {
  std::vector<Participant> found;
  std::unordered_set<std::string> known{list};
  for (auto const* name : {"from", "to", "cc", "bcc"})
    for (auto const& field : block.fields) {
      if (field.name != name)
        continue;
      for (auto& who : mailboxes(field.value)) {
        auto const key = fold_case(who.address);
        if (key.find('@') != std::string::npos && !is_machine(key) && known.insert(key).second)
          found.push_back({std::move(who), &field});
      }
    }
  return found;
}

void Reader::add(HeaderBlock const& block, std::vector<Participant> const& people, Instant at, std::string const& id,
                 bool list) {
  auto const contact = out_.add(RecordKind::contact, id.empty() ? fmt::format("line:{}", block.line) : "mid:" + id);
  auto const moment = minute_moment(std::chrono::floor<std::chrono::minutes>(at));
  auto const say = [&](std::string_view property, std::string value, HeaderField const& field, std::string_view words) {
    auto claim = statement(contact, property, std::move(value), evidence_of(field), words);
    claim.valid.from = moment;
    return claim;
  };
  auto const& date = *find_field(block, "date");
  out_.claim(say(property::contact_kind, list ? "event" : "message", date, date.value));
  auto const* const subject = find_field(block, "subject");
  if (auto const title = subject == nullptr ? std::string{} : decoded_text(subject->value); !title.empty())
    out_.claim(say(property::title, title, *subject, title));
  if (auto const* const reply = find_field(block, "in-reply-to"); reply != nullptr && !message_id(reply->value).empty())
    out_.claim(say("x:IN-REPLY-TO", message_id(reply->value), *reply, message_id(reply->value)));
  for (auto const& [who, field] : people) {
    auto const& name = who.display.empty() ? who.address : who.display;
    auto const person = people_.person(who.address, who.display, evidence_of(*field));
    auto claim = say(property::participant, name, *field, name);
    claim.object = person;
    out_.claim(std::move(claim));
  }
}

void Reader::message(HeaderBlock const& block) {
  auto const* const id_field = find_field(block, "message-id");
  auto const id = id_field == nullptr ? std::string{} : message_id(id_field->value);
  if (is_copy(block, id))
    return;
  auto const* const from = find_field(block, "from");
  auto const senders = from == nullptr ? std::vector<Mailbox>{} : mailboxes(from->value);
  if (is_automatic(block) || (senders.size() == 1 && is_machine(senders.front().address)))
    return out_.reject(block.line, "the message was sent by a machine");
  auto const* const date = find_field(block, "date");
  auto const at = date == nullptr ? std::nullopt : mail_date(date->value);
  if (!at)
    return out_.reject(date == nullptr ? block.line : date->line,
                       date == nullptr ? "the message has no Date" : "the Date of the message cannot be read",
                       "a message without a date says nothing about when two people were in touch");
  auto const list = list_of(block);
  auto const people = participants(block, list);
  if (people.empty())
    return out_.reject(block.line, "the message names no sender and no recipient");
  if (!list.empty() && people.size() < 2)
    return out_.reject(block.line, "the message went to a mailing list and to nobody by name");
  add(block, people, *at, id, !list.empty());
}

Result<void> Reader::read(std::string_view bytes) {
  HeaderBlocks blocks{bytes};
  while (auto const block = blocks.next()) {
    found_ = true;
    message(*block);
    TRY(out_.flush_large());
  }
  return found_ ? out_.finish() : Result<void>{};
}

} // namespace

Result<void> mail(std::string_view bytes, std::string_view name, Sink const& sink) {
  Reader reader{name, sink};
  TRY(reader.read(bytes));
  if (!reader.found())
    return fail(Fault::input, "the file holds no mail header", std::string{name},
                "give an mbox file or a message saved as .eml");
  return {};
}

} // namespace attache::read
