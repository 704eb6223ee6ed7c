import { afterEach, expect, test } from 'vitest';
import { createHttp, type Http } from '../http/create-http.ts';
import { capturedLog } from '../testing/captured-log.ts';
import { createSeeing } from './seeing.ts';

let http: Http | undefined;
afterEach(() => http?.app.close());

test('a request that is shed before anything else leaves a line and is counted', async () => {
  const captured = capturedLog();
  const seeing = createSeeing({ log: captured.log, isTrusted: () => false, open: () => [] });
  http = await createHttp({
    production: true,
    log: captured.log,
    maxInFlight: 0,
    corsOrigins: [],
    first: seeing.attach,
  });
  http.app.get('/graphql', async () => ({}));
  const url = await http.app.listen({ host: '127.0.0.1', port: 0 });
  expect((await fetch(`${url}/graphql`)).status).toBe(503);
  await expect.poll(() => captured.lines('request').length).toBe(1);
  expect(captured.lines('request')[0]).toMatchObject({
    status: 503,
    outcome: 'failed',
    codes: ['OVERLOADED'],
    viewer: null,
  });
  const metrics = await seeing.metrics.registry.metrics();
  expect(metrics).toContain('graphess_request_errors_total{code="OVERLOADED"} 1');
  expect(metrics).toContain('graphess_requests_total{operation="none",outcome="failed"} 1');
});

test('the state of a breaker is a figure', async () => {
  const seeing = createSeeing({ log: capturedLog().log, isTrusted: () => false, open: () => [] });
  const answer = { process: async () => ({ data: {} }) };
  seeing.watch('grants', { ...answer, breakerState: () => 'open' } as Parameters<typeof seeing.watch>[1]);
  seeing.watch('events', { ...answer, breakerState: () => 'closed' } as Parameters<typeof seeing.watch>[1]);
  const metrics = await seeing.metrics.registry.metrics();
  expect(metrics).toContain('graphess_breaker_state{domain="grants"} 2');
  expect(metrics).toContain('graphess_breaker_state{domain="events"} 0');
});
