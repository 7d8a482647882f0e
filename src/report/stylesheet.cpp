#include "report/html.h"

namespace attache::report {

std::string_view stylesheet() {
  return R"css(:root {
  color-scheme: light dark;
  --paper: #ffffff; --wash: #f5f7f9; --ink: #14202b; --quiet: #52616f; --line: #d9e0e6;
  --accent: #0b5c7d; --accent-wash: #e6f1f5; --gold: #8a5a00; --gold-wash: #fdf3dc;
  --alarm: #a4262c; --alarm-wash: #fdecec; --good: #1b6e4b; --good-wash: #e5f4ec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #11181f; --wash: #18222b; --ink: #e8edf2; --quiet: #9fb0bf; --line: #2c3a46;
    --accent: #6cc3e4; --accent-wash: #143040; --gold: #f0c465; --gold-wash: #35290f;
    --alarm: #ff9b9b; --alarm-wash: #3d1c1e; --good: #7fd6ab; --good-wash: #14342a;
  }
}
* { box-sizing: border-box; }
html { font: 16px/1.55 Inter, "Noto Sans KR", "Noto Sans CJK KR", system-ui, sans-serif; color: var(--ink); background: var(--paper); }
body { margin: 0 auto; max-width: 60rem; padding: 3rem 1.5rem 5rem; word-break: keep-all; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.2; letter-spacing: -.015em; margin: 0; text-wrap: balance; }
h1 { font-size: 2.6rem; font-weight: 750; }
h2 { font-size: 1.7rem; font-weight: 700; }
h3 { font-size: .78rem; font-weight: 650; letter-spacing: .07em; text-transform: uppercase; color: var(--quiet); margin: 1.8rem 0 .5rem; }
p { margin: .3rem 0; }
a { color: var(--accent); }
ul, ol { margin: 0; padding-left: 1.1rem; }
li { margin: .2rem 0; }
.eyebrow { color: var(--accent); font-weight: 650; letter-spacing: .01em; margin: 0 0 .5rem; }
.lead { font-size: 1.15rem; color: var(--quiet); max-width: 44rem; }
.quiet { color: var(--quiet); }
.small { font-size: .85rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1px; background: var(--line); border: 1px solid var(--line); border-radius: .75rem; overflow: hidden; margin: 2rem 0; }
.figures div { background: var(--paper); padding: 1rem 1.1rem; }
.figures b { display: block; font-size: 1.75rem; line-height: 1.15; letter-spacing: -.02em; font-variant-numeric: tabular-nums; }
.figures span { color: var(--quiet); font-size: .85rem; }
.badge { display: inline-block; font-size: .75rem; font-weight: 600; line-height: 1; padding: .3rem .55rem; border-radius: 1rem; background: var(--wash); color: var(--quiet); margin-right: .35rem; white-space: nowrap; }
.badge.gold { background: var(--gold-wash); color: var(--gold); }
.badge.accent { background: var(--accent-wash); color: var(--accent); }
.badge.alarm { background: var(--alarm-wash); color: var(--alarm); }
.badge.good { background: var(--good-wash); color: var(--good); }
.map { margin: 1.5rem 0; }
.map svg { display: block; width: 100%; height: auto; background: var(--wash); border-radius: .75rem; }
.map .grid { stroke: var(--line); fill: none; stroke-width: 1; }
.map .leg { stroke: var(--accent); fill: none; stroke-width: 2.2; stroke-linecap: round; opacity: .75; }
.map .dot { fill: var(--accent); stroke: var(--paper); stroke-width: 2; }
.map .number { fill: var(--paper); font-size: 11px; font-weight: 700; text-anchor: middle; }
.map .label { fill: var(--ink); font-size: 13px; font-weight: 600; }
.map .sub { fill: var(--quiet); font-size: 11px; font-weight: 400; }
.map .lead-line { stroke: var(--quiet); stroke-width: 1; opacity: .6; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { text-align: left; font-size: .78rem; font-weight: 600; color: var(--quiet); padding: .3rem .75rem .3rem 0; }
td { border-top: 1px solid var(--line); padding: .5rem .75rem .5rem 0; vertical-align: top; }
td:last-child, th:last-child { padding-right: 0; }
.right { text-align: right; white-space: nowrap; }
.time { white-space: nowrap; color: var(--quiet); width: 7.5rem; }
.day { display: grid; grid-template-columns: 9.5rem 1fr; gap: 0 1.25rem; border-top: 1px solid var(--line); padding: .9rem 0; break-inside: avoid; }
.day > .date b { display: block; }
.day table td { border: 0; padding: .1rem .75rem .1rem 0; }
.day.off { color: var(--quiet); }
.bar { position: relative; height: .7rem; border-radius: .2rem; background: var(--wash); min-width: 8rem; margin-top: .45rem; }
.bar i { position: absolute; inset: 0 auto 0 0; border-radius: .2rem; background: var(--accent); }
.bar.two { height: 1rem; margin-top: .25rem; }
.bar.two i { bottom: .5rem; border-radius: .2rem .2rem 0 0; opacity: .45; }
.bar.two i.second { inset: .5rem auto 0 0; border-radius: 0 0 .2rem .2rem; opacity: 1; }
.bar u { position: absolute; top: -.2rem; bottom: -.2rem; width: 2px; background: var(--ink); }
.meeting { border-top: 3px solid var(--ink); margin-top: 4rem; padding-top: 1.25rem; }
.columns { display: grid; grid-template-columns: minmax(0, 1.75fr) minmax(0, 1fr); gap: 0 2.5rem; }
.person { border: 1px solid var(--line); border-radius: .75rem; padding: 1rem 1.15rem; margin: .75rem 0; break-inside: avoid; }
.person .name { font-size: 1.2rem; font-weight: 700; letter-spacing: -.01em; }
.person .other { color: var(--quiet); font-weight: 500; }
.meter { display: inline-block; vertical-align: middle; width: 4.5rem; height: .4rem; border-radius: .2rem; background: var(--line); overflow: hidden; margin: 0 .4rem; }
.meter i { display: block; height: 100%; background: var(--accent); }
.sum td { padding: .3rem .75rem .3rem 0; }
.sum tr.total td { border-top: 2px solid var(--ink); font-weight: 700; }
.doubt { background: var(--gold-wash); color: var(--gold); border-radius: .75rem; padding: .75rem 1rem; margin: 1rem 0; }
.doubt p { margin: 0; }
.claims { white-space: nowrap; font-size: .72rem; font-variant-numeric: tabular-nums; margin-left: .2rem; }
.claims a, .claims span { color: var(--quiet); text-decoration: none; }
.claims a:hover, .claims a:focus { color: var(--accent); text-decoration: underline; }
.evidence { font-size: .85rem; }
.evidence td:first-child { width: 4rem; white-space: nowrap; }
.evidence td:last-child { width: 36%; }
.pairs { columns: 2; column-gap: 2.5rem; margin-top: .5rem; }
.pairs div { display: grid; grid-template-columns: 6rem 6.5rem 1fr; gap: .5rem; break-inside: avoid; border-top: 1px solid var(--line); padding: .3rem 0; }
.evidence tr:target td { background: var(--gold-wash); }
.strip { display: grid; grid-template-columns: repeat(auto-fit, minmax(2.1rem, 1fr)); gap: .3rem; margin: .75rem 0; }
.strip div { border-radius: .4rem; background: var(--wash); text-align: center; padding: .45rem 0; font-size: .8rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.strip div b { display: block; font-size: 1rem; }
.strip div.gold { background: var(--gold-wash); color: var(--gold); }
.strip div.missed { background: var(--alarm-wash); color: var(--alarm); }
.chips { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem; }
.chips li { background: var(--wash); border-radius: 1rem; padding: .25rem .7rem; margin: 0; font-size: .9rem; }
footer { margin-top: 4rem; color: var(--quiet); font-size: .85rem; border-top: 1px solid var(--line); padding-top: 1rem; }
@media (max-width: 40rem) {
  html { font-size: 15px; }
  .columns, .day { grid-template-columns: minmax(0, 1fr); }
  .pairs { columns: 1; }
  h1 { font-size: 2rem; }
}
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --wash: #f5f7f9; --ink: #14202b; --quiet: #52616f; --line: #d9e0e6; --accent: #0b5c7d; --accent-wash: #e6f1f5; --gold: #8a5a00; --gold-wash: #fdf3dc; --alarm: #a4262c; --alarm-wash: #fdecec; --good: #1b6e4b; --good-wash: #e5f4ec; }
  html { font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { max-width: none; padding: 0; }
  .meeting { break-before: page; margin-top: 0; }
  h3 { break-after: avoid; }
  tr { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
)css";
}

} // namespace attache::report
