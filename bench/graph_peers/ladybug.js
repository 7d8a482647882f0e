// Takes a line of JSON, gives one: {people, ties} (CSV files) or {from, to}. usage: node ladybug.js NODE_MODULES_PARENT FILE
// Needs a newer C library than Debian 12 has; kuzu, from which it was forked, has the same interface and stands in.
function library() {
  try {
    return require(process.argv[2] + '/node_modules/lbug');
  } catch {
    return require(process.argv[2] + '/node_modules/kuzu');
  }
}

const { Database, Connection } = library();

const connection = new Connection(new Database(process.argv[3], 6 * 2 ** 30), 1);
const rows = async (cypher) => (await connection.query(cypher)).getAll();

async function load({ people, ties }) {
  await rows('CREATE NODE TABLE Person(id INT64 PRIMARY KEY, name STRING, org INT64, sector INT64, region INT64, senior INT64)');
  await rows('CREATE REL TABLE Tie(FROM Person TO Person, cost DOUBLE)');
  await rows(`COPY Person FROM '${people}' (HEADER=false)`);
  await rows(`COPY Tie FROM '${ties}' (HEADER=false)`);
  return {};
}

async function chain({ from, to }) {
  const found = await rows(
    `MATCH p = (a:Person)-[e:Tie* WSHORTEST(cost) 1..30]-(b:Person) WHERE a.id = ${from} AND b.id = ${to} RETURN cost(e) AS cost, size(rels(p)) AS hops`);
  return { costs: found.map((row) => row.cost), hops: found.map((row) => Number(row.hops)) };
}

async function answer(question) {
  const used = process.cpuUsage(), begun = process.hrtime.bigint();
  const reply = question.people ? await load(question) : await chain(question);
  const wall_ms = Number(process.hrtime.bigint() - begun) / 1e6, spent = process.cpuUsage(used);
  return { ...reply, wall_ms, cpu_ms: (spent.user + spent.system) / 1e3 };
}

(async () => {
  for await (const line of require('readline').createInterface({ input: process.stdin }))
    console.log(JSON.stringify(await answer(JSON.parse(line)).catch((error) => ({ error: String(error) }))));
  process.exit(0);
})();
