// gzip for replies, and whether a reply is worth it and the asker takes it.
#pragma once

#include <string>
#include <string_view>

namespace attache::http {

// RFC 1952.
std::string gzip(std::string_view bytes);

// Text, JSON, scripts, calendars, SVG of more than a packet.
bool worth_packing(std::string_view content_type, std::size_t size);

// RFC 9110 §12.5.3, for gzip alone; "gzip;q=0" refuses it.
bool takes_gzip(std::string_view accept_encoding);

} // namespace attache::http
