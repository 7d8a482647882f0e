#!/usr/bin/env python3
"""How long `attache who` takes from cold on an office, as one JSON line: median and worst of 30 whole processes, in ms.

usage: bench/start.py PROGRAM OFFICE [NAME]
"""
import json
import statistics
import subprocess
import sys
import time

program, office = sys.argv[1:3]
name = sys.argv[3] if len(sys.argv) > 3 else "한도윤"
times = []
for _ in range(30):
    start = time.perf_counter()
    subprocess.run([program, "who", name, "--office", office], check=True, stdout=subprocess.DEVNULL)
    times.append((time.perf_counter() - start) * 1000)
print(json.dumps({"bench": "start", "runs": len(times), "median_ms": round(statistics.median(times), 1), "max_ms": round(max(times), 1)}))
