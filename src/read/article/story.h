// What an article tells, before it becomes claims: who appears, where, and what they do.
#pragma once

#include "base/time.h"
#include "model/claim.h"
#include "read/article/document.h"

#include <optional>
#include <string>
#include <vector>

namespace attache::read::press {

inline constexpr std::size_t nobody = static_cast<std::size_t>(-1);

enum class Thing : std::uint8_t { person, organisation, place };

// A person or organisation as first recognised, before mentions are gathered.
struct Sighting {
  Thing thing = Thing::person;
  std::size_t sentence = 0;
  Span name;         // the name alone
  Span phrase;       // with title, organisation and apposition
  Span title, where; // of a person: the title, and the organisation named with it
  Span alias;        // of an organisation: the short form in parentheses
  double confidence = 0;
};

// How a mention names its person. A group stands for several people ("the two", "두 사람").
enum class Form : std::uint8_t { full, titled, surname, pronoun, group };

struct Mention {
  Thing thing = Thing::person;
  std::size_t sentence = 0;
  Span span;   // the name, or the surname, or the pronoun
  Span phrase; // with title, organisation and apposition
  Form form = Form::full;
  std::size_t who = nobody; // index into Story::people or organisations; nobody if unsure
  std::vector<std::size_t> group;
  std::size_t sighting = nobody; // the one it came from
};

struct Person {
  std::string name; // the fullest form, as written
  std::string surname;
  std::vector<std::size_t> mentions;
  double confidence = 0;
};

struct Organisation {
  std::string name;
  std::vector<std::size_t> mentions;
  double confidence = 0;
};

// A date as far as the words and the day of publication tell.
struct When {
  Span span;
  Moment from, to;
  bool derived = false; // worked out from the day of publication or from a duration
  int days = 0;         // a duration, if that is what the words say
};

struct Money {
  Span span;
  double amount = 0;
  std::string currency;
};

enum class Deed : std::uint8_t { meeting, call, event, trip, talk }; // talk: a meeting only with a counterpart

// The same happening told again, with its own firmness.
struct Retelling {
  Span quote;
  Realis realis = Realis::asserted;
  Attribution attribution;
  double confidence = 0;
};

// A meeting, an event attended, or a trip.
struct Happening {
  Deed deed = Deed::meeting;
  std::size_t sentence = 0;
  Span quote;
  std::vector<Retelling> again;                   // where it is told once more
  std::vector<std::size_t> people, organisations; // indices, no doubles
  std::optional<When> when;
  std::vector<Span> places;
  Span topic;
  Span event_name; // of an event attended
  int days = 0;
  Span days_quote;
  bool secret = false;
  bool between = false; // "the meeting of A and B": nobody else takes part
  Realis realis = Realis::asserted;
  Attribution attribution;
  double confidence = 0;
};

struct Link { // organisation to organisation, or founder to organisation
  std::string property;
  std::size_t from = nobody, to = nobody;
  std::size_t sentence = 0;
  Span quote;
  Realis realis = Realis::asserted;
  Attribution attribution;
  double confidence = 0;
};

struct Amount {
  std::string kind; // market_cap, deal, investment, fund_size, revenue
  std::size_t of = nobody;
  Money money;
  std::size_t sentence = 0;
  Span quote;
  Realis realis = Realis::asserted;
  Attribution attribution;
  double confidence = 0;
};

struct Story {
  Document document;
  std::vector<Sighting> sightings;
  std::vector<Mention> mentions; // in order of their place in the text
  std::vector<Person> people;
  std::vector<Organisation> organisations;
  std::vector<Happening> happenings;
  std::vector<Link> links;
  std::vector<Amount> amounts;
  std::string last_kind; // of the sum stated last, and where
  std::size_t last_kind_at = nobody;
  Moment last_date; // the day last stated, while reading
};

} // namespace attache::read::press
