// What an office has learnt about how names are written: from aliases that were confirmed and from registers.
#pragma once

#include "base/result.h"
#include "resolve/aligner.h"
#include "resolve/company_readings.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace attache::resolve {

enum class LessonKind : std::uint8_t { person, company };

// One name as it is written in Hangul and in Latin letters. A company with only `latin` teaches which words are common.
struct Lesson {
  LessonKind kind = LessonKind::person;
  std::string hangul, latin;
  auto operator<=>(Lesson const&) const = default;
};

struct NameModel {
  std::shared_ptr<Aligner const> foreign; // null: too few foreign names were taught
  std::shared_ptr<Lattice const> korean;  // null: no Korean names were taught
  CompanyReadings companies;
  std::size_t people_taught = 0, companies_taught = 0; // lessons that taught something
};

// Order makes no difference. Korean names move the Korean spellings, others teach the aligner (from 50 words on),
// companies teach words (learn()). Equal lessons count once; at most 40,000 are used. About 1 ms a lesson.
NameModel teach(std::vector<Lesson> lessons);

// As lines of text that a person can read; parse(to_text(m)) says the same about every name.
std::string to_text(NameModel const& model);
// Fault::input if it is no such text.
Result<NameModel> parse_name_model(std::string_view text);

// The spellings of Korean names in force, and the words of company names.
Lattice const& korean_spellings(NameModel const* learnt);
CompanyReadings const& company_readings(NameModel const* learnt);

} // namespace attache::resolve
