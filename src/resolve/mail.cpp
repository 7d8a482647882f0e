#include "resolve/mail.h"

#include "base/unicode.h"
#include "resolve/profile.h"
#include "resolve/table.h"

#include <algorithm>

namespace attache::resolve {
namespace {

constexpr std::string_view public_mail[] = {
    "gmail.com",   "googlemail.com", "yahoo.com",   "yahoo.co.jp",    "yahoo.co.kr",  "yahoo.co.uk", "hotmail.com",
    "outlook.com", "live.com",       "msn.com",     "icloud.com",     "me.com",       "mac.com",     "aol.com",
    "naver.com",   "daum.net",       "hanmail.net", "nate.com",       "kakao.com",    "hanmir.com",  "korea.com",
    "qq.com",      "163.com",        "126.com",     "sina.com",       "gmx.de",       "gmx.net",     "web.de",
    "mail.ru",     "yandex.ru",      "proton.me",   "protonmail.com", "fastmail.com", "comcast.net", "verizon.net",
    "att.net",     "sbcglobal.net",  "ymail.com",   "hotmail.co.uk",  "linkedin.com"};
constexpr std::string_view shared_boxes[] = {
    "info",         "office",        "contact",    "admin",     "support",  "sales",      "press",
    "pr",           "media",         "hello",      "noreply",   "no-reply", "donotreply", "help",
    "service",      "webmaster",     "postmaster", "mail",      "team",     "hr",         "jobs",
    "career",       "careers",       "ir",         "billing",   "invite",   "calendar",   "events",
    "notification", "notifications", "newsletter", "secretary", "reception"};

} // namespace

std::string url_key(std::string_view url) {
  auto out = fold_case(squeeze(url));
  if (auto const scheme = out.find("://"); scheme != std::string::npos)
    out.erase(0, scheme + 3);
  if (out.starts_with("www."))
    out.erase(0, 4);
  out.erase(std::min(out.find_first_of("?#"), out.size()));
  while (out.ends_with('/'))
    out.pop_back();
  return out;
}

std::string email_key(std::string_view email) {
  auto out = fold_case(squeeze(email));
  if (out.starts_with("mailto:"))
    out.erase(0, 7);
  auto const at = out.rfind('@');
  if (at == std::string::npos || at == 0 || at + 1 == out.size() || out.find(' ') != std::string::npos)
    return {};
  auto local = out.substr(0, std::min(at, out.find('+')));
  auto domain = out.substr(at + 1);
  if (domain == "googlemail.com")
    domain = "gmail.com";
  if (domain == "gmail.com")
    std::erase(local, '.');
  return local.empty() ? std::string{} : local + "@" + domain;
}

std::string phone_key(std::string_view phone) {
  std::string digits;
  for (auto const c : phone)
    if (c >= '0' && c <= '9')
      digits.push_back(c);
  constexpr std::size_t kept = 9;
  constexpr std::size_t fewest = 7;
  if (digits.size() < fewest)
    return {};
  return digits.size() > kept ? digits.substr(digits.size() - kept) : digits;
}

bool is_shared_mailbox(std::string_view email) { return contains(shared_boxes, email.substr(0, email.find('@'))); }
bool is_public_mail(std::string_view domain) { return contains(public_mail, domain); }

} // namespace attache::resolve
