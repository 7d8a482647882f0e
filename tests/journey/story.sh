#!/usr/bin/env bash
# story.sh PROGRAM: the 22-day trip by the program itself, from nothing to the recap, with what must hold on the way.
set -euo pipefail
program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache
passed=0
attache() { local command=$1; shift; "$program" "$command" --office "$work/office.attache" --now "${now:-2024-05-31T09:00:00Z}" "$@"; }
json() { python3 -c "import json,sys; d=json.load(sys.stdin); print($1)"; }
holds() { # NAME CONDITION...  a sentence, and the command that makes it true
  local name=$1; shift
  if "$@"; then passed=$((passed + 1)); else echo "FAILED: $name"; exit 1; fi
}
equal() { [[ $1 == "$2" ]] || { echo "  '$1' is not '$2'"; return 1; }; }
at_least() { (($1 >= $2)) || { echo "  $1 is below $2"; return 1; }; }

attache init --principal "Han Do-yun" --alias 한도윤 --email chairman@hanbit.example >/dev/null
attache read examples/office examples/press --json >"$work/read.json"
holds "every reader finds something" equal "$(json 'sum(f["claims"] == 0 for f in d["files"] if not f["not_read"])' <"$work/read.json")" 0
holds "what cannot be read is told with place, reason and hint" at_least "$(json 'sum(bool(r["where"] and r["reason"]) for f in d["files"] for r in f["rejected"])' <"$work/read.json")" 5
claims=$(attache sources --json | json 'sum(s["claims"] for s in d["sources"])')
attache read examples/office examples/press --json >"$work/again.json"
holds "reading twice adds nothing" equal "$(json 'all(f["known_already"] or f["not_read"] for f in d["files"])' <"$work/again.json")" True
holds "reading twice leaves as many claims" equal "$(attache sources --json | json 'sum(s["claims"] for s in d["sources"])')" "$claims"
holds "the chair is one person under both names" equal "$(attache who 한도윤 --json | json 'd["person"]["id"]')" "$(attache who 'Do-yun Han' --json | json 'd["person"]["id"]')"
holds "the office is sound" attache check >/dev/null

attache ties --json >"$work/ties.json"
holds "ties lapse" at_least "$(json 'd["counts"]["lapsed"]' <"$work/ties.json")" 10
holds "ties are restored" at_least "$(json 'd["counts"]["restored"]' <"$work/ties.json")" 3
holds "a tie of 2021 is not known in 2020" at_least "$(json 'd["total"]' <"$work/ties.json")" "$(attache ties --as-of 2020-01-01 --json | json 'd["total"]')"
holds "nothing was known before it was read" equal "$(attache sources --known-at 2020-01-01 --json | json 'len(d["sources"])')" 0

attache backtest --json >"$work/backtest.json"
holds "the office learns its strength from its own past" equal "$(json 'd["strength"], d["missing"]' <"$work/backtest.json")" 'learnt []'
holds "what it learnt predicts better than every formula" equal "$(json 'd["methods"][0]["name"]' <"$work/backtest.json")" attache
holds "its probabilities are off by less than 5 %" equal "$(json 'd["methods"][0]["calibration_error"] < .05' <"$work/backtest.json")" True
holds "what is on the shelf is what is learnt again without it" equal "$(XDG_CACHE_HOME=$work/other attache ties --json | sha256sum)" "$(attache ties --json | sha256sum)"
attache ledger --json >"$work/ledger.json"
holds "every restoration has its contact and claims" equal "$(json 'all(x["by"]["claims"] for x in d["restored"])' <"$work/ledger.json")" True
holds "whom to win back has lapsed" equal "$(json '{x["state"] for x in d["win_back"]["people"]}' <"$work/ledger.json")" "{'lapsed'}"
holds "the ties of a later date are those before and those that appeared" equal "$(attache diff --from 2023-05-31 --json | json 'sum(d["before"].values()) + len(d["appeared"]) == sum(d["after"].values())')" True

