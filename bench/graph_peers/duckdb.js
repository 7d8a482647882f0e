// Takes a line of JSON (SQL text), gives a line of JSON; one thread. usage: node duckdb.js NODE_MODULES_PARENT FILE
const { DuckDBInstance } = require(process.argv[2] + '/node_modules/@duckdb/node-api');

const plain = (_, value) => (typeof value === 'bigint' ? Number(value) : value);

async function answer(connection, sql) {
  const used = process.cpuUsage(), begun = process.hrtime.bigint();
  const rows = (await connection.runAndReadAll(sql)).getRows();
  const wall_ms = Number(process.hrtime.bigint() - begun) / 1e6, spent = process.cpuUsage(used);
  return { rows, wall_ms, cpu_ms: (spent.user + spent.system) / 1e3 };
}

(async () => {
  const connection = await (await DuckDBInstance.create(process.argv[3], { threads: '1', memory_limit: '6GB' })).connect();
  for await (const line of require('readline').createInterface({ input: process.stdin })) {
    const reply = await answer(connection, JSON.parse(line)).catch((error) => ({ error: String(error) }));
    console.log(JSON.stringify(reply, plain));
  }
})();
