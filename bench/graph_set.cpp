#include "bench/graph_set.h"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace bench {
namespace {

using attache::Result;

Result<std::string> text_of(std::string const& path) {
  std::ifstream file{path, std::ios::binary | std::ios::ate};
  if (!file)
    return attache::fail(attache::Fault::not_found, fmt::format("there is no {}", path));
  std::string text(static_cast<std::size_t>(file.tellg()), '\0');
  file.seekg(0);
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  return text;
}

// Calls f(numbers) for each line; what is no number counts as 0.
template <class F>
Result<void> each_line(std::string const& path, F f) {
  auto const text = TRY(text_of(path));
  auto const* at = text.data();
  auto const* const end = at + text.size();
  while (at < end) {
    std::array<double, 8> numbers{};
    for (std::size_t i = 0; at < end && *at != '\n'; ++i) {
      auto const* stop = at;
      long long whole = 0;
      auto const read = std::from_chars(at, end, whole);
      stop = read.ptr;
      numbers.at(i) = static_cast<double>(whole);
      if (stop < end && *stop == '.') {
        stop = std::from_chars(at, end, numbers.at(i)).ptr;
      }
      while (stop < end && *stop != ',' && *stop != '\n')
        ++stop;
      at = stop < end && *stop == ',' ? stop + 1 : stop;
    }
    f(numbers);
    ++at;
  }
  return {};
}

} // namespace

Result<attache::net::Material> read_set(std::string const& folder) {
  constexpr std::array weights{1.0, 3.0, 6.0, 10.0};
  attache::net::Material material{.half_life_days = 365, .key = folder};
  TRY(each_line(folder + "/people.csv", [&](auto const& row) {
    material.places.push_back({.organisation = static_cast<std::uint32_t>(row[2]),
                               .sector = static_cast<std::uint16_t>(row[3]),
                               .region = static_cast<std::uint16_t>(row[4])});
  }));
  TRY(each_line(folder + "/interactions.csv", [&](auto const& row) {
    auto const kind = static_cast<std::uint8_t>(row[4]);
    material.contacts.push_back({.a = static_cast<attache::net::Node>(row[1]),
                                 .b = static_cast<attache::net::Node>(row[2]),
                                 .at = attache::Instant{std::chrono::seconds{static_cast<std::int64_t>(row[3])}},
                                 .kind = kind,
                                 .weight = weights.at(kind)});
  }));
  return material;
}

Result<std::vector<PathQuestion>> read_questions(std::string const& folder) {
  std::vector<PathQuestion> questions;
  TRY(each_line(folder + "/queries.csv", [&](auto const& row) {
    questions.push_back({static_cast<attache::net::Node>(row[0]), static_cast<attache::net::Node>(row[1])});
  }));
  return questions;
}

Result<std::vector<PathAnswer>> read_answers(std::string const& folder, int hops) {
  std::vector<PathAnswer> answers;
  TRY(each_line(fmt::format("{}/answers{}.csv", folder, hops),
                [&](auto const& row) { answers.push_back({static_cast<std::size_t>(row[2]), row[3], row[4]}); }));
  return answers;
}

Result<std::vector<attache::net::Node>> read_team(std::string const& folder) {
  std::vector<attache::net::Node> team;
  TRY(each_line(folder + "/team.csv",
                [&](auto const& row) { team.push_back(static_cast<attache::net::Node>(row[0])); }));
  return team;
}

} // namespace bench
