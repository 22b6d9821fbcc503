// The Inspector's command line: schemas checked strictly and tools called, on every transport, as every kind of client.
import { join } from 'node:path';
import { expect } from './processes.mjs';

const TOOL_ERROR = 5;
const PATIENCE = ['--connect-timeout', '120000', '--format', 'json', '-q'];

export async function inspector({ real, fixture, tools, check }) {
  const program = join(tools.modules, '.bin', 'mcp-inspector');
  const entry = (target, ...args) => [program, '--cli', ...target, ...PATIENCE, ...args];
  const ask = async (code, target, ...args) =>
    (await expect(code, tools.node, entry(target, ...args), { cwd: tools.work })).out;

  const stdio = [...environment(real.stdio.env), real.stdio.command, ...real.stdio.args];
  for (const [name, target, eras] of [
    ['stdio', stdio, ['legacy', 'auto', 'modern']],
    ['Streamable HTTP', [real.mcp], ['legacy', 'auto', 'modern']],
    ['SSE', [real.sse], ['legacy', 'auto']],
  ]) {
    for (const era of eras) {
      await check(`finds all schemas portable over ${name}, ${era}`, async () => {
        const { result } = JSON.parse(
          await ask(0, target, '--protocol-era', era, '--method', 'tools/list', '--strict'));
        same(result.tools.some((tool) => tool.name === 'search_assets'), true, 'search_assets is listed');
      });
      await check(`searches over ${name}, ${era}`, async () => {
        const { result } = JSON.parse(await ask(0, target, '--protocol-era', era, '--method', 'tools/call',
          '--tool-name', 'search_assets', '--tool-args-json', '{"query":"net revenue"}'));
        same(result.structuredContent.items.length > 0, true, 'something is found');
      });
    }
  }
  const modern = ['--protocol-era', 'modern', '--method'];
  await check('ends with an error for a tool that does not exist', () =>
    ask(TOOL_ERROR, [real.mcp], ...modern, 'tools/call', '--tool-name', 'no_such_tool'));
  await check('ends with an error for arguments that are wrong', () =>
    ask(TOOL_ERROR, [real.mcp], ...modern, 'tools/call', '--tool-name', 'search_assets', '--tool-args-json', '{"query":7}'));
  await check('follows a task to its end', async () => {
    const { result } = JSON.parse(await ask(0, [fixture.mcp], ...modern, 'tools/call', '--tool-name', 'slow_compute',
      '--tool-args-json', '{"seconds":1,"label":"x"}'));
    same(result.content[0].text, 'computed x', 'the result of the task');
  });
  for (const [method, list] of [['resources/list', 'resources'], ['prompts/list', 'prompts']]) {
    for (const era of ['legacy', 'modern']) {
      await check(`reads the answer to ${method}, ${era}`, async () => {
        const { result } = JSON.parse(await ask(0, [fixture.mcp], '--protocol-era', era, '--method', method));
        same(result[list].length > 0, true, 'the list has members');
      });
    }
  }
}

function environment(values) {
  return Object.entries(values).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
}

function same(actual, expected, what) {
  if (actual !== expected) {
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
}
