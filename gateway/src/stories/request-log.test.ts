import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freePorts } from '../free-ports.ts';
import { capturedLog } from '../testing/captured-log.ts';
import { MODES, type TestPlatform, testPlatform } from '../testing/test-platform.ts';

const TRUSTED = readTrusted();

function readTrusted(): { name: string; query: string } {
  const manifest = JSON.parse(
    readFileSync(join(PROJECT_ROOT, 'packages/client/src/generated/persisted-documents.json'), 'utf8'),
  ) as Record<string, string>;
  const [query = ''] = Object.values(manifest).filter((text) => /^query \w+ \{/.test(text));
  return { query, name: /^query (\w+)/.exec(query)?.[1] ?? '' };
}

describe.each(MODES)('%s', (mode) => {
  const captured = capturedLog();
  let platform: TestPlatform;
  let metricsUrl: string;
  beforeAll(async () => {
    const [port = 0] = await freePorts(1);
    metricsUrl = `http://127.0.0.1:${port}/metrics`;
    platform = await testPlatform({ mode, log: captured.log, env: { METRICS_PORT: String(port) } });
  });
  afterAll(() => platform.stop());
  beforeEach(() => captured.clear());

  async function lineOf(work: () => Promise<unknown>): Promise<Record<string, unknown>> {
    await work();
    await expect.poll(() => captured.lines('request').length).toBe(1);
    return captured.lines('request')[0] ?? {};
  }
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  test('a request leaves one line: names, counts and durations', async () => {
    const query = 'query Places { territory(code: "COM:92050") { id laureates(first: 1) { totalCount } } }';
    const line = await lineOf(() => post(JSON.stringify({ query }), { 'x-request-id': 'request-of-test' }));
    const { time, level, service, name, ms, bytes, cost, ...rest } = line;
    expect(rest).toEqual({
      msg: 'request',
      requestId: 'request-of-test',
      method: 'POST',
      route: '/graphql',
      operation: 'Places',
      document: createHash('sha256').update(query).digest('hex').slice(0, 12),
      trusted: false,
      viewer: 'visitor',
      fetches: { observatory: 1, grants: 1 },
      status: 200,
      outcome: 'ok',
    });
    expect([typeof ms, Number(bytes) > 100]).toEqual(['number', true]);
  });

  test('a document of the platform is trusted, and counted under its name; no other is', async () => {
    const line = await lineOf(() => post(JSON.stringify({ query: TRUSTED.query })));
    expect([line['operation'], line['trusted']]).toEqual([TRUSTED.name, true]);
    await platform.query('query Invented { calls { edition } }');
    const metrics = await (await fetch(metricsUrl)).text();
    expect(metrics).toContain(`graphess_requests_total{operation="${TRUSTED.name}",outcome="ok"} 1`);
    expect(metrics).toMatch(/graphess_requests_total\{operation="other",outcome="ok"\} \d/);
    expect(metrics).not.toContain('Invented');
    expect(metrics).toMatch(/graphess_fetches_total\{domain="grants",outcome="ok"\} \d/);
    expect(metrics).toContain('graphess_journal_rows{domain="access"}');
    expect(metrics).toMatch(/graphess_pool_connections\{domain="access",use="idle"\} \d/);
  });

  test.each<[string, () => Promise<Response>, Record<string, unknown>]>([
    [
      'a document that is no GraphQL',
      () => post('{"query":"{"}'),
      { status: 400, outcome: 'refused', codes: ['GRAPHQL_PARSE_FAILED'], operation: null },
    ],
    [
      'a body that is no JSON',
      () => post('{'),
      { status: 400, outcome: 'refused', codes: ['BAD_REQUEST'], route: '/graphql' },
    ],
    [
      'a body that is too large',
      () => post(JSON.stringify({ query: ' '.repeat(300_000) })),
      { status: 413, outcome: 'refused', codes: ['BAD_REQUEST'] },
    ],
    [
      'an address that does not exist',
      () => fetch(`${platform.url}/nowhere/secret?name=secret`),
      { status: 404, outcome: 'refused', route: null },
    ],
    [
      'a forged token',
      () => post('{"query":"{ calls { edition } }"}', { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' }),
      { status: 401, outcome: 'refused', codes: ['UNAUTHENTICATED'] },
    ],
  ])('%s leaves one line too', async (_what, work, expected) => {
    expect(await lineOf(work)).toMatchObject(expected);
  });

  test('a client that leaves is told as such', async () => {
    const line = await lineOf(async () => {
      const { hostname, port } = new URL(platform.url);
      const socket = connect(Number(port), hostname);
      // The rest of the body never comes.
      socket.write(
        'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
        () => socket.destroy(),
      );
    });
    expect(line['outcome']).toBe('aborted');
  });

  test('probes are told to those who debug alone', async () => {
    const line = await lineOf(() => fetch(`${platform.url}/healthz`));
    expect([line['route'], line['level']]).toEqual(['/healthz', 20]);
  });

  test('the public port has no metrics, and their port nothing else', async () => {
    expect((await fetch(`${platform.url}/metrics`)).status).toBe(404);
    expect((await fetch(metricsUrl.replace('/metrics', '/'))).status).toBe(404);
  });
});
