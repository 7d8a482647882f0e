#include "office/network_views.h"
#include "office/small_office_test.h"

namespace attache::office {
namespace {

std::string entry(std::string const& uid, std::string const& day, std::string const& title) {
  return fmt::format("BEGIN:VEVENT\r\nUID:{}\r\nDTSTART:{}T090000Z\r\nDTEND:{}T100000Z\r\nSUMMARY:{}\r\nEND:VEVENT\r\n",
                     uid, day, day, title);
}

std::string calendar(std::string const& entries) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + entries + "END:VCALENDAR\r\n";
}

// The names of who took part in each contact, in order of time: "Han Do-yun, Jane Harper".
std::vector<std::string> taking_part(View const& view) {
  std::vector<std::string> out;
  for (auto const& contact : view.network.contacts) {
    std::string names;
    for (auto const id : contact.people)
      names += (names.empty() ? "" : ", ") + attache::find_person(view.network, id)->name;
    out.push_back(names);
  }
  return out;
}
using Names = std::vector<std::string>;

TEST_CASE("a calendar that invites nobody gives ties with those whom its titles name") {
  SmallOffice small;
  small.read("chair.ics",
             calendar(entry("a", "20240110", "Lunch w/ Jane Harper (Acme Robotics)") +
                      entry("b", "20240210", "Call with Jane Harper") + entry("c", "20240310", "Board meeting") +
                      entry("d", "20240320", "Canceled: Dinner with Jane Harper")));
  small.resolve();
  auto const view = small.view();
  CHECK(taking_part(view) ==
        Names{"Han Do-yun, Jane Harper", "Han Do-yun, Jane Harper", "", "Han Do-yun, Jane Harper"});
  CHECK(view.network.contacts.at(3).realis == Realis::cancelled);
  CHECK(view.network.people.size() == 2);
}

TEST_CASE("the owner of a calendar is the principal, or whom one says, or nobody") {
  auto const read = [](std::string_view whose) {
    SmallOffice small;
    small.read("cards.vcf", cards({{.name = "Mia Sand", .email = "mia@hanbit.example"}}));
    auto const bytes = calendar(entry("a", "20240110", "Lunch with Jane Harper"));
    auto const imported = ingest(small.office, bytes, "one.ics", whose);
    REQUIRE(imported);
    small.resolve();
    return std::pair{imported->not_read, taking_part(small.view())};
  };
  CHECK(read("").second == Names{"Han Do-yun, Jane Harper"});
  CHECK(read("Mia Sand").second == Names{"Mia Sand, Jane Harper"});
  CHECK(read("nobody").second == Names{"Jane Harper"});
  auto const [refused, none] = read("Somebody Else");
  CHECK(refused.find("Somebody Else") != std::string::npos);
  CHECK(none.empty());
}

TEST_CASE("taking back whose calendar it is leaves the principal without those meetings") {
  SmallOffice small;
  small.read("chair.ics", calendar(entry("a", "20240110", "Lunch with Jane Harper")));
  auto const decisions = small.store->decisions(keep::always);
  REQUIRE(decisions);
  REQUIRE(decisions->size() == 1);
  CHECK(decisions->front().why == "whose calendar it is");
  auto const principal = small.view().network.principal;
  CHECK(small.view().network.contacts.at(0).people.front() == principal);
  REQUIRE(undo(small.office, decisions->front().id, "a colleague's"));
  small.resolve();
  auto const after = small.view();
  CHECK(std::ranges::count(after.network.contacts.at(0).people, after.network.principal) == 0);
}

TEST_CASE("a newer export of a calendar keeps its guests one") {
  SmallOffice small;
  auto const first = entry("a", "20240110", "Lunch with Jane Harper");
  small.read("chair.ics", calendar(first));
  small.read("chair.ics", calendar(first + entry("b", "20240210", "Call with Jane Harper")));
  small.resolve();
  CHECK(small.view().network.people.size() == 2);
  CHECK(taking_part(small.view()) == Names{"Han Do-yun, Jane Harper", "Han Do-yun, Jane Harper"});
}

// What every claim of the office stands at, in order.
std::vector<Status> statuses(SmallOffice const& small) {
  std::vector<Status> out;
  for (auto const& claim : small.view().claims)
    out.push_back(claim.status);
  return out;
}

TEST_CASE("who waits is asked for once, for all meetings, and taking the answer back leaves everything as it was") {
  SmallOffice small;
  small.read("chair.ics", calendar(entry("a", "20240110", "Coffee with Xanthe Quillfeather") +
                                   entry("b", "20240210", "Call with Xanthe Quillfeather")));
  auto const before = statuses(small);
  CHECK(taking_part(small.view()) == Names{"Han Do-yun", "Han Do-yun"});
  auto const waiting = review(small.office, 10);
  REQUIRE(waiting);
  REQUIRE((*waiting)["claims"].size() == 1);
  CHECK((*waiting)["claims"][0]["goes_with"] == 2);
  auto const name = ClaimId{(*waiting)["claims"][0]["id"].get<std::int64_t>()};
  REQUIRE(judge_claim(small.office, name, ClaimVerdict::accept, ""));
  CHECK(taking_part(small.view()) == Names{"Han Do-yun, Xanthe Quillfeather", "Han Do-yun, Xanthe Quillfeather"});
  REQUIRE(judge_claim(small.office, name, ClaimVerdict::reopen, ""));
  CHECK(statuses(small) == before);
  REQUIRE(judge_claim(small.office, name, ClaimVerdict::reject, ""));
  CHECK(taking_part(small.view()) == Names{"Han Do-yun", "Han Do-yun"});
  CHECK((*review(small.office, 10))["claims"].empty());
}

TEST_CASE("a rule that accepts who took part accepts their names") {
  SmallOffice small;
  small.read("chair.ics", calendar(entry("a", "20240110", "Coffee with Xanthe Quillfeather")));
  CHECK(accept_claims(small.office, 0.5) == 1);
  CHECK(taking_part(small.view()) == Names{"Han Do-yun, Xanthe Quillfeather"});
}

} // namespace
} // namespace attache::office
