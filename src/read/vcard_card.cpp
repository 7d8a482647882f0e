#include "read/vcard_card.h"

#include "base/unicode.h"
#include "model/vocabulary.h"
#include "read/vcard_values.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace attache::read {
namespace {

constexpr std::size_t longest_quote = 4096; // bytes of an unknown line kept for the round trip

// What an unaltered line of text says.
std::string text_of(ContentLine const& line) { return squeeze(unescape(plain_value(line))); }

Evidence evidence_of(ContentLine const& line) { return on_line(line.line, line.begin, line.end); }

// RFC 6350 §5.3: PREF=1 is the most preferred, 100 the least; vCard 2.1 and 3.0 write TYPE=pref.
int preference(ContentLine const& line) {
  auto const pref = parameter(line, "PREF");
  if (pref.size() == 1 || pref.size() == 2)
    return std::ranges::all_of(pref, [](char c) { return c >= '0' && c <= '9'; }) ? std::stoi(std::string{pref}) : 101;
  return has_value(line, "TYPE", "pref") ? 1 : 101;
}

class CardReader {
public:
  CardReader(Card const& card, int ordinal, Organisations& organisations, Gather& out)
      : card_{card}, ordinal_{ordinal}, organisations_{organisations}, out_{out} {}

  void read();

private:
  using Lines = std::vector<ContentLine const*>;
  using Handler = void (CardReader::*)(ContentLine const&);

  // In order of preference, then of the file.
  [[nodiscard]] Lines all(std::string_view name) const;
  [[nodiscard]] std::string text(std::string_view name) const;
  [[nodiscard]] RecordKind kind() const;
  [[nodiscard]] bool names_only_organisation() const;
  [[nodiscard]] std::string key() const;

  void say(std::string_view property, std::string value, ContentLine const& line);
  void derive(std::string_view property, std::string value, ContentLine const& line);
  void say_of(RecordId subject, std::string_view property, std::string value, ContentLine const& line);
  void name();
  void name_parts(Lines const& structured_names);
  void phonetic_name();
  void roles();
  void role(ContentLine const* organisation, ContentLine const* title);
  RecordId organisation(ContentLine const& line, std::vector<std::string> const& units);
  static Handler handler_of(std::string_view name);
  void note(ContentLine const& line);
  void link(ContentLine const& line);
  void attachment(ContentLine const& line);
  void elsewhere(ContentLine const& line); // taken up by name(), roles() or kind(), or of no use
  void position(ContentLine const& line);
  void label(ContentLine const& line);
  void unknown_field(ContentLine const& line);
  void email(ContentLine const& line);
  void phone(ContentLine const& line);
  void address(ContentLine const& line);
  void born(ContentLine const& line);
  void categories(ContentLine const& line);

