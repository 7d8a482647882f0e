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
"$program" read --office "$work/whole.attache" examples/office >/dev/null
span=$((($(date +%s%N) - start) / 1000000))
sources() { "$program" sources --office "$1" --json | "$python" -c 'import json,sys
for s in json.load(sys.stdin)["sources"]: print(s["name"], s["records"], s["claims"], s["rejected"])' | sort; }
sources "$work/whole.attache" >"$work/whole"

partly=0
for ((i = 0; i < times; ++i)); do
  rm -f "$work"/office.attache*
  cp "$work/empty.attache" "$work/office.attache"
  "$program" read --office "$work/office.attache" examples/office >/dev/null 2>&1 &
  child=$!
  sleep "$("$python" -c "import random; print(random.uniform(0, $span / 1000))")"
  kill -KILL "$child" 2>/dev/null || true
  wait "$child" 2>/dev/null || true
  "$program" check --office "$work/office.attache" >/dev/null || { echo "FAILED: not sound after kill $i"; exit 1; }
  sources "$work/office.attache" >"$work/now"
  if [[ $(comm -23 "$work/now" "$work/whole") ]]; then
    echo "FAILED: a source is there in part after kill $i"
    comm -23 "$work/now" "$work/whole"
    exit 1
  fi
  cmp -s "$work/now" "$work/whole" || partly=$((partly + 1))
done
((partly * 4 >= times)) || { echo "FAILED: only $partly of $times kills came in the middle"; exit 1; }
echo "kill: $times passed, 0 failed ($partly of them in the middle of reading)"
