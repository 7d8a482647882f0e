// How well names are matched: JSON on standard output. docs/method-names.md says what each figure means.
// usage: bench_names [--check]
// [korean_people|foreign_names|korean_companies|labelled_pairs|senzing|sanctions|tables|synthetic|speed|believed]...
// (all without arguments)
#include "names_bench.h"

#include <iostream>
#include <nlohmann/json.hpp>

int main(int count, char** arguments) {
  using namespace attache::bench;
  std::vector<std::pair<std::string, nlohmann::json (*)()>> const all{{"korean_people", korean_people},
                                                                      {"foreign_names", foreign_names},
                                                                      {"korean_companies", korean_companies},
                                                                      {"labelled_pairs", labelled_pairs},
                                                                      {"senzing", senzing},
                                                                      {"sanctions", sanctions},
                                                                      {"tables", tables},
                                                                      {"synthetic", synthetic},
                                                                      {"speed", speed},
                                                                      {"believed", believed}};
  std::vector<std::string> asked(arguments + 1, arguments + count);
  with_check() = std::erase(asked, "--check") > 0;
  nlohmann::json out;
  for (auto const& [name, run] : all)
    if (asked.empty() || std::ranges::find(asked, name) != asked.end())
      out[name] = run();
  std::cout << out.dump(2) << '\n';
}
