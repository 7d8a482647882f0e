#include "net/base.h"

#include "net/checksum.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <tuple>

namespace attache::net {
namespace {

static_assert(std::endian::native == std::endian::little, "the block is little-endian and used as it lies");
static_assert(sizeof(Mark) == 12 && sizeof(Place) == 8 && sizeof(Base::Down) == 8);

constexpr std::uint64_t magic = 0x3154454e48435441; // "ATCHNET1"
constexpr std::uint32_t version = 2;
constexpr std::size_t alignment = 64;
enum Section : std::size_t { up, other, first, down, downs, marks, places, filed, filings, key, extra, sections };

struct Range {
  std::uint64_t begin = 0, bytes = 0;
};

struct Header {
  std::uint64_t magic = 0;
  std::uint32_t version = 0, sections = 0;
  std::uint64_t bytes = 0;    // of the whole block
  std::uint64_t checksum = 0; // of everything after the header
  double half_life_days = 0;
  std::array<Range, Section::sections> ranges{};
  std::uint64_t header_checksum = 0; // of all before it
};

std::uint64_t header_checksum(Header const& header) {
  return checksum(std::as_bytes(std::span{&header, 1}).first(offsetof(Header, header_checksum)));
}

auto damaged(std::string_view what) {
  return fail(Fault::input, fmt::format("the network snapshot is damaged: {}", what), {},
              "it is made again from the office");
}

// Sorted contacts, smaller end first.
Result<void> put_in_order(std::vector<Contact>& contacts) {
  for (auto& contact : contacts) {
    auto const minute = minute_after(contact.at);
    if (contact.a == contact.b || contact.kind >= most_kinds || minute < first_minute || minute > last_minute ||
        !(contact.weight >= 0) || std::isinf(contact.weight))
      return fail(Fault::input, fmt::format("a contact of {} and {} at {} is out of range", contact.a, contact.b,
                                            contact.at.time_since_epoch().count()));
    if (contact.a > contact.b)
      std::swap(contact.a, contact.b);
  }
  std::ranges::sort(contacts, {}, [](Contact const& c) {
    return std::tuple((std::uint64_t{c.a} << 32U) | c.b, c.at, c.kind, c.weight);
  });
  return {};
}

struct Columns {
  std::vector<std::uint32_t> up, other, first, down;
  std::vector<Base::Down> downs;
  std::vector<Mark> marks;
};

void add_ties(Columns& columns, std::vector<Contact> const& contacts, Decay const& decay) {
  columns.marks.reserve(contacts.size());
  auto sum = 0.0;
  Minute before = 0;
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    auto const& contact = contacts[i];
    auto const minute = static_cast<Minute>(minute_after(contact.at));
    if (i == 0 || contacts[i - 1].a != contact.a || contacts[i - 1].b != contact.b) {
      columns.first.push_back(static_cast<std::uint32_t>(i));
      columns.other.push_back(contact.b);
      ++columns.up[contact.a + 1];
      ++columns.down[contact.b + 1];
      sum = 0;
    } else {
      sum *= decay.after(static_cast<std::uint32_t>(minute - before));
    }
    auto const waited = static_cast<double>(std::int64_t{minute} * 60 - contact.at.time_since_epoch().count()) / 60;
    sum += contact.weight * decay.after_exactly(waited);
    columns.marks.emplace_back(minute, contact.kind, sum);
    before = minute;
  }
  columns.first.push_back(static_cast<std::uint32_t>(contacts.size()));
}

void add_downs(Columns& columns) {
  columns.downs.resize(columns.other.size());
  auto next = columns.down;
  for (Node a = 0; a + 1 < columns.up.size(); ++a)
    for (auto tie = columns.up[a]; tie < columns.up[a + 1]; ++tie)
      columns.downs[next[columns.other[tie]]++] = {a, tie};
}

Columns columns_of(std::vector<Contact> const& contacts, std::size_t people, Decay const& decay) {
  Columns columns;
  columns.up.assign(people + 1, 0);
  columns.down.assign(people + 1, 0);
  add_ties(columns, contacts, decay);
  for (std::size_t i = 0; i < people; ++i) {
    columns.up[i + 1] += columns.up[i];
    columns.down[i + 1] += columns.down[i];
  }
  add_downs(columns);
  return columns;
}

std::vector<std::uint32_t> filings_of(std::vector<Place> const& places) {
  std::vector<std::uint32_t> filings;
  filings.reserve(places.size());
  for (auto const& place : places)
    filings.push_back(note_of(place));
  std::ranges::sort(filings);
  auto const [first, last] = std::ranges::unique(filings);
  filings.erase(first, last);
  return filings;
}

// The number of each person's filing.
std::vector<std::uint16_t> numbers_of(std::vector<Place> const& places, std::vector<std::uint32_t> const& filings) {
  std::vector<std::uint16_t> numbers;
  numbers.reserve(places.size());
  for (auto const& place : places) {
    auto const at = std::ranges::lower_bound(filings, note_of(place)) - filings.begin();
    numbers.push_back(static_cast<std::uint16_t>(std::min<std::ptrdiff_t>(at, Base::unfiled)));
  }
  return numbers;
}

std::vector<std::uint16_t> filed_of(Columns const& columns, std::vector<std::uint16_t> const& numbers) {
  std::vector<std::uint16_t> filed;
  filed.reserve(2 * columns.other.size());
  for (Node person = 0; person + 1 < columns.up.size(); ++person) {
    for (auto at = columns.down[person]; at < columns.down[person + 1]; ++at)
      filed.push_back(numbers[columns.downs[at].a]);
    for (auto tie = columns.up[person]; tie < columns.up[person + 1]; ++tie)
      filed.push_back(numbers[columns.other[tie]]);
  }
  return filed;
}

// Puts sections one after the other, each at a round place.
class Layout {
public:
  Layout() : block_(padded(sizeof(Header)), '\0') {}
  void add(Section section, std::span<std::byte const> bytes) {
    header_.ranges.at(section) = {block_.size(), bytes.size()};
    block_.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
    block_.resize(padded(block_.size()));
  }
  template <class T>
  void add(Section section, std::vector<T> values) { // by value: freed as soon as it is laid out
    add(section, std::as_bytes(std::span{values}));
  }
  void reserve(std::size_t bytes) { block_.reserve(bytes); }
  std::string finish(double half_life_days) {
    header_.magic = magic;
    header_.version = version;
    header_.sections = Section::sections;
    header_.bytes = block_.size();
    header_.half_life_days = half_life_days;
    header_.checksum = checksum(std::as_bytes(std::span{block_}).subspan(sizeof(Header)));
    header_.header_checksum = header_checksum(header_);
    std::memcpy(block_.data(), &header_, sizeof(Header));
    return std::move(block_);
  }

private:
  static std::size_t padded(std::size_t bytes) { return (bytes + alignment - 1) / alignment * alignment; }
  Header header_;
  std::string block_;
};

std::size_t people_in(Material const& material) {
  std::size_t people = std::max<std::size_t>(material.people, material.places.size());
  for (auto const& contact : material.contacts)
    people = std::max<std::size_t>(people, std::size_t{std::max(contact.a, contact.b)} + 1);
  return people;
}

Result<Header> header_in(std::span<std::byte const> bytes) {
  Header header;
  if (bytes.size() < sizeof(Header))
    return damaged("it ends too early");
  std::memcpy(&header, bytes.data(), sizeof(Header));
  if (header.magic != magic)
    return damaged("it does not begin like one");
  if (header.version != version || header.sections != Section::sections)
    return damaged(fmt::format("it has format {}, this program writes {}", header.version, version));
  if (header.header_checksum != header_checksum(header))
    return damaged("its header does not add up");
  if (header.bytes != bytes.size())
    return damaged(fmt::format("it has {} bytes of {}", bytes.size(), header.bytes));
  if (header.checksum != checksum(bytes.subspan(sizeof(Header))))
    return damaged("its contents do not add up");
  if (!(header.half_life_days > 0) || std::isinf(header.half_life_days))
    return damaged("its half-life is no number of days");
  return header;
}

template <class T>
Result<std::span<T const>> section(std::span<std::byte const> bytes, Range range) {
  if (range.begin % alignof(T) != 0 || range.bytes % sizeof(T) != 0 || range.begin > bytes.size() ||
      range.bytes > bytes.size() - range.begin)
    return damaged("a section lies outside");
  return std::span{reinterpret_cast<T const*>(bytes.data() + range.begin), range.bytes / sizeof(T)};
}

// Offsets that climb from 0 to `end`; strictly if `strict`.
bool climbs(std::span<std::uint32_t const> offsets, std::size_t end, bool strict) {
  if (offsets.empty() || offsets.front() != 0 || offsets.back() != end)
    return false;
  auto good = true;
  for (std::size_t i = 1; i < offsets.size(); ++i)
    good &= strict ? offsets[i - 1] < offsets[i] : offsets[i - 1] <= offsets[i];
  return good;
}

} // namespace

