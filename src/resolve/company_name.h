// An organisation's name as parts: legal form taken off, words told apart, and whether two names mean one organisation.
#pragma once

#include "resolve/names.h"

#include <string>
#include <string_view>
#include <vector>

namespace attache::resolve {

struct CompanyName {
  std::string written;
  Script script = Script::none;         // hangul or han if any such letter is in it, else latin
  std::vector<std::string> words;       // folded, without legal form, "the" and "and"; native words too
  std::string core;                     // the words run together: what "exactly the same name" compares
  std::vector<std::string> legal_forms; // taken off: "co" "ltd", "주식회사"
  std::vector<std::string> numerals;    // digits and numbers in it: they contradict ("제12호" and "제13호")
  [[nodiscard]] bool empty() const { return core.empty(); }
};

CompanyName parse_company(std::string_view text);

// True for what people write where an organisation belongs and there is none: "freelance", "무직", "n/a".
bool is_no_company(CompanyName const& name);

// `rarity` counts the words of organisation names. Parent and subsidiary ("Hanbit" and "Hanbit Display") never agree.
NameMatch match_companies(CompanyName const& a, CompanyName const& b, Rarity const& rarity);
// The part for two names of one script.
NameMatch match_company_words(CompanyName const& a, CompanyName const& b, Rarity const& rarity);
Reason company_reason(NameMatch const& match, CompanyName const& a, CompanyName const& b);

} // namespace attache::resolve
