#!/usr/bin/env python3
"""The contact network against every peer that the machine has, on the sets of ../shared/data/graph.

usage: bench/graph.py S|M|L [--rounds 5] [--questions 20] [--peers sqlite,duckdb,postgres] [--duckdb FOLDER] [--program FILE]
  Builds the generator into build/graph and the set with it, loads each peer once (timed), checks every answer against
  the oracle, then asks in turn: ours, a peer, ours, a peer ... Prints JSON. FOLDER has node_modules/@duckdb/node-api.
  PostgreSQL is taken where PGHOST or a local server answers psql. Build bench_graph with the release preset first.
"""
import argparse
import json
import math
import os
import pathlib
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = pathlib.Path(os.environ.get("ATTACHE_DATA", ROOT / "../shared/data")) / "graph"
PROGRAM = ROOT / "build/release/bench_graph"
SIZES = {"S": (10_000, 50_000, 200_000), "M": (100_000, 500_000, 2_000_000), "L": (1_000_000, 5_000_000, 20_000_000)}
AT, RATE = 1686096000, 0.69314718055994530942 / 31536000.0
WEIGHT = "(CASE kind WHEN 0 THEN 1 WHEN 1 THEN 3 WHEN 2 THEN 6 ELSE 10 END)"
DECAYED = f"sum({WEIGHT}*exp((ts-{AT})*{RATE!r}))"

ALL = f"SELECT count(*), sum(s) FROM (SELECT a,b,{DECAYED} s FROM interaction WHERE ts<={AT} GROUP BY a,b) q"
EGO = (f"SELECT count(*), sum(s) FROM (SELECT other,{DECAYED} s FROM (SELECT b other,kind,ts FROM interaction WHERE a={{s}} AND ts<={AT} "
       f"UNION ALL SELECT a,kind,ts FROM interaction WHERE b={{s}} AND ts<={AT}) u GROUP BY other) q")
MIDDLE = """WITH b1 AS MATERIALIZED (SELECT dst z,cost c FROM arc WHERE src={t} AND dst<>{s}),
 b2 AS MATERIALIZED (SELECT a.dst y,b1.z z,b1.c+a.cost c FROM b1 JOIN arc a ON a.src=b1.z WHERE a.dst<>{t} AND a.dst<>{s}),
 f1 AS MATERIALIZED (SELECT dst x,cost c FROM arc WHERE src={s} AND dst<>{t}),
 f2 AS MATERIALIZED (SELECT f1.x x,a.dst y,f1.c+a.cost c FROM f1 JOIN arc a ON a.src=f1.x WHERE a.dst<>{s} AND a.dst<>{t})
 SELECT c FROM (SELECT cost c FROM arc WHERE src={s} AND dst={t}
  UNION ALL SELECT f1.c+b1.c FROM f1 JOIN b1 ON b1.z=f1.x
  UNION ALL SELECT f1.c+b2.c FROM b2 JOIN f1 ON f1.x=b2.y
  UNION ALL SELECT f2.c+b2.c FROM f2 JOIN b2 ON b2.y=f2.y WHERE f2.x<>b2.z) q ORDER BY c LIMIT 10"""
TWO = ("SELECT p.id,min(x.cost+y.cost) FROM arc x JOIN arc y ON y.src=x.dst JOIN person p ON p.id=y.dst "
       "WHERE x.src={s} AND y.dst<>{s} AND p.sector=3 AND p.region=2 GROUP BY p.id")


def cpu():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def timed(work):
    wall, before = time.perf_counter(), cpu()
    answer = work()
    return answer, {"wall_ms": 1e3 * (time.perf_counter() - wall), "cpu_ms": 1e3 * (cpu() - before)}


def numbers(path):
    return [[float(x) for x in line.split(",")] for line in path.read_text().split()]


