// Programs that run to their end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const LIMIT_MS = 120_000;

/** Ids of programs that run now. */
const running = new Set();

/** Has a program ended by force if it outlives this one; what is returned takes that back. */
export function watched(pid) {
  running.add(pid);
  return () => running.delete(pid);
}

process.on('exit', () => {
  for (const pid of running) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // has ended meanwhile
    }
  }
});

/** Runs a program and returns what it wrote and how it ended; one that takes too long is ended by force. */
export async function run(command, args, options = {}) {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const forget = watched(child.pid);
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const [code, signal] = await once(child, 'close');
  clearTimeout(timer);
  forget();
  return { code: code ?? signal, out, err };
}

/** The same for programs whose exit code is known beforehand. */
export async function expect(expected, command, args, options) {
  const result = await run(command, args, options);
  if (result.code !== expected) {
    throw new Error(`exit code ${result.code} instead of ${expected}\n${result.out}\n${result.err}`);
  }
  return result;
}
