#!/usr/bin/env bash
# kill.sh PROGRAM [TIMES]: SIGKILL in the middle of `attache read`, many times; each source is there wholly or not at all.
set -euo pipefail
program=$1 times=${2:-100}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=$(command -v python3)

"$program" init --office "$work/empty.attache" --principal "Han Do-yun" >/dev/null
cp "$work/empty.attache" "$work/whole.attache"
start=$(date +%s%N)
files=(examples/office/*.vcf examples/office/*.csv examples/office/mail.mbox)
"$program" read --office "$work/whole.attache" "${files[@]}" >/dev/null
span=$((($(date +%s%N) - start) / 1000000))
sources() { "$program" sources --office "$1" --json | "$python" -c 'import json,sys
for s in json.load(sys.stdin)["sources"]: print(s["name"], s["records"], s["claims"], s["rejected"])' | sort; }
sources "$work/whole.attache" >"$work/whole"

killed=0 partly=0
for ((i = 0; i < times; ++i)); do
  rm -f "$work"/office.attache*
  cp "$work/empty.attache" "$work/office.attache"
  "$program" read --office "$work/office.attache" "${files[@]}" >/dev/null 2>&1 &
  child=$!
  sleep "$("$python" -c "import random; print(random.uniform(0, $span / 1000))")"
  kill -KILL "$child" 2>/dev/null || true
  status=0
  wait "$child" 2>/dev/null || status=$?
  [[ $status != 137 ]] || killed=$((killed + 1))
  "$program" check --office "$work/office.attache" >/dev/null || { echo "FAILED: not sound after kill $i"; exit 1; }
  sources "$work/office.attache" >"$work/now"
  if [[ $(comm -23 "$work/now" "$work/whole") ]]; then
    echo "FAILED: a source is there in part after kill $i"
    comm -23 "$work/now" "$work/whole"
    exit 1
  fi
  cmp -s "$work/now" "$work/whole" || partly=$((partly + 1))
done
((killed * 2 >= times)) || { echo "FAILED: only $killed of $times kills came before the end"; exit 1; }
echo "kill: $times passed, 0 failed ($killed killed before the end, $partly with sources missing)"
