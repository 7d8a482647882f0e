"""Peers of bench/graph.py: databases and graph libraries that answer the same questions, each with load() and what it can ask.

A peer that speaks SQL has ask(sql) -> rows, spent. igraph and Ladybug find chains without a hop limit, and GraphBLAS a reach map:
they have paths(questions) and reach(people) instead.
"""
import importlib.util
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent / "graph_peers"
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
        import sqlite3  # no part of the smallest Python

        self.db = sqlite3.connect(self.file)
        self.db.executescript("PRAGMA cache_size=-1500000;PRAGMA mmap_size=2147418112;PRAGMA temp_store=MEMORY;")
        return spent

    def close(self):
        self.db.close()

    def ask(self, sql):
        return timed(lambda: self.db.execute(sql).fetchall())


class Duckdb:
    """One thread, in a node process that takes a line of SQL and gives a line of JSON."""

    def __init__(self, folder, modules):
        self.file = folder / "peer.duckdb"
        self.node = subprocess.Popen(["node", HERE / "duckdb.js", pathlib.Path(modules).resolve(), self.file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

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

    def close(self):
        self.node.stdin.close()
        self.node.wait()

    def ask(self, sql):
        self.node.stdin.write(json.dumps(sql) + "\n")
        self.node.stdin.flush()
        reply = json.loads(self.node.stdout.readline())
        if "error" in reply:
            sys.exit(f"duckdb: {reply['error']}")
        return reply["rows"], {"wall_ms": reply["wall_ms"], "cpu_ms": reply["cpu_ms"]}


class Postgres:
    """A cluster of its own, through psql, one thread; time inside the server by EXPLAIN ANALYZE, its CPU not seen."""

    BIN = pathlib.Path("/usr/lib/postgresql/15/bin")

    def __init__(self, _):
        self.home = tempfile.mkdtemp(prefix="attache-pg-")
        self.user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self.user:
            shutil.chown(self.home, "postgres")
        run = lambda *words: subprocess.run([*self.user, *map(str, words)], check=True, stdout=subprocess.DEVNULL, cwd="/")
        run(self.BIN / "initdb", "-D", f"{self.home}/data", "-A", "trust", "-U", "postgres")
        settings = f"-k {self.home} -c listen_addresses= -c shared_buffers=2GB -c work_mem=256MB -c maintenance_work_mem=512MB -c max_wal_size=8GB"
        run(self.BIN / "pg_ctl", "-D", f"{self.home}/data", "-w", "-l", f"{self.home}/log", "-o", settings, "start")
        self.environment = os.environ | {"PGHOST": self.home, "PGUSER": "postgres", "PGDATABASE": "postgres"}

    def close(self):
        subprocess.run([*self.user, self.BIN / "pg_ctl", "-D", f"{self.home}/data", "-m", "immediate", "stop"], stdout=subprocess.DEVNULL, cwd="/")
        shutil.rmtree(self.home, ignore_errors=True)

    def psql(self, script):
        done = subprocess.run(["psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1"], input="SET max_parallel_workers_per_gather=0; SET jit=off;\n" + script, text=True, capture_output=True, env=self.environment)
        if done.returncode:
            sys.exit(f"postgres: {done.stderr}")
        return done.stdout

    def load(self, folder):
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
        return rows, {"wall_ms": plan["Execution Time"] + plan["Planning Time"]}


class Lines:
    """A child process that takes a line of JSON and gives one."""

    def __init__(self, *command):
        self.child = subprocess.Popen(list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, question):
        self.child.stdin.write(json.dumps(question) + "\n")
        self.child.stdin.flush()
        reply = json.loads(self.child.stdout.readline() or '{"error": "it ended"}')
        if "error" in reply:
            sys.exit(f"{self.child.args[1]}: {reply['error']}")
        return reply

    def close(self):
        self.child.stdin.close()
        self.child.wait()


class Igraph:
    """get_k_shortest_paths of python3-igraph: the ten cheapest chains, without a hop limit."""

    def __init__(self, _):
        self.lines = Lines("/usr/bin/python3", HERE / "igraph_paths.py")
        self.close = self.lines.close

    def load(self, folder):
        return self.lines.ask({"load": str(folder / "ties.csv")})

    def paths(self, questions):
        return [self.lines.ask({"from": s, "to": t, "k": 10}) for s, t in questions]


class Ladybug:
    """The cheapest chain of at most four steps, in Cypher."""

    def __init__(self, folder, modules):
        for part in folder.glob("peer.ladybug*"):  # it is loaded anew
            shutil.rmtree(part) if part.is_dir() else part.unlink()
        self.lines = Lines("node", HERE / "ladybug.js", pathlib.Path(modules).resolve(), folder / "peer.ladybug")
        self.close = self.lines.close

    def load(self, folder):
        return self.lines.ask({"people": str(folder / "people.csv"), "ties": str(folder / "ties.csv")})

    def paths(self, questions):
        return [self.lines.ask({"from": s, "to": t}) for s, t in questions]


class Graphblas:
    """Four min-plus products on one thread: the cheapest chain from one person to everybody."""

    def __init__(self, folder):
        self.folder = folder
        self.program = folder.parent / "graphblas_reach"
        if not self.program.exists():
            subprocess.run(["cc", "-O2", "-o", self.program, HERE / "graphblas_reach.c", "-lgraphblas", "-lm"], check=True)

    def load(self, _):
        return {}

    def reach(self, people):
        out = subprocess.run([self.program, self.folder / "ties.csv", *map(str, people)], check=True, capture_output=True, text=True).stdout
        return json.loads(out)

    def close(self):
        pass


def available(wanted, folder, modules):
    """Those of `wanted` that the machine has, by name."""
    has_module = lambda name: modules and (pathlib.Path(modules) / "node_modules" / name).is_dir()
    makers = {
        "sqlite": (shutil.which("sqlite3") and importlib.util.find_spec("_sqlite3"), lambda: Sqlite(folder)),
        "duckdb": (has_module("@duckdb/node-api"), lambda: Duckdb(folder, modules)),
        "postgres": ((Postgres.BIN / "initdb").exists(), lambda: Postgres(folder)),
        "igraph": (subprocess.run(["/usr/bin/python3", "-c", "import igraph"], capture_output=True).returncode == 0, lambda: Igraph(folder)),
        "ladybug": (has_module("lbug") or has_module("kuzu"), lambda: Ladybug(folder, modules)),
        "graphblas": (pathlib.Path("/usr/include/GraphBLAS.h").exists() or pathlib.Path("/usr/include/suitesparse/GraphBLAS.h").exists(), lambda: Graphblas(folder)),
    }
    return {name: make() for name, (is_here, make) in makers.items() if name in wanted and is_here}
