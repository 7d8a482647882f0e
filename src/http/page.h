// The built page (web/dist), held in memory: small, quick, and no path of a request ever reaches the disk.
#pragma once

#include "http/message.h"

#include <memory>
#include <optional>

namespace attache::http {

class Page {
public:
  // Every file below `folder`; none if it is empty. Fault::unavailable if it has no index.html or cannot be read.
  static Result<Page> load(std::string const& folder);

  // Null if there is no such file. "/" is index.html. Files whose names carry a hash of their content may be kept for
  // ever, others must be asked for again.
  [[nodiscard]] std::optional<Reply> find(std::string const& path) const;

private:
  std::map<std::string, Reply> files_;
};

} // namespace attache::http
