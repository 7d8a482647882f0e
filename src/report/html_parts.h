// Pieces that several HTML documents are made of.
#pragma once

#include "model/briefing.h"
#include "report/html.h"

namespace attache::report {

// "[c12] [c40]", linked to the evidence of meeting `meeting` (-1: no evidence list, no links).
void add_claims(Html& html, std::vector<ClaimId> const& claims, int meeting);
// The sentence and its claims.
void add_statement(Html& html, Statement const& statement, int meeting);
// A heading and a list; nothing if there are no statements.
void add_statements(Html& html, std::string_view heading, std::vector<Statement> const& statements, int meeting);
struct KeyFigure {
  std::string number, label;
};
void add_key_figures(Html& html, std::vector<KeyFigure> const& figures);
enum class SectorColumn { planned, actual }; // what the bar shows
void add_sectors(Html& html, std::vector<SectorTime> const& sectors, SectorColumn column);
void add_open_points(Html& html, std::string_view heading, std::vector<OpenPoint> const& points, int meeting);
void add_notes(Html& html, std::string_view heading, std::vector<std::string> const& notes);
// "Made by attache on 20 Apr 2023 ..."
void add_footer(Html& html, Instant made_at, std::string_view what_numbers_mean);

} // namespace attache::report
