#include "report/reliability.h"

#include "report/html_parts.h"
#include "report/phrases.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace attache::report {
namespace {

constexpr double left = 54, top = 14, side = 420, bars = 66, gap = 30; // of the picture, in its own units

constexpr std::string_view style =
    "<style>.rc text{fill:var(--quiet);font-size:12px;font-variant-numeric:tabular-nums}.rc .grid{stroke:var(--line);"
    "stroke-width:1}.rc .even{stroke:var(--quiet);stroke-width:1.5;stroke-dasharray:5 5}.rc .curve{fill:none;stroke:"
    "var(--accent);stroke-width:2.5;stroke-linejoin:round}.rc .range{stroke:var(--accent);stroke-width:1.5;opacity:.55}"
    ".rc .dot{fill:var(--accent);stroke:var(--paper);stroke-width:2}.rc .heap{fill:var(--accent);opacity:.35}.rc .axis{"
    "fill:var(--ink);font-weight:600}</style>";

double x_of(double share) { return left + side * share; }
double y_of(double share) { return top + side * (1 - share); }

std::string text_at(double x, double y, std::string_view anchor, std::string_view words, std::string_view more = {}) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\"{}>{}</text>", x, y, anchor, more,
                     escape_html(words));
}

std::string line(std::string_view kind, double x1, double y1, double x2, double y2) {
  return fmt::format("<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>", kind, x1, y1, x2,
                     y2);
}

std::string frame() {
  std::string out;
  for (int tenth = 0; tenth <= 10; tenth += 2) {
    auto const share = tenth / 10.0;
    out += line("grid", x_of(0), y_of(share), x_of(1), y_of(share));
    out += line("grid", x_of(share), y_of(0), x_of(share), y_of(1));
    out += text_at(x_of(0) - 8, y_of(share) + 4, "end", fmt::format("{} %", tenth * 10));
    out += text_at(x_of(share), y_of(0) + 18, "middle", fmt::format("{} %", tenth * 10));
  }
  out += line("even", x_of(0), y_of(0), x_of(1), y_of(1));
  out += text_at(x_of(0) + 10, top + 20, "start", "above the dashes:");
  out += text_at(x_of(0) + 10, top + 36, "start", "more came than was said");
  out += text_at(x_of(.5), y_of(0) + 38, "middle", "predicted", " class=\"axis\"");
  out += text_at(14, y_of(.5), "middle", "came true",
                 fmt::format(" class=\"axis\" transform=\"rotate(-90 14 {:.1f})\"", y_of(.5)));
  return out;
}