Mark::Mark(Minute minute, std::uint8_t kind, double sum)
    : when_{(static_cast<std::uint32_t>(minute - first_minute) << 3U) | kind},
      sum_{std::bit_cast<std::array<std::uint32_t, 2>>(sum)} {}

double Mark::sum() const { return std::bit_cast<double>(sum_); }

Result<std::string> build(Material material) {
  if (!(material.half_life_days > 0) || std::isinf(material.half_life_days))
    return fail(Fault::input, "a half-life is more than no days");
  if (material.contacts.size() >= no_tie)
    return fail(Fault::input, "a network holds at most 4,294,967,294 contacts");
  auto const people = people_in(material);
  if (people >= no_tie)
    return fail(Fault::input, "a network holds at most 4,294,967,294 people");
  TRY(put_in_order(material.contacts));
  auto columns = columns_of(material.contacts, people, Decay{material.half_life_days});
  material.places.resize(people);
  material.contacts = {};
  Layout layout;
  auto filings = filings_of(material.places);
  auto filed = filed_of(columns, numbers_of(material.places, filings));
  layout.reserve(12 * columns.marks.size() + 20 * columns.other.size() + 20 * people + material.extra.size() + 4096);
  layout.add(Section::up, std::move(columns.up));
  layout.add(Section::other, std::move(columns.other));
  layout.add(Section::first, std::move(columns.first));
  layout.add(Section::down, std::move(columns.down));
  layout.add(Section::downs, std::move(columns.downs));
  layout.add(Section::marks, std::move(columns.marks));
  layout.add(Section::places, std::move(material.places));
  layout.add(Section::filed, std::move(filed));
  layout.add(Section::filings, std::move(filings));
  layout.add(Section::key, std::as_bytes(std::span{material.key}));
  layout.add(Section::extra, std::as_bytes(std::span{material.extra}));
  return layout.finish(material.half_life_days);
}