question=$(attache review --json | json '"%d %d" % (d["identities"][0]["a"]["record"], d["identities"][0]["b"]["record"])')
before=$(attache ties --json | sha256sum)
# shellcheck disable=SC2086 # two numbers
decision=$(attache review same $question --why "a test" | sed -nE 's/^decision ([0-9]+):.*/\1/p')
attache review undo "$decision" >/dev/null
holds "a decision that is undone leaves the office as it was" equal "$(attache ties --json | sha256sum)" "$before"

attache plan examples/office/trip.toml --seconds 10 --out "$work/documents" --json >"$work/plan.json"
trip=$(json 'd["trip"]["id"]' <"$work/plan.json")
holds "no plan is worth more than the bound" equal "$(json 'd["plan"]["value"] <= d["plan"]["bound"] + 1e-6' <"$work/plan.json")" True
holds "the three fixed dinners are kept" equal "$(json 'sum(v["fixed"] for x in d["plan"]["days"] for v in x["visits"])' <"$work/plan.json")" 3
holds "everybody is met or left out with a reason" equal "$(json 'd["trip"]["meetings"] + sum(bool(x["reason"]) for x in d["plan"]["left_out"]) == d["trip"]["candidates"]' <"$work/plan.json")" True
for document in trip.ics book.html book.pdf recap.html; do
  holds "$document is written" test -s "$work/documents/$document"
done
holds "the PDF reads Korean" grep -q 한 <(pdftotext "$work/documents/book.pdf" -)

cancelled=$(json 'next(v["candidate"] for x in d["plan"]["days"] for v in x["visits"] if not v["fixed"])' <"$work/plan.json")
attache replan "$trip" --cancel "$cancelled" --seconds 5 --out "$work/documents" --json >"$work/replan.json"
holds "who cancelled is gone" equal "$(json "any(v['candidate'] == '$cancelled' for x in d['trip']['plan']['days'] for v in x['visits'])" <"$work/replan.json")" False
holds "a re-plan keeps every other meeting" equal "$(json 'd["kept"]' <"$work/replan.json")" "$(json 'd["trip"]["meetings"] - 1' <"$work/plan.json")"

holds "calendars are told what is cancelled" grep -q STATUS:CANCELLED "$work/documents/trip-cancelled.ics"
left_out=$(json "next(x['candidate'] for x in d['trip']['plan']['left_out'] if x['candidate'] != '$cancelled')" <"$work/replan.json")
attache why-not "$left_out" --seconds 10 --json >"$work/why_not.json"
holds "who is left out hears what it would cost" equal "$(json 'd["possible"] and d["least_cost"] <= d["cost"] <= d["most_cost"] and any(c["candidate"] == d["candidate"]["candidate"] and c["kind"] == "added" for c in d["changes"])' <"$work/why_not.json")" True
attache what-if --value "$left_out=500" --seconds 10 --json >"$work/what_if.json"
holds "who is worth much more comes in, and nothing is kept" equal "$(json "any(c['candidate'] == '$left_out' and c['kind'] == 'added' for c in d['changes']) and not d['stored']" <"$work/what_if.json")" True
holds "most meetings have somebody who steps in" at_least "$(json 'sum("understudy" in v for x in d["trip"]["plan"]["days"] for v in x["visits"])' <"$work/replan.json")" 5

now=2024-06-26T09:00:00Z
attache close "$trip" >/dev/null
attache recap "$trip" --out "$work/documents" --json >"$work/recap.json"
holds "the recap counts the meetings held" equal "$(json 'd["meetings"]' <"$work/recap.json")" "$(json 'd["trip"]["trip"]["meetings"]' <"$work/replan.json")"
holds "the trip restored ties" at_least "$(json 'len(d["restored"])' <"$work/recap.json")" 1

attache backup "$work/copy.attache" >/dev/null
"$program" restore "$work/copy.attache" --to "$work/restored.attache" >/dev/null
holds "a backup is a sound office" "$program" check --office "$work/restored.attache" >/dev/null
echo "story: $passed passed, 0 failed"