class Sqlite:
    """In this process; Python is only the caller."""

    def __init__(self, folder):
        self.file = folder / "peer.sqlite"

    def load(self, folder):
        fresh = not self.file.exists()
        script = f"""PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-1000000; PRAGMA temp_store=MEMORY;
CREATE TABLE person(id INTEGER PRIMARY KEY,name TEXT NOT NULL,org INT NOT NULL,sector INT NOT NULL,region INT NOT NULL,senior INT NOT NULL) STRICT;
CREATE TABLE interaction(id INTEGER PRIMARY KEY,a INT NOT NULL,b INT NOT NULL,ts INT NOT NULL,kind INT NOT NULL) STRICT;
.mode csv
.import {folder}/people.csv person
.import {folder}/interactions.csv interaction
CREATE INDEX i_ab ON interaction(a,b,ts,kind);
CREATE INDEX i_ba ON interaction(b,a,ts,kind);
PRAGMA wal_checkpoint(TRUNCATE);
"""
        arcs = f"""CREATE TABLE tie(a INT NOT NULL,b INT NOT NULL,cost REAL NOT NULL) STRICT;
.mode csv
.import {folder}/ties.csv tie
CREATE TABLE arc(src INT NOT NULL,dst INT NOT NULL,cost REAL NOT NULL,PRIMARY KEY(src,dst)) WITHOUT ROWID,STRICT;
INSERT INTO arc SELECT a,b,cost FROM (SELECT a,b,cost FROM tie UNION ALL SELECT b,a,cost FROM tie) ORDER BY 1,2;
ANALYZE;
"""
        spent = {}
        if fresh:
            spent = timed(lambda: subprocess.run(["sqlite3", self.file], input=script, text=True, check=True, stdout=subprocess.DEVNULL))[1]
            spent["bytes"] = self.file.stat().st_size
            subprocess.run(["sqlite3", self.file], input=arcs, text=True, check=True)
        self.db = sqlite3.connect(self.file)
        self.db.executescript("PRAGMA cache_size=-1500000;PRAGMA mmap_size=2147418112;PRAGMA temp_store=MEMORY;")
        return spent

    def ask(self, sql):
        return timed(lambda: self.db.execute(sql).fetchall())


