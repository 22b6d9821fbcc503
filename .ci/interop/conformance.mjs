// The protocol's own suite: all scenarios against the fixture server, those without fixtures against the real one.
import { join } from 'node:path';
import { run } from './processes.mjs';

const ENTRY = ['@modelcontextprotocol', 'conformance', 'dist', 'index.js'];
const LEGACY = '2025-11-25';
const MODERN = '2026-07-28';

/** What needs no fixture, and the capability without which it makes no sense. */
const WITHOUT_FIXTURES = {
  [LEGACY]: {
    'server-initialize': 'tools', 'server-session-lifecycle': 'tools', 'ping': 'tools', 'logging-set-level': 'logging',
    'tools-list': 'tools', 'resources-list': 'resources', 'prompts-list': 'prompts',
    'dns-rebinding-protection': 'tools', 'server-sse-multiple-streams': 'tools',
  },
  [MODERN]: {
    'server-stateless': 'tools', 'tools-list': 'tools', 'resources-list': 'resources', 'prompts-list': 'prompts',
    'caching': 'prompts', 'http-header-validation': 'tools', 'sep-2164-resource-not-found': 'resources',
    'dns-rebinding-protection': 'tools', 'server-sse-multiple-streams': 'tools',
  },
};

export async function conformance({ real, fixture, tools, check }) {
  const suite = (modules, url, ...args) =>
    scored(tools.node, [join(modules, ...ENTRY), 'server', '--url', url, ...args], tools.work);
  for (const revision of [LEGACY, MODERN]) {
    await check(`the fixture server meets the requirements of ${revision}`, () =>
      suite(tools.modules, fixture.mcp, '--requirements', revision));
  }
  await check('the fixture server passes the stable suite', () => suite(tools.stable, fixture.mcp));
  await check('the fixture server passes what is pending in the stable suite', () =>
    suite(tools.stable, fixture.mcp, '--suite', 'pending'));

  const offered = await capabilities(real.mcp);
  for (const [revision, scenarios] of Object.entries(WITHOUT_FIXTURES)) {
    for (const [scenario, needed] of Object.entries(scenarios).filter(([, needed]) => needed in offered)) {
      const expected = scenario === 'server-stateless' ? ['--expected-failures', 'expected-failures.yml'] : [];
      await check(`the real server passes ${scenario} of ${revision}`, () =>
        suite(tools.modules, real.mcp, '--scenario', scenario, '--spec-version', revision, ...expected));
    }
  }
}

async function capabilities(url) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Accept': 'application/json, text/event-stream',
      'MCP-Protocol-Version': MODERN,
      'Mcp-Method': 'server/discover',
    },
    body: JSON.stringify({
      jsonrpc: '2.0', id: 1, method: 'server/discover',
      params: { _meta: {
        'io.modelcontextprotocol/protocolVersion': MODERN, 'io.modelcontextprotocol/clientCapabilities': {},
      } },
    }),
  });
  return message(await answer.text()).result.capabilities;
}

/** A server may answer with one message or with a stream that ends with it. */
function message(body) {
  const events = body.split('\n').filter((line) => line.startsWith('data:'));
  return JSON.parse(events.length > 0 ? events[events.length - 1].slice('data:'.length) : body);
}

/** How many checks passed; anything that the suite complains of is an error. */
async function scored(node, args, cwd) {
  const { code, out, err } = await run(node, args, { cwd });
  const passed = Number((/^Total: (\d+) passed/m.exec(out) ?? /^Passed: (\d+)/m.exec(out))?.[1] ?? 0);
  if (code !== 0 || passed === 0) {
    throw new Error(`exit code ${code}\n${out}\n${err}`);
  }
  return passed;
}
