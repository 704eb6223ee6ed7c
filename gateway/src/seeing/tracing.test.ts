import { execFile } from 'node:child_process';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT, platformSettings } from '@graphess/platform';
import { VISITOR } from '@graphess/subgraph-kit';
import { testIdentities } from '@graphess/subgraph-kit/testing';
import { trace } from '@opentelemetry/api';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { lineSettings } from '../data-source/line-settings.ts';
import { remoteDataSource } from '../data-source/remote-data-source.ts';
import { capturedLog } from '../testing/captured-log.ts';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';
import { traceCollector } from '../testing/trace-collector.ts';

let collector: Awaited<ReturnType<typeof traceCollector>>;
let platform: TestPlatform;
const captured = capturedLog();
beforeAll(async () => {
  collector = await traceCollector();
  for (const [name, value] of Object.entries(collector.env)) vi.stubEnv(name, value);
  platform = await testPlatform({ mode: 'one process', log: captured.log, env: collector.env });
});
afterAll(async () => {
  await platform.stop();
  await collector.stop();
});

test('without a collector, no library of traces is loaded', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=source',
    '--import',
    join(PROJECT_ROOT, 'tools/typescript.mjs'),
    join(import.meta.dirname, 'tracing-off.fixture.ts'),
  ]);
  expect(stdout).toBe('not loaded');
});

test('with a collector, a request is a trace: its spans, and its id in the log line', async () => {
  await platform.query('query Traced { calls { edition } }');
  await expect.poll(() => captured.lines('request').length).toBe(1);
  const traceId = captured.lines('request')[0]?.['traceId'];
  expect(traceId).toMatch(/^[0-9a-f]{32}$/);
  const names = () =>
    new Set(
      collector
        .spans()
        .filter((span) => span.traceId === traceId)
        .map(({ name }) => name),
    );
  await expect
    .poll(names, { timeout: 10_000 })
    .toEqual(
      new Set([
        'request',
        'gateway.request',
        'gateway.validate',
        'gateway.plan',
        'gateway.execute',
        'gateway.fetch',
        'gateway.postprocessing',
      ]),
    );
});

test('the trace goes on to a subgraph that is asked over HTTP', async () => {
  const received: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    received.push(request.headers);
    response.end('{"data":{}}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const source = remoteDataSource({
    ...lineSettings('grants', platformSettings({}), captured.log),
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    identity: (await testIdentities())('gateway'),
  });
  const ask = () =>
    source.process({
      request: { query: '{ calls { edition } }' },
      context: { viewer: VISITOR, requestId: 'request-1' },
    } as unknown as Parameters<typeof source.process>[0]);
  const traceId = await trace.getTracer('test').startActiveSpan('asking', async (span) => {
    await ask();
    span.end();
    return span.spanContext().traceId;
  });
  await ask();
  server.close();
  expect(received.map(({ traceparent }) => traceparent?.toString().split('-')[1])).toEqual([
    traceId,
    undefined,
  ]);
});
