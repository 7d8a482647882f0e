// One person across the table, and the evidence for what a page of the book says.
#pragma once

#include "model/briefing.h"
#include "office/view.h"
#include "see/page.h"

namespace attache::office {

class BriefedPeople {
public:
  // Both must outlive this. `all` from see::all_ties().
  BriefedPeople(View const& view, std::vector<Tie> const& all) : view_(view), all_(all) {}

  [[nodiscard]] BriefedPerson briefed(Candidate const& candidate) const;
  // Every claim that the page names, in claim order.
  [[nodiscard]] std::vector<Exhibit> exhibits(MeetingBrief const& brief) const;

private:
  void add_tie(BriefedPerson& person, see::PersonPage const& page) const;
  void add_introduction(BriefedPerson& person) const;

  View const& view_;
  std::vector<Tie> const& all_;
};

} // namespace attache::office
