// cp_sat.mjs FILE ROUTES SECONDS: a TOPTW file by CP-SAT (or-tools-wasm), one worker, stopped by CPU seconds like ours.
// Prints {"routes": [[point, ...], ...], "cpu_seconds": S}. One circuit variable per arc, a time per point.
import { readFileSync } from "node:fs";
import { CpModel, CpSat, CpSolver, LinearExpr } from "or-tools-wasm/cp-sat";

const [path, routes, seconds] = process.argv.slice(2);
const numbers = (line) => line.trim().split(/\s+/).map(Number);
const points = readFileSync(path, "utf8").split("\n").filter((line) => line.trim()).slice(2).map(numbers);
const parts = points.every((p) => Number.isInteger(p[1]) && Number.isInteger(p[2])) ? 10 : 100;
const travel = (a, b) => Math.floor(Math.hypot(a[1] - b[1], a[2] - b[2]) * parts + 1e-9);
const cpu = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1e6; };

const [opens, closes] = points[0].slice(-2).map((x) => Math.round(x * parts));
const service = points.map((p) => Math.round(p[3] * parts));
const first = points.map((p) => Math.max(Math.round(p.at(-2) * parts), opens + travel(points[0], p)));
const last = points.map((p, i) => Math.min(Math.round(p.at(-1) * parts), closes - service[i] - travel(p, points[0])));
const possible = points.map((_, i) => i > 0 && first[i] <= last[i]);

const model = new CpModel();
const start = points.map((_, i) => (possible[i] ? model.newIntVar(first[i], last[i]) : null));
const arcs = [];
const skipped = [];
points.forEach((from, i) => points.forEach((to, j) => {
  if (i === j ? !possible[i] : (i > 0 && !possible[i]) || (j > 0 && !possible[j])) return;
  const step = i === j ? 0 : service[i] + travel(from, to);
  if (i > 0 && j > 0 && i !== j && first[i] + step > last[j]) return;
  const used = model.newBoolVar();
  arcs.push([i, j, used]);
  if (i === j) skipped.push([i, used]);
  else if (i > 0 && j > 0)
    model.addLinearConstraint(LinearExpr.weightedSum([start[j], start[i]], [1, -1]), step, 4 * closes).onlyEnforceIf(used);
}));
model.addMultipleCircuit(arcs);
const away = arcs.filter(([i, j]) => i === 0 && j > 0).map(([, , used]) => used);
model.addLinearConstraint(LinearExpr.weightedSum(away, away.map(() => 1)), 0, Number(routes));
model.minimize(LinearExpr.weightedSum(skipped.map(([, used]) => used), skipped.map(([i]) => points[i][4])));

await CpSat.loadModule(); // compiling it is not counted
const solver = new CpSolver();
const began = cpu();
const clock = setInterval(() => { if (cpu() - began > Number(seconds)) CpSat.cancelSolve(); }, 20);
await solver.solve(model, { numWorkers: 1, maxTimeInSeconds: 3600 });
clearInterval(clock);
const solution = solver.response()?.solution ?? [];
const next = new Map();
const starts = [];
if (solution.length > 0)
  for (const [i, j, used] of arcs)
    if (i !== j && solver.booleanValue(used)) i === 0 ? starts.push(j) : next.set(i, j);
const route = (from) => { const list = []; for (let at = from; at > 0; at = next.get(at) ?? 0) list.push(points[at][0]); return list; };
console.log(JSON.stringify({ routes: starts.map(route), cpu_seconds: cpu() - began }));
process.exit(0);
