"""Takes a line of JSON, gives one: {"load": CSV} or {"from": A, "to": B, "k": K}. For a Python that has igraph."""
import csv
import json
import resource
import sys
import time

import igraph

graph = None


def load(path):
    with open(path) as file:
        rows = [(int(a), int(b), float(cost)) for a, b, cost in csv.reader(file)]
    made = igraph.Graph(n=1 + max(max(a, b) for a, b, _ in rows), edges=[(a, b) for a, b, _ in rows])
    made.es["cost"] = [cost for _, _, cost in rows]
    return made


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


for line in sys.stdin:
    question = json.loads(line)
    begun, used = time.perf_counter(), cpu()
    reply = {}
    if "load" in question:
        graph = load(question["load"])
    else:
        chains = graph.get_k_shortest_paths(question["from"], question["to"], k=question["k"], weights="cost", output="epath")
        reply = {"costs": [sum(graph.es[tie]["cost"] for tie in chain) for chain in chains], "hops": [len(chain) for chain in chains]}
    print(json.dumps(reply | {"wall_ms": 1e3 * (time.perf_counter() - begun), "cpu_ms": 1e3 * (cpu() - used)}), flush=True)
