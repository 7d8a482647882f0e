#include "keep/sqlite/store.h"

#include "keep/sqlite/test_folder_test.h"
#include "keep/store_contract_test.h"

namespace attache::keep {

// Removed with the folder when the program ends; a store that is open on it does not mind.
std::unique_ptr<Store> contract::empty_store() {
  static sqlite::TestFolder const folder;
  static int count = 0;
  return sqlite::create(folder.path(fmt::format("{}.attache", ++count))).value();
}

} // namespace attache::keep