Result<Base> Base::read(std::span<std::byte const> bytes) {
  auto const header = TRY(header_in(bytes));
  auto const& at = header.ranges;
  Base base;
  base.up_ = TRY(section<std::uint32_t>(bytes, at[Section::up]));
  base.other_ = TRY(section<std::uint32_t>(bytes, at[Section::other]));
  base.first_ = TRY(section<std::uint32_t>(bytes, at[Section::first]));
  base.down_ = TRY(section<std::uint32_t>(bytes, at[Section::down]));
  base.downs_ = TRY(section<Down>(bytes, at[Section::downs]));
  base.marks_ = TRY(section<Mark>(bytes, at[Section::marks]));
  base.places_ = TRY(section<Place>(bytes, at[Section::places]));
  base.filed_ = TRY(section<std::uint16_t>(bytes, at[Section::filed]));
  base.filings_ = TRY(section<std::uint32_t>(bytes, at[Section::filings]));
  auto const key = TRY(section<char>(bytes, at[Section::key])), extra = TRY(section<char>(bytes, at[Section::extra]));
  base.key_ = {key.data(), key.size()};
  base.extra_ = {extra.data(), extra.size()};
  base.decay_ = Decay{header.half_life_days};

  auto const people = base.places_.size(), ties = base.other_.size();
  if (base.up_.size() != people + 1 || base.down_.size() != people + 1 || base.first_.size() != ties + 1 ||
      base.downs_.size() != ties || base.filed_.size() != 2 * ties || !climbs(base.up_, ties, false) ||
      !climbs(base.down_, ties, false) || !climbs(base.first_, base.marks_.size(), true))
    return damaged("its sections disagree");
  auto inside = true;
  for (auto const person : base.other_)
    inside &= person < people;
  for (auto const& one : base.downs_)
    inside &= one.a < people && one.tie < ties;
  for (auto const number : base.filed_)
    inside &= number < base.filings_.size() || number == Base::unfiled;
  if (!inside)
    return damaged("it names somebody it does not have");
  return base;
}

Node Base::smaller(TieIndex tie) const {
  return static_cast<Node>(std::ranges::upper_bound(up_, tie) - up_.begin() - 1);
}

TieIndex Base::find(Node a, Node b) const {
  if (a > b)
    std::swap(a, b);
  if (a == b || b >= people())
    return no_tie;
  auto const row = other_.subspan(up_[a], up_[a + 1] - up_[a]);
  auto const found = std::ranges::lower_bound(row, b);
  return found != row.end() && *found == b ? up_[a] + static_cast<TieIndex>(found - row.begin()) : no_tie;
}

} // namespace attache::net
