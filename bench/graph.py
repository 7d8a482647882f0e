#!/usr/bin/env python3
"""The contact network against every peer that the machine has, on the sets of ../shared/data/graph.

usage: bench/graph.py S|M|L [--rounds 5] [--questions 20] [--peers sqlite,duckdb,...] [--modules FOLDER] [--program FILE]
  Builds the generator into build/graph and the set with it, loads each peer once (timed), checks every answer against
  the oracle, then asks in turn: ours, a peer, ours, a peer ... Prints JSON. Peers: sqlite, duckdb, postgres (a cluster of
  its own), igraph, ladybug, graphblas; those that the machine has not are left out. FOLDER has node_modules with
  @duckdb/node-api and lbug. Build bench_graph with the release preset first.
"""
import argparse
import json
import math
import os
import pathlib
import signal
import statistics
import subprocess
import sys

import graph_peers

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = pathlib.Path(os.environ.get("ATTACHE_DATA", ROOT / "../shared/data")) / "graph"
PROGRAM = ROOT / "build/release/bench_graph"
SIZES = {"S": (10_000, 50_000, 200_000), "M": (100_000, 500_000, 2_000_000), "L": (1_000_000, 5_000_000, 20_000_000)}


def numbers(path):
    return [[float(x) for x in line.split(",")] for line in path.read_text().split()]


def agrees(rows, answer):
    found = [math.exp(-row[0]) for row in rows]
    return len(found) == int(answer[2]) and (not found or (abs(found[0] - answer[3]) < 2e-5 and abs(found[-1] - answer[4]) < 2e-5))


def sql_round(peer, questions, answers):
    times = {"all_ties": [peer.ask(graph_peers.ALL)[1]], "ego": [], "paths": [], "two_steps": []}
    wrong = 0
    for (s, t), answer in zip(questions, answers):
        rows, spent = peer.ask(graph_peers.MIDDLE.format(s=int(s), t=int(t)))
        wrong += not agrees(rows, answer)
        times["paths"].append(spent)
    for s, _ in questions[:10]:
        times["ego"].append(peer.ask(graph_peers.EGO.format(s=int(s)))[1])
        times["two_steps"].append(peer.ask(graph_peers.TWO.format(s=int(s)))[1])
    return times, wrong


def library_round(peer, questions, answers):
    """Without a hop limit no chain is dearer than ours: what is dearer is wrong."""
    few = [(int(s), int(t)) for s, t in questions[: peer.questions]]
    if hasattr(peer, "reach"):
        return {"reach": peer.reach([s for s, _ in few])}, 0
    replies = peer.paths(few)
    dearer = sum(answer[2] > 0 and (not reply["costs"] or math.exp(-min(reply["costs"])) < answer[3] - 2e-5) for reply, answer in zip(replies, answers))
    return {"paths_of_any_length": replies}, dearer


def one_round(peer, questions, answers):
    return (sql_round if hasattr(peer, "ask") else library_round)(peer, questions, answers)


def figures(spent):
    def of(key, name=""):
        times = sorted(x[key] for x in spent)
        return {f"{name}median_ms": round(statistics.median(times), 3), f"{name}p95_ms": round(times[int(.95 * (len(times) - 1) + .5)], 3)}

    seen = all("cpu_ms" in x for x in spent)  # not that of a server
    return of("wall_ms") | (of("cpu_ms", "cpu_") if seen else {}) | {"runs": len(spent)}


def ours(*words):
    return json.loads(subprocess.run([PROGRAM, *map(str, words)], check=True, capture_output=True, text=True).stdout)


def make_set(name):
    folder = ROOT / "build/graph" / name.lower()
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "interactions.csv").exists():
        generator = ROOT / "build/graph/gen"
        subprocess.run(["c++", "-O2", "-w", "-o", generator, DATA / "gen.cpp"], check=True)
        subprocess.run([generator, *map(str, SIZES[name]), "42", folder], check=True, stdout=subprocess.DEVNULL)
    return folder


def median_of_rounds(rounds):
    if isinstance(rounds[0], dict):
        return {key: median_of_rounds([one[key] for one in rounds]) for key in rounds[0]}
    return round(statistics.median(rounds), 4)


def main():
    global PROGRAM
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", choices=SIZES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--questions", type=int, default=20)
    parser.add_argument("--peers", default="sqlite,duckdb,postgres,igraph,ladybug,graphblas")
    parser.add_argument("--library-questions", type=int, default=5, help="of igraph, Ladybug and GraphBLAS, which take long")
    parser.add_argument("--modules", default=str(ROOT / "build/graph/peers"))
    parser.add_argument("--program", default=PROGRAM)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what was started is ended
    PROGRAM = options.program
    if not DATA.is_dir():
        print("skipped: the contact sets are not here")
        return
    oracle = DATA / options.set.lower()
    folder = make_set(options.set)
    snapshot = folder / "ours.network"
    result = {"set": options.set, "ours": {"build": ours("build", folder, snapshot)}, "peers": {}}
    ours("ties", snapshot, folder / "ties.csv")
    peers = graph_peers.available(options.peers.split(","), folder, options.modules)
    try:
        compare(result, peers, snapshot, oracle, folder, options)
    finally:
        for peer in peers.values():
            peer.close()
    print(json.dumps(result, indent=1))
    sys.exit(any(peer["wrong_answers"] for peer in result["peers"].values()))


def compare(result, peers, snapshot, oracle, folder, options):
    questions = numbers(oracle / "queries.csv")[: options.questions]
    answers = numbers(oracle / "answers4.csv")
    for name, peer in peers.items():
        peer.questions = options.library_questions
        result["peers"][name] = {"load": peer.load(folder), "wrong_answers": one_round(peer, questions, answers)[1]}
    asked, times = [], {name: {} for name in peers}
    for _ in range(options.rounds):
        for name, peer in peers.items():
            asked.append(ours("ask", snapshot, oracle))
            for what, spent in one_round(peer, questions, answers)[0].items():
                times[name].setdefault(what, []).extend(spent)
        if not peers:
            asked.append(ours("ask", snapshot, oracle))
        result |= {"rounds": 1 + result.get("rounds", 0)}
        result["ours"]["ask"] = median_of_rounds(asked)
        for name in peers:
            result["peers"][name] |= {what: figures(spent) for what, spent in times[name].items()}
        (folder / "result.json").write_text(json.dumps(result, indent=1))  # so far: the large set takes an hour


if __name__ == "__main__":
    main()
