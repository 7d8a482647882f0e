#include "keep/memory/store.h"

#include "keep/store_contract_test.h"

namespace attache::keep {

std::unique_ptr<Store> contract::empty_store() { return memory::open(); }

} // namespace attache::keep
