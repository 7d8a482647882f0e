// Starts what the story needs: an office read from the example, and `attache serve` on a free loopback port.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

async function free_port() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

async function answers(url, seconds) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`${url} does not answer after ${seconds} s`);
}

// An office in a folder of its own. `stop` ends the server and removes the folder.
export async function start_office(attache) {
  const folder = await mkdtemp(join(tmpdir(), 'attache-story-'));
  let server;
  let ended;
  const stop = async () => {
    server?.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const office = ['--office', join(folder, 'office.attache'), '--now', '2024-05-27T09:00:00Z'];
    const example = join(root, 'examples');
    const call = (...words) => run(attache, [...words, ...office], { cwd: folder, maxBuffer: 64 << 20 });
    await call('init', '--principal', 'Han Do-yun');
    await call('read', join(example, 'office'), join(example, 'press'));
    await call('plan', join(example, 'office', 'trip.toml'));
    const port = await free_port();
    server = spawn(attache, ['serve', '--port', String(port), '--page', join(root, 'web', 'dist'), ...office], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
    ended = new Promise((end) => server.once('exit', end));
    const url = `http://127.0.0.1:${port}/`;
    await answers(`${url}api/v1/office`, 30);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
