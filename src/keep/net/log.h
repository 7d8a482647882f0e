// The contact log: contacts one after the other in a file, each durable when append() returns.
#pragma once

#include "keep/net/file.h"
#include "net/contact.h"

#include <vector>

namespace attache::keep::net {

// For one process and thread at a time. 40 bytes a contact, each with its own checksum and place in the log.
class ContactLog {
public:
  // Makes the log if there is none. What a crash left torn at its end is cut off; `kept` gets the contacts before it,
  // in order. Fault::input if it is foreign or damaged anywhere but at the end, unavailable, conflict if it is in use.
  static Result<ContactLog> open(std::string const& path, std::vector<attache::net::Contact>& kept);

  // All of them, with one wait for the disk; after a failure nothing but closing makes sense. O(contacts).
  Result<void> append(std::span<attache::net::Contact const> contacts);
  [[nodiscard]] std::uint64_t size() const { return size_; } // contacts

private:
  ContactLog(File file, std::uint64_t size) : file_{std::move(file)}, size_{size} {}
  File file_;
  std::uint64_t size_ = 0;
  std::string buffer_;
};

} // namespace attache::keep::net
