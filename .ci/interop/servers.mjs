// The real server with the demo tenant, and the fixture server, each over HTTP on a free port.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** How a Java process says that it was asked to stop. */
const STOPPED = 143;
const STARTING_MS = 120_000;
const STOPPING_MS = 60_000;

export class Servers {
  #project;
  #work;
  #processes = [];

  constructor(project, work) {
    this.#project = project;
    this.#work = work;
  }

  /** Fills the data folder: discovers the demo tenant and brings the sandbox's catalog up to date. */
  async demo() {
    const demo = this.#start('demo', this.#bridge(['demo']));
    demo.process.stdout.resume();
    const [code] = await once(demo.process, 'exit');
    if (code !== 0) {
      throw new Error(`the demo ended with ${code}\n${demo.log()}`);
    }
  }

  async real() {
    const stdio = this.#bridge(['serve']);
    return { ...(await this.#http('real', this.#bridge(['serve', '--http', '0', '--json']))), stdio };
  }

  async fixture() {
    const target = join(this.#project, 'mcp-server', 'target');
    const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
    const classes = [join(target, 'test-classes'), join(target, 'catalog-bridge.jar')].join(':');
    const stdio = {
      command: java,
      args: ['-Xmx256m', '-XX:+UseSerialGC', '-cp', classes, 'io.catalogbridge.server.conformance.FixtureServer'],
      env: {},
    };
    return { ...(await this.#http('fixture', { ...stdio, args: [...stdio.args, '--http', '0'] })), stdio };
  }

  #bridge(args) {
    return {
      command: join(this.#project, 'catalog-bridge'),
      args,
      env: { CATALOG_BRIDGE_DATA: join(this.#work, 'data'), CATALOG_BRIDGE_JAVA_OPTIONS: '-Xmx512m' },
    };
  }

  #start(name, { command, args, env }) {
    const file = join(this.#work, `${name}.log`);
    const log = openSync(file, 'w');
    const process_ = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', log] });
    closeSync(log);
    const started = { name, process: process_, log: () => readFileSync(file, 'utf8') };
    this.#processes.push(started);
    return started;
  }

  /** Starts a server and returns where it says it is. */
  async #http(name, how) {
    const server = this.#start(name, how);
    const lines = createInterface(server.process.stdout);
    const timer = setTimeout(() => server.process.kill('SIGKILL'), STARTING_MS);
    const line = await Promise.race([
      once(lines, 'line').then(([text]) => text),
      once(server.process, 'exit').then(([code]) => {
        throw new Error(`the ${name} server ended with ${code} before it served\n${server.log()}`);
      }),
    ]);
    clearTimeout(timer);
    return JSON.parse(line);
  }

  /** Asks all servers to stop, and wants each to have ended well. */
  async stop() {
    for (const { name, process: server, log } of this.#running()) {
      const timer = setTimeout(() => server.kill('SIGKILL'), STOPPING_MS);
      server.kill('SIGTERM');
      const [code, signal] = await once(server, 'exit');
      clearTimeout(timer);
      if (code !== 0 && code !== STOPPED) {
        throw new Error(`the ${name} server ended with ${code ?? signal}\n${log()}`);
      }
      if (/Exception|\tat /.test(log())) {
        throw new Error(`the log of the ${name} server holds a stack trace\n${log()}`);
      }
    }
  }

  #running() {
    return this.#processes.filter((each) => each.process.exitCode === null && each.process.signalCode === null);
  }

  /** Ends what is left, at once. */
  kill() {
    this.#running().forEach((each) => each.process.kill('SIGKILL'));
  }
}