  Card const& card_;
  int ordinal_;
  Organisations& organisations_;
  Gather& out_;
  RecordKind kind_ = RecordKind::person;
  std::vector<Claim> claims_; // of the card itself; their subject is filled in at the end
};

CardReader::Lines CardReader::all(std::string_view name) const {
  Lines found;
  for (auto const& line : card_.lines)
    if (line.name == name && !text_of(line).empty())
      found.push_back(&line);
  std::ranges::sort(found, {}, [](ContentLine const* line) { return std::pair{preference(*line), line->line}; });
  return found;
}

std::string CardReader::text(std::string_view name) const {
  auto const lines = all(name);
  return lines.empty() ? std::string{} : text_of(*lines.front());
}

bool CardReader::names_only_organisation() const {
  if (fold_case(text("X-ABSHOWAS")) == "company")
    return true;
  auto const n = text("N");
  auto const no_person = n.find_first_not_of("; ") == std::string::npos;
  auto const organisation = structured(text("ORG")).front();
  return !organisation.empty() && no_person && (text("FN").empty() || text("FN") == organisation);
}

RecordKind CardReader::kind() const {
  auto const stated = fold_case(text("KIND"));
  if (stated == "org" || (stated.empty() && names_only_organisation()))
    return RecordKind::organisation;
  return stated == "location" ? RecordKind::place : RecordKind::person;
}

std::string CardReader::key() const {
  auto const uid = text("UID");
  return uid.empty() ? fmt::format("card:{}", ordinal_) : "uid:" + uid;
}

void CardReader::say_of(RecordId subject, std::string_view property, std::string value, ContentLine const& line) {
  if (value.empty())
    return;
  out_.claim(statement(subject, property, std::move(value), evidence_of(line), text_of(line)));
}

void CardReader::say(std::string_view property, std::string value, ContentLine const& line) {
  if (!value.empty())
    claims_.push_back(statement({}, property, std::move(value), evidence_of(line), text_of(line)));
}

void CardReader::derive(std::string_view property, std::string value, ContentLine const& line) {
  say(property, std::move(value), line);
  claims_.back().derived = true;
}

void CardReader::name() {
  auto const formatted = all("FN");
  for (auto const* line : formatted)
    say(line == formatted.front() ? property::name : property::alias, text_of(*line), *line);
  auto const structured_names = all("N");
  if (kind_ == RecordKind::person)
    name_parts(structured_names);
  if (formatted.empty() && structured_names.empty() && kind_ == RecordKind::organisation && !all("ORG").empty())
    say(property::name, structured(plain_value(*all("ORG").front())).front(), *all("ORG").front());
  for (auto const* line : all("NICKNAME"))
    for (auto const& piece : split_escaped(plain_value(*line), ','))
      say(property::alias, squeeze(unescape(piece)), *line);
  phonetic_name();
}

// The first N gives the parts; a name that FN does not already say is worked out from it.
void CardReader::name_parts(Lines const& structured_names) {
  std::vector<std::string> said;
  for (auto const* line : all("FN"))
    said.push_back(fold_case(text_of(*line)));
  for (auto const* line : structured_names) {
    auto const parts = structured(plain_value(*line));
    if (line == structured_names.front() && parts.size() > 1) {
      say(property::family_name, parts[0], *line);
      say(property::given_name, parts[1], *line);
    }
    auto const whole = assembled_name(parts);
    auto const first = line == structured_names.front();
    if (whole.empty() || (first && !said.empty()) || std::ranges::count(said, fold_case(whole)) > 0)
      continue;
    derive(said.empty() ? property::name : property::alias, whole, *line);
    said.push_back(fold_case(whole));
  }
}

// Apple and Android keep how a name sounds beside how it is written: "이" "재용" as "Lee" "Jaeyong".
void CardReader::phonetic_name() {
  auto const family = all("X-PHONETIC-LAST-NAME");
  auto const given = all("X-PHONETIC-FIRST-NAME");
  auto const whole = assembled_name({text("X-PHONETIC-LAST-NAME"), text("X-PHONETIC-FIRST-NAME")});
  if (!whole.empty())
    derive(property::alias, whole, family.empty() ? *given.front() : *family.front());
}

RecordId CardReader::organisation(ContentLine const& line, std::vector<std::string> const& units) {
  auto& known = organisations_[fold_case(units.front())];
  if (known == RecordId{}) {
    known = out_.add(RecordKind::organisation, "org:" + fold_case(units.front()));
    say_of(known, property::name, units.front(), line);
  }
  return known;
}

void CardReader::role(ContentLine const* organisation_line, ContentLine const* title) {
  auto const& stated = title != nullptr ? *title : *organisation_line;
  auto claim =
      statement({}, property::role, title != nullptr ? text_of(*title) : "", evidence_of(stated), text_of(stated));
  if (organisation_line != nullptr) {
    auto const units = structured(plain_value(*organisation_line));
    if (!units.front().empty())
      claim.object = organisation(*organisation_line, units);
  }
  if (claim.object != RecordId{} || !claim.value.empty())
    claims_.push_back(std::move(claim));
}

// Each ORG with the TITLE of its group, else with the next one that has none; titles left over stand with the only
// ORG, or alone. An ORG that is another form of the one before (same ALTID) is an alias of it.
void CardReader::roles() {
  auto titles = all("TITLE");
  if (titles.empty())
    titles = all("ROLE");
  std::map<std::string, RecordId> by_altid;
  Lines organisations;
  for (auto const* line : all("ORG")) {
    auto const units = structured(plain_value(*line));
    auto const altid = std::string{parameter(*line, "ALTID")};
    if (auto const twin = by_altid.find(altid); twin != by_altid.end()) {
      say_of(twin->second, property::alias, units.front(), *line);
      continue;
    }
    organisations.push_back(line);
    if (units.size() > 1)
      unknown_field(*line); // departments
    if (!altid.empty() && !units.front().empty())
      by_altid[altid] = organisation(*line, units);
  }
  for (auto const* line : organisations) {
    auto const mine = std::ranges::find_if(titles, [&](auto const* title) { return title->group == line->group; });
    auto const any = mine != titles.end() ? mine : titles.begin();
    role(line, any == titles.end() ? nullptr : *any);
    if (any != titles.end())
      titles.erase(any);
  }
  for (auto const* title : titles)
    role(organisations.size() == 1 ? organisations.front() : nullptr, title);
}

void CardReader::email(ContentLine const& line) {
  auto mail = fold_case(text_of(line));
  if (mail.starts_with("mailto:"))
    mail.erase(0, 7);
  if (mail.find('@') != std::string::npos)
    return say(property::email, mail, line);
  if (!mail.empty())
    out_.reject(line.line, "the e-mail address has no @", "the rest of the card is kept");
}

void CardReader::phone(ContentLine const& line) {
  auto const number = phone_number(text_of(line));
  if (!number.empty())
    return say(property::phone, number, line);
  if (!text_of(line).empty())
    out_.reject(line.line, "the telephone number has no digits", "the rest of the card is kept");
}

void CardReader::address(ContentLine const& line) {
  auto const parts = structured(plain_value(line));
  say(property::address, postal_address(parts), line);
  if (parts.size() > 3)
    say(property::city, parts[3], line);
}

void CardReader::born(ContentLine const& line) {
  auto const date = birthday(text_of(line), parameter(line, "X-APPLE-OMIT-YEAR"));
  if (date)
    say(property::birthday, *date, line);
  else
    unknown_field(line);
}

void CardReader::categories(ContentLine const& line) {
  for (auto const& piece : split_escaped(plain_value(line), ','))
    say("x:CATEGORIES", squeeze(unescape(piece)), line);
}

// Kept under its own name, with the whole line as its words where it is more than "NAME:value", for the round trip.
void CardReader::unknown_field(ContentLine const& line) {
  auto const value = unescape(plain_value(line));
  if (squeeze(value).find_first_not_of("; ") == std::string::npos)
    return;
  auto claim = statement({}, "x:" + line.name, value, evidence_of(line), value);
  if (line.raw != line.name + ":" + value && line.raw.size() <= longest_quote && is_utf8(line.raw))
    claim.evidence.quote = line.raw;
  claims_.push_back(std::move(claim));
}

void CardReader::note(ContentLine const& line) {
  auto const words = unescape(plain_value(line));
  if (!squeeze(words).empty())
    claims_.push_back(statement({}, property::note, words, evidence_of(line), words));
}

void CardReader::link(ContentLine const& line) { say(property::url, text_of(line), line); }
void CardReader::attachment(ContentLine const& line) { say("x:" + line.name, attachment_note(line), line); }
void CardReader::elsewhere(ContentLine const&) {}

// TITLE and ROLE belong to the role of a person; on another card, or beside a TITLE, they are kept as they are.
void CardReader::position(ContentLine const& line) {
  if (kind_ != RecordKind::person || (line.name == "ROLE" && !all("TITLE").empty()))
    unknown_field(line);
}

// A label means something only beside a field that is itself unknown.
void CardReader::label(ContentLine const& line) {
  auto const unknown = [&](ContentLine const& other) {
    return other.group == line.group && handler_of(other.name) == &CardReader::unknown_field;
  };
  if (std::ranges::any_of(card_.lines, unknown))
    unknown_field(line);
}

CardReader::Handler CardReader::handler_of(std::string_view name) {
  static constexpr std::array elsewhere{"VERSION", "PRODID", "REV", "FN",  "N",         "NICKNAME",
                                        "ORG",     "KIND",   "UID", "END", "X-ABSHOWAS"};
  static std::map<std::string_view, Handler> const handlers{
      {"EMAIL", &CardReader::email},      {"TEL", &CardReader::phone},        {"ADR", &CardReader::address},
      {"BDAY", &CardReader::born},        {"URL", &CardReader::link},         {"CATEGORIES", &CardReader::categories},
      {"NOTE", &CardReader::note},        {"PHOTO", &CardReader::attachment}, {"LOGO", &CardReader::attachment},
      {"SOUND", &CardReader::attachment}, {"KEY", &CardReader::attachment},   {"TITLE", &CardReader::position},
      {"ROLE", &CardReader::position},    {"X-ABLABEL", &CardReader::label}};
  if (std::ranges::count(elsewhere, name) > 0)
    return &CardReader::elsewhere;
  auto const found = handlers.find(name);
  return found == handlers.end() ? &CardReader::unknown_field : found->second;
}

void CardReader::read() {
  auto const stated = fold_case(text("KIND").empty() ? text("X-ADDRESSBOOKSERVER-KIND") : text("KIND"));
  if (stated == "group")
    return out_.reject(card_.line, "the card is a list of contacts, not a contact",
                       "its members are read from their own cards");
  auto const says = [](ContentLine const& line) {
    static constexpr std::array silent{"VERSION", "PRODID", "REV", "UID", "KIND", "END"};
    return std::ranges::count(silent, line.name) == 0 && text_of(line).find_first_not_of("; ") != std::string::npos;
  };
  if (std::ranges::none_of(card_.lines, says))
    return out_.reject(card_.line, "the card is empty", "a card needs at least a name, an organisation or an address");
  kind_ = kind();
  name();
  if (kind_ == RecordKind::person)
    roles();
  for (auto const& line : card_.lines)
    (this->*handler_of(line.name))(line);
  if (claims_.empty())
    return out_.reject(card_.line, "nothing on the card could be read", "see the lines rejected above");
  auto const self = out_.add(kind_, key());
  for (auto& claim : claims_) {
    claim.subject = self;
    out_.claim(std::move(claim));
  }
}

} // namespace

void add_card(Card const& card, int ordinal, Organisations& organisations, Gather& out) {
  CardReader{card, ordinal, organisations, out}.read();
}

} // namespace attache::read
