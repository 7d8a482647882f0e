#include "resolve/fold.h"
#include "resolve/nickname_table.h"
#include "resolve/table.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace attache::resolve {
namespace {

struct Nicknames {
  std::unordered_map<std::string_view, std::vector<std::string_view>> short_forms;
  std::unordered_map<std::string_view, std::string_view> formal; // the first formal name in the alphabet
};

void add_entry(Nicknames& all, std::string_view entry) {
  auto const colon = entry.find(':');
  auto const formal = entry.substr(0, colon);
  for (auto rest = entry.substr(colon + 1); !rest.empty();) {
    auto const end = std::min(rest.find(','), rest.size());
    all.short_forms[formal].push_back(rest.substr(0, end));
    all.formal.emplace(rest.substr(0, end), formal);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

Nicknames const& nicknames() {
  static auto const all = [] {
    Nicknames out;
    for (auto const entry : split_words(nickname_table))
      add_entry(out, entry);
    return out;
  }();
  return all;
}

bool has_short_form(std::string_view formal, std::string_view word) {
  auto const found = nicknames().short_forms.find(formal);
  return found != nicknames().short_forms.end() && std::ranges::find(found->second, word) != found->second.end();
}

} // namespace

namespace {

// "robbie" as "robby", "peggie" as "peggy": the list seldom has both endings.
bool either_ending(std::string_view formal, std::string_view word) {
  if (has_short_form(formal, word))
    return true;
  std::string other{word};
  if (word.size() > 3 && word.ends_with("ie"))
    other.replace(word.size() - 2, 2, "y");
  else if (word.size() > 3 && word.ends_with("y"))
    other.replace(word.size() - 1, 1, "ie");
  else
    return false;
  return has_short_form(formal, other);
}

// One name in the spellings of several languages, and shortened in writing.
constexpr std::string_view spellings = R"(
mohammed mohamed muhammad mohammad muhammed mohamad muhamad mohamud mahomed mhd mohd muhd moh mehmet magomed
abdullah abdallah abdulla abdoulaye
ahmed ahmad ahmet
hussein husain hussain husayn hossein hussien huseyin
hassan hasan
yusuf yousef youssef yousif yousuf yosef
ibrahim ebrahim brahim
ismail ismael esmail
omar umar omer
osama usama
othman uthman osman usman
ali aly
said saeed sayid saied
khalid khaled
mustafa mostafa moustafa
suleiman sulaiman suleyman sulayman soleiman
alexander aleksandr alexandr oleksandr aliaksandr alyaksandr
sergei sergey serhiy siarhei
dmitry dmitri dmitriy dmytro
nikolai nikolay mykola mikalai
vladimir volodymyr uladzimir wladimir
yuri yury yuriy iurii
mikhail mykhailo mikhailo mihail
evgeny yevgeny evgeniy yevgeniy yevhen evgenii
andrei andrey andriy andrii
alexei aleksei alexey aleksey oleksiy oleksii
)";

bool are_spellings(std::string_view a, std::string_view b) {
  static auto const group = [] {
    std::unordered_map<std::string_view, std::size_t> out;
    std::size_t number = 0;
    for (auto const& row : table_rows(spellings)) {
      ++number;
      for (auto const word : row)
        out.emplace(word, number);
    }
    return out;
  }();
  auto const x = group.find(a);
  if (x == group.end())
    return false;
  auto const y = group.find(b);
  return y != group.end() && x->second == y->second;
}

} // namespace

bool are_nicknames(std::string_view a, std::string_view b) {
  return either_ending(a, b) || either_ending(b, a) || are_spellings(a, b);
}

bool is_formal_name(std::string_view word) { return nicknames().short_forms.contains(word); }

std::string_view formal_name(std::string_view word) {
  auto const found = nicknames().formal.find(word);
  return found == nicknames().formal.end() ? word : found->second;
}

} // namespace attache::resolve
