#include "read/vcard.h"

#include "base/unicode.h"
#include "read/vcard_card.h"

namespace attache::read {
namespace {

constexpr std::size_t deepest = 16; // cards inside cards (AGENT of vCard 2.1)

bool is(ContentLine const& line, std::string_view name, std::string_view value) {
  return line.name == name && fold_case(squeeze(line.value)) == value;
}

class Reader {
public:
  Reader(std::string_view name, Sink const& sink) : out_{name, sink} {}

  Result<void> read(std::string_view text);
  [[nodiscard]] bool found() const { return cards_ > 0; }

private:
  void line(ContentLine&& line);
  void begin(ContentLine const& line);
  void close();
  void reject_open(std::string_view at);

  Gather out_;
  Organisations organisations_;
  std::vector<Card> open_; // innermost last
  int cards_ = 0;
  bool outside_told_ = false; // one report for a run of lines outside cards
};

void Reader::reject_open(std::string_view at) {
  out_.reject(open_.back().line, "the card has no END:VCARD before " + std::string{at},
              "its lines are kept; check that the file is complete");
}

void Reader::close() {
  add_card(open_.back(), ++cards_, organisations_, out_);
  open_.pop_back();
}

void Reader::begin(ContentLine const& line) {
  auto const nested = !open_.empty() && !open_.back().lines.empty() && open_.back().lines.back().name == "AGENT" &&
                      open_.size() < deepest;
  if (!open_.empty() && !nested) {
    reject_open("the next card");
    close();
  }
  open_.push_back({.line = line.line});
}

void Reader::line(ContentLine&& line) {
  if (is(line, "BEGIN", "vcard"))
    return begin(line);
  if (is(line, "END", "vcard") && !open_.empty()) {
    outside_told_ = false;
    return close();
  }
  if (!open_.empty() && !line.name.empty())
    return open_.back().lines.push_back(std::move(line));
  if (!open_.empty())
    return out_.reject(line.line, "the line has no property name and colon",
                       "a line that goes on must start with a space");
  if (!std::exchange(outside_told_, true))
    out_.reject(line.line, "the text stands outside of a card", "cards run from BEGIN:VCARD to END:VCARD");
}

Result<void> Reader::read(std::string_view text) {
  ContentLines lines{text};
  while (auto next = lines.next()) {
    line(*std::move(next));
    TRY(out_.flush_large());
  }
  while (!open_.empty()) {
    reject_open("the end of the file");
    close();
  }
  return found() ? out_.finish() : Result<void>{};
}

} // namespace

Result<void> vcard(std::string_view bytes, std::string_view name, Sink const& sink) {
  auto const text = decode_content(bytes);
  Reader reader{name, sink};
  TRY(reader.read(text));
  if (!reader.found())
    return fail(Fault::input, "the file holds no vCard", std::string{name}, "a card starts with BEGIN:VCARD");
  return {};
}

} // namespace attache::read
