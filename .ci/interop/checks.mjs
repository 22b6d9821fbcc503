// Starts the servers, runs all checks against them, ends what it started, and prints the counts last.
// Arguments: the project's folder, the modules of the stable conformance suite, the suites to run if not all.
import { join } from 'node:path';
import { conformance } from './conformance.mjs';
import { inspector } from './inspector.mjs';
import { clients } from './clients.mjs';
import { Servers } from './servers.mjs';

const [project, stable, ...wanted] = process.argv.slice(2);
const work = import.meta.dirname;
const servers = new Servers(project, work);
const count = { passed: 0, failed: 0 };

/** Runs one check, whose name says what holds if it passes; a body that returns a number stands for so many. */
async function check(name, body) {
  const began = Date.now();
  let passed = 1;
  let complaint;
  try {
    const result = await body();
    passed = typeof result === 'number' ? result : 1;
  } catch (error) {
    complaint = error;
  }
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  if (complaint) {
    count.failed++;
    console.log(`  FAILED ${name} (${seconds} s)\n${indented(complaint.stack ?? complaint)}`);
  } else {
    count.passed += passed;
    console.log(`  ok ${name}${passed === 1 ? '' : `, ${passed} checks`} (${seconds} s)`);
  }
}

function indented(text) {
  return String(text).split('\n').slice(-60).map((line) => `    ${line}`).join('\n');
}

async function all() {
  await servers.demo();
  const real = await servers.real();
  const fixture = await servers.fixture();
  const tools = { work, stable, node: process.execPath, modules: join(work, 'node_modules') };
  const suites = Object.entries({ conformance, inspector, clients })
    .filter(([name]) => wanted.length === 0 || wanted.includes(name));
  for (const [name, suite] of suites) {
    const before = { ...count };
    console.log(`== ${name}`);
    await suite({ real, fixture, tools, check });
    console.log(`${name}: ${count.passed - before.passed} passed, ${count.failed - before.failed} failed`);
  }
  await check('both servers end when they are told to stop', () => servers.stop());
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    servers.kill();
    process.exit(130);
  });
}

try {
  await all();
} catch (error) {
  count.failed++;
  console.log(error.stack ?? error);
} finally {
  servers.kill();
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed === 0 ? 0 : 1);
