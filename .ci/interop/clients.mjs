// The TypeScript client: what a program does with a server, on every transport, as every kind of client.
import { deepStrictEqual as same, ok } from 'node:assert';
import { Client, SSEClientTransport, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { watched } from './processes.mjs';

const LEGACY = '2025-11-25';
const MODERN = '2026-07-28';
const PATIENCE = { timeout: 120_000 };
const UPDATED = 'notifications/resources/updated';
const WATCHED = 'test://watched-resource';

const ERAS = {
  legacy: { options: {}, version: LEGACY },
  auto: { options: { versionNegotiation: { mode: 'auto' } }, version: MODERN },
  modern: { options: { versionNegotiation: { mode: { pin: MODERN } } }, version: MODERN },
};

/** The older transport knows sessions only: there, a client that takes both eras gets one. */
const TRANSPORTS = {
  'stdio': {
    open: (server) => new StdioClientTransport({
      ...server.stdio, env: { ...process.env, ...server.stdio.env }, stderr: 'ignore',
    }),
    eras: ERAS,
  },
  'Streamable HTTP': { open: (server) => new StreamableHTTPClientTransport(new URL(server.mcp)), eras: ERAS },
  'SSE': {
    open: (server) => new SSEClientTransport(new URL(server.sse)),
    eras: { legacy: ERAS.legacy, auto: { ...ERAS.auto, version: LEGACY } },
  },
};

export async function clients({ real, fixture, check }) {
  for (const [transport, { open, eras }] of Object.entries(TRANSPORTS)) {
    for (const [era, { options, version }] of Object.entries(eras)) {
      const how = `over ${transport}, ${era}`;
      await check(`finds, follows and reads what the real server has ${how}`, () =>
        connected(open(real), options, version, useReal));
      await check(`gets everything from the fixture server ${how}`, () =>
        connected(open(fixture), options, version, useFixture));
    }
  }
}

/** Does something with a client and counts what it has checked. */
async function connected(transport, options, version, use) {
  const client = new Client({ name: 'interop', version: '1' }, { capabilities: { elicitation: {} }, ...options });
  let checks = 0;
  const check = async (body) => {
    await body();
    checks++;
  };
  await client.connect(transport, PATIENCE);
  const forget = transport.pid ? watched(transport.pid) : () => {};
  try {
    await check(() => same(client.getNegotiatedProtocolVersion(), version));
    await use(client, check, version === MODERN);
  } finally {
    await client.close();
    forget();
  }
  return checks;
}

const call = (client, name, args = {}, options = {}) =>
  client.callTool({ name, arguments: args }, { ...PATIENCE, ...options });

const text = (result) => result.content[0].text;

async function useReal(client, check) {
  await check(() => ok(client.getInstructions().includes('search_assets')));
  await check(async () => {
    const { tools } = await client.listTools({}, PATIENCE);
    ok(tools.every((tool) => tool.title && tool.annotations && tool.inputSchema && tool.outputSchema));
  });
  const found = await call(client, 'search_assets', { query: 'net revenue' });
  await check(() => ok(found.structuredContent.items.length > 0));
  await check(async () => {
    const lineage = await call(client, 'get_lineage', { id: found.structuredContent.items[0].id });
    ok(!lineage.isError && lineage.structuredContent);
  });
  await check(async () => ok((await call(client, 'search_assets', { query: 7 })).isError));
  await check(() => rejected(call(client, 'no_such_tool'), /Unknown tool: no_such_tool/));
  const { resources, prompts } = client.getServerCapabilities();
  if (resources) {
    await check(async () => ok((await client.listResourceTemplates({}, PATIENCE)).resourceTemplates.length > 0));
  }
  if (prompts) {
    await check(async () => ok((await client.listPrompts({}, PATIENCE)).prompts.length > 0));
  }
}

async function rejected(promise, pattern) {
  let message;
  try {
    await promise;
  } catch (error) {
    message = error.message;
  }
  ok(pattern.test(message ?? ''), `expected ${pattern}, got ${message}`);
}

async function useFixture(client, check, modern) {
  await contents(client, check);
  await progress(client, check);
  await questions(client, check);
  await watching(client, check, modern);
  await check(() => rejected(client.readResource({ uri: 'test://none' }, PATIENCE), /not found/i));
}

async function contents(client, check) {
  await check(async () => same((await call(client, 'test_image_content')).content[0].mimeType, 'image/png'));
  await check(async () => same(text(await call(client, 'greet', { name: 'Ada' })), 'Hello, Ada!'));
  await check(async () => ok((await call(client, 'test_error_handling')).isError));
  await check(async () => {
    const { contents: [read] } = await client.readResource({ uri: 'test://template/7/data' }, PATIENCE);
    same(JSON.parse(read.text).id, '7');
  });
  await check(async () => {
    const prompt = await client.getPrompt(
      { name: 'test_prompt_with_arguments', arguments: { arg1: 'a', arg2: 'b' } }, PATIENCE);
    ok(prompt.messages[0].content.text.includes("arg2='b'"));
  });
  await check(async () => {
    const { completion } = await client.complete(
      { ref: { type: 'ref/prompt', name: 'test_prompt_with_arguments' }, argument: { name: 'arg1', value: 'test' } },
      PATIENCE);
    same(completion.values, ['testValue1', 'testValue2']);
  });
}

async function progress(client, check) {
  const heard = [];
  await call(client, 'test_tool_with_progress', {}, { onprogress: ({ progress: value }) => heard.push(value) });
  await check(() => ok(heard.length >= 3, `heard ${heard}`));
  await check(() => same(heard, [...new Set(heard)].sort((a, b) => a - b)));
}

/** Somebody is asked to confirm: agrees, does not, and closes the window. */
async function questions(client, check) {
  for (const [answer, expected] of [
    [{ action: 'accept', content: { ok: true } }, 'state-ok'],
    [{ action: 'decline' }, 'not confirmed'],
    [{ action: 'cancel' }, 'not confirmed'],
  ]) {
    let asked = '';
    client.setRequestHandler('elicitation/create', async ({ params }) => {
      asked = params.message;
      return answer;
    });
    await check(async () => {
      same(text(await call(client, 'test_input_required_result_request_state')), expected);
      same(asked, 'Please confirm');
    });
  }
}

/** The newer era listens, the older one subscribes; both hear of one change, and of none once they have stopped. */
async function watching(client, check, modern) {
  const heard = [];
  let tell;
  const hear = () => new Promise((resolve) => (tell = resolve));
  client.setNotificationHandler(UPDATED, ({ params }) => {
    heard.push(params.uri);
    tell?.();
  });
  const subscription = modern
    ? await client.listen({ resourceSubscriptions: [WATCHED, 'test://static-text'] }, PATIENCE)
    : await client.subscribeResource({ uri: WATCHED }, PATIENCE);
  if (modern) {
    await check(() => same(subscription.honoredFilter, { resourceSubscriptions: [WATCHED] }));
  }
  const change = hear();
  await call(client, 'test_touch_resource');
  await change;
  await check(() => same(heard, [WATCHED]));
  await (modern ? subscription.close() : client.unsubscribeResource({ uri: WATCHED }, PATIENCE));
  await call(client, 'test_touch_resource');
  await check(() => same(heard, [WATCHED]));
}