class Duckdb:
    """One thread, in a node process that takes a line of SQL and gives a line of JSON."""

    def __init__(self, folder, modules):
        self.file = folder / "peer.duckdb"
        code = """const {DuckDBInstance}=require(process.argv[1]+'/node_modules/@duckdb/node-api');
(async()=>{const c=await (await DuckDBInstance.create(process.argv[2],{threads:'1',memory_limit:'6GB'})).connect();
for await(const line of require('readline').createInterface({input:process.stdin})){const u=process.cpuUsage(),t=process.hrtime.bigint();
 try{const r=await c.runAndReadAll(JSON.parse(line));const w=Number(process.hrtime.bigint()-t)/1e6,v=process.cpuUsage(u);
 console.log(JSON.stringify({rows:r.getRows(),wall_ms:w,cpu_ms:(v.user+v.system)/1e3},(k,x)=>typeof x==='bigint'?Number(x):x));}
 catch(e){console.log(JSON.stringify({error:String(e)}));}}})();"""
        self.node = subprocess.Popen(["node", "-e", code, str(pathlib.Path(modules).resolve()), self.file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def load(self, folder):
        if self.ask("SELECT count(*) FROM information_schema.tables WHERE table_name='arc'")[0][0][0]:
            return {}
        csv = "read_csv('{}/{}',header=false,columns={})"
        tables = (("person", "people.csv", "{'id':'INTEGER','name':'VARCHAR','org':'INTEGER','sector':'SMALLINT','region':'SMALLINT','senior':'SMALLINT'}"),
                  ("interaction", "interactions.csv", "{'id':'BIGINT','a':'INTEGER','b':'INTEGER','ts':'INTEGER','kind':'TINYINT'}"))
        spent = [self.ask(f"CREATE TABLE {name} AS FROM {csv.format(folder, file, columns)}")[1] for name, file, columns in tables]
        columns = "{'a':'INTEGER','b':'INTEGER','cost':'DOUBLE'}"
        self.ask(f"CREATE TABLE tie AS FROM {csv.format(folder, 'ties.csv', columns)}")
        self.ask("CREATE TABLE arc AS SELECT a src,b dst,cost FROM tie UNION ALL SELECT b,a,cost FROM tie ORDER BY 1,2")
        self.ask("CREATE INDEX ai ON arc(src)")
        return {key: sum(one[key] for one in spent) for key in spent[0]}

    def ask(self, sql):
        self.node.stdin.write(json.dumps(sql) + "\n")
        self.node.stdin.flush()
        reply = json.loads(self.node.stdout.readline())
        if "error" in reply:
            sys.exit(f"duckdb: {reply['error']}")
        return reply["rows"], {"wall_ms": reply["wall_ms"], "cpu_ms": reply["cpu_ms"]}


class Postgres:
    """Through psql, one thread; time inside the server by EXPLAIN ANALYZE, its CPU not seen."""

    def psql(self, script):
        done = subprocess.run(["psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1"], input="SET max_parallel_workers_per_gather=0; SET jit=off;\n" + script, text=True, capture_output=True)
        if done.returncode:
            sys.exit(f"postgres: {done.stderr}")
        return done.stdout

    def load(self, folder):
        if self.psql("SELECT count(*) FROM pg_tables WHERE tablename='arc'").strip() != "0":
            return {}
        script = f"""CREATE TABLE person(id int PRIMARY KEY,name text,org int,sector smallint,region smallint,senior smallint);
CREATE TABLE interaction(id bigint,a int,b int,ts int,kind smallint);
\\copy person from '{folder}/people.csv' csv
\\copy interaction from '{folder}/interactions.csv' csv
CREATE INDEX i_ab ON interaction(a,b,ts) INCLUDE(kind); CREATE INDEX i_ba ON interaction(b,a,ts) INCLUDE(kind);"""
        spent = timed(lambda: self.psql(script))[1]
        self.psql(f"""CREATE TABLE tie(a int,b int,cost float8);
\\copy tie from '{folder}/ties.csv' csv
CREATE TABLE arc AS SELECT a src,b dst,cost FROM tie UNION ALL SELECT b,a,cost FROM tie ORDER BY 1,2;
CREATE INDEX arc_i ON arc(src,dst) INCLUDE(cost); VACUUM ANALYZE;""")
        return {"wall_ms": spent["wall_ms"]}

    def ask(self, sql):
        rows = [tuple(float(x) for x in line.split("|")) for line in self.psql(sql).splitlines()]
        plan = json.loads(self.psql("EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " + sql))[0]
        return rows, {"wall_ms": plan["Execution Time"] + plan["Planning Time"], "cpu_ms": float("nan")}


def agrees(rows, answer):
    found = [math.exp(-row[0]) for row in rows]
    return len(found) == int(answer[2]) and (not found or (abs(found[0] - answer[3]) < 2e-5 and abs(found[-1] - answer[4]) < 2e-5))


def one_round(peer, questions, answers):
    times = {"all_ties": [], "ego": [], "paths": [], "two_steps": []}
    wrong = 0
    times["all_ties"].append(peer.ask(ALL)[1])
    for (s, t), answer in zip(questions, answers):
        rows, spent = peer.ask(MIDDLE.format(s=int(s), t=int(t)))
        wrong += not agrees(rows, answer)
        times["paths"].append(spent)
    for s, _ in questions[:10]:
        times["ego"].append(peer.ask(EGO.format(s=int(s)))[1])
        times["two_steps"].append(peer.ask(TWO.format(s=int(s)))[1])
    return times, wrong


def figures(spent):
    wall, used = sorted(x["wall_ms"] for x in spent), [x["cpu_ms"] for x in spent]
    return {"median_ms": round(statistics.median(wall), 3), "p95_ms": round(wall[int(.95 * (len(wall) - 1) + .5)], 3), "cpu_median_ms": round(statistics.median(used), 3), "runs": len(wall)}


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
    parser.add_argument("--peers", default="sqlite,duckdb,postgres")
    parser.add_argument("--duckdb", default="")
    parser.add_argument("--program", default=PROGRAM)
    options = parser.parse_args()
    PROGRAM = options.program
    if not DATA.is_dir():
        print("skipped: the contact sets are not here")
        return
    oracle = DATA / options.set.lower()
    folder = make_set(options.set)
    snapshot = folder / "ours.network"
    result = {"set": options.set, "ours": {"build": ours("build", folder, snapshot)}, "peers": {}}
    ours("ties", snapshot, folder / "ties.csv")
    peers = {}
    if "sqlite" in options.peers and shutil.which("sqlite3"):
        peers["sqlite"] = Sqlite(folder)
    if "duckdb" in options.peers and options.duckdb:
        peers["duckdb"] = Duckdb(folder, options.duckdb)
    if "postgres" in options.peers and shutil.which("psql") and subprocess.run(["psql", "-Xqc", ""], capture_output=True).returncode == 0:
        peers["postgres"] = Postgres()
    questions = numbers(oracle / "queries.csv")[: options.questions]
    answers = numbers(oracle / "answers4.csv")
    for name, peer in peers.items():
        result["peers"][name] = {"load": peer.load(folder), "wrong_answers": one_round(peer, questions, answers)[1]}
    asked, times = [], {name: {} for name in peers}
    for _ in range(options.rounds):
        for name, peer in peers.items():
            asked.append(ours("ask", snapshot, oracle))
            for what, spent in one_round(peer, questions, answers)[0].items():
                times[name].setdefault(what, []).extend(spent)
        if not peers:
            asked.append(ours("ask", snapshot, oracle))
    result["ours"]["ask"] = median_of_rounds(asked)
    for name in peers:
        result["peers"][name] |= {what: figures(spent) for what, spent in times[name].items()}
    print(json.dumps(result, indent=1))
    sys.exit(any(peer["wrong_answers"] for peer in result["peers"].values()))


if __name__ == "__main__":
    main()