// Wilson's 95 % interval of a share.
std::pair<double, double> range_of(PredictedBin const& bin) {
  constexpr double z = 1.96;
  auto const n = static_cast<double>(std::max(1, bin.count)), p = bin.happened;
  auto const middle = (p + z * z / (2 * n)) / (1 + z * z / n);
  auto const half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

std::string marks(std::vector<PredictedBin> const& curve) {
  std::string path, ranges, dots;
  for (auto const& bin : curve) {
    auto const x = x_of(bin.predicted), y = y_of(bin.happened);
    auto const [low, high] = range_of(bin);
    path += fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L", x, y);
    ranges += line("range", x, y_of(low), x, y_of(high));
    dots += fmt::format("<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5.5\"><title>{} predictions of {}: {} "
                        "came true</title></circle>",
                        x, y, bin.count, percent_text(bin.predicted), percent_text(bin.happened));
  }
  return fmt::format("{}<path class=\"curve\" d=\"{}\"/>{}", ranges, path, dots);
}

// How many predictions stand behind each mark.
std::string counts(std::vector<PredictedBin> const& curve) {
  auto const base = y_of(0) + 46 + gap + bars;
  int most = 1;
  for (auto const& bin : curve)
    most = std::max(most, bin.count);
  auto out = line("grid", x_of(0), base, x_of(1), base);
  for (auto const& bin : curve) {
    auto const height = bars * bin.count / most;
    auto const decile = std::min(9.0, std::floor(bin.predicted * 10));
    out += fmt::format("<rect class=\"heap\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>",
                       x_of(decile / 10) + 2, base - height, side / 10 - 4, height);
    out += text_at(x_of(decile / 10 + .05), base - height - 4, "middle", std::to_string(bin.count));
  }
  return out + text_at(x_of(.5), base + 17, "middle", "predictions");
}

void add_curve(Html& html, Reliability const& reliability) {
  if (reliability.curve.empty())
    return;
  html.element("h3", {}, "Does it come as often as it says?")
      .open("figure", "style=\"margin:0;max-width:27rem;break-inside:avoid\"");
  html.raw(reliability_svg(reliability.curve));
  html.close();
  html.element("p", "class=\"quiet small\"",
               "Each mark is a tenth of the scale: across what was predicted, up what came true, with its 95 % range. "
               "On the dashed line the two agree.");
}

void add_methods(Html& html, Reliability const& reliability) {
  html.element("h3", {}, "Against the usual formulas").open("table").open("thead").open("tr");
  for (auto const* const head : {"method", "AUC", "Brier score", "calibration error"})
    html.element("th", head == std::string_view{"method"} ? "" : "class=\"right\"", head);
  html.close().close().open("tbody");
  for (auto const& method : reliability.methods) {
    html.open("tr").open("td");
    html.element(method.shown ? "b" : "span", {}, method.name).close();
    for (auto const value : {method.auc, method.brier, method.calibration_error})
      html.element("td", "class=\"right\"", fmt::format("{:.3f}", value));
    html.close();
  }
  html.close().close();
  html.element("p", "class=\"quiet small\"",
               "AUC: how often a tie that came alive was ranked above one that did not (0.5 is chance, 1 is perfect). "
               "Brier score and calibration error: smaller is better; the formulas' scores were first turned into "
               "probabilities by what was known on the date.");
}

void add_misses(Html& html, Reliability const& reliability) {
  if (reliability.worst.empty())
    return;
  html.element("h3", {}, "The ten worst misses").open("table").open("tbody");
  for (auto const& miss : reliability.worst) {
    html.open("tr").element("td", "class=\"time\"",
                            moment_text(day_moment(std::chrono::floor<std::chrono::days>(miss.at))));
    html.open("td").element("b", {}, miss.who).close();
    html.element("td", "class=\"right\"", percent_text(miss.predicted) + " predicted");
    html.element("td", "class=\"right quiet\"", miss.happened ? "were in contact" : "stayed silent").close();
  }
  html.close().close();
}

std::string moment_of(Instant at) { return moment_text(day_moment(std::chrono::floor<std::chrono::days>(at))); }

void add_cover(Html& html, Reliability const& reliability) {
  html.open("header").element("p", "class=\"eyebrow\"", "Backtest · as of " + moment_of(reliability.as_of));
  html.element("h1", {}, "How well the network's strength predicts");
  if (!reliability.principal.empty())
    html.element("p", "class=\"lead\"", "The office of " + reliability.principal + ", tested on its own past");
  html.element("p", "class=\"quiet\"", reliability.because);
  html.close();
  for (auto const& note : reliability.missing) {
    html.open("div", "class=\"doubt\"").element("p", {}, note);
    html.close();
  }
}

void add_totals(Html& html, Reliability const& reliability) {
  auto const best = std::ranges::find(reliability.methods, true, &PredictedMethod::shown);
  if (best == reliability.methods.end())
    return;
  add_key_figures(html, {{fmt::format("{:.3f}", best->auc), "AUC"},
                         {fmt::format("{:.3f}", best->brier), "Brier score"},
                         {fmt::format("{:.3f}", best->calibration_error), "calibration error"},
                         {std::to_string(reliability.dates.size()), "dates of prediction"},
                         {fmt::format("{} of {}", reliability.happened, reliability.predictions), "came true"}});
  html.element("p", "class=\"quiet\"",
               fmt::format("Predicted: a contact within {} days, on dates from {} to {}, each time knowing only what "
                           "was over by then.",
                           reliability.horizon_days, moment_of(reliability.dates.front()),
                           moment_of(reliability.dates.back())));
}

} // namespace

std::string reliability_svg(std::vector<PredictedBin> const& curve) {
  return fmt::format("<svg class=\"rc\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"Reliability curve: "
                     "what came true against what was predicted\" style=\"display:block;width:100%;height:auto\">"
                     "{}{}{}{}</svg>\n",
                     left + side + 26, top + side + 46 + gap + bars + 24, style, frame(), marks(curve), counts(curve));
}

std::string reliability_html(Reliability const& reliability) {
  Html html;
  add_cover(html, reliability);
  add_totals(html, reliability);
  add_curve(html, reliability);
  if (!reliability.methods.empty())
    add_methods(html, reliability);
  add_misses(html, reliability);
  add_footer(html, reliability.as_of, "Every figure is computed from this office's own records.");
  return html_page("Backtest of tie strength", html.take());
}

} // namespace attache::report
