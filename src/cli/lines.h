// Lines of text from the shapes of api/openapi.yaml, for every command that prints them.
#pragma once

#include "cli/command.h"

#include <nlohmann/json_fwd.hpp>

namespace attache::cli {

using Json = nlohmann::ordered_json;
using Rows = std::vector<std::vector<std::string>>;

// The member as text, empty if absent; its first ten characters (a day); the name of a member that is a reference.
std::string text(Json const& json, char const* key);
std::string day(Json const& json, char const* key);
std::string named(Json const& json, char const* key);
// The name with what tells it from others of that name: "Kim Min-su (Larkspur)".
std::string full_name(Json const& thing);
// All positional arguments as one text.
std::string words(Arguments const& arguments);

// "Mina Seo (서미나), Chief Executive, Larkspur"
std::string in_one_line(Json const& person);
// "2019-03 to 2021", "until 2021-10-28", "since 2019" of the member `valid`; empty if there is none.
std::string span(Json const& json);
// "[c12 office.vcf]", "[decision 7 by owner]"
std::string evidence(Json const& fact);
// "market_cap 84 billion USD on 2023-03-31, stale"
std::string figure_words(Json const& figure);
// "2020-02-11 meeting, Dinner [c12]"; empty if there is no such contact.
std::string contact_words(Json const& holder, char const* key);

Result<void> print_json(Call const& call, Json const& json);
// A title after an empty line; nothing if there is nothing under it.
void section(std::ostream& out, std::string_view title, bool empty);
void print_ties(std::ostream& out, Json const& ties);
void print_counts(std::ostream& out, Json const& counts);
void print_relations(std::ostream& out, Json const& relations);

} // namespace attache::cli
