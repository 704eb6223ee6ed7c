import { SUBGRAPHS } from '@graphess/platform';
import { serviceViewer } from '@graphess/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MODES, type TestPlatform, testPlatform } from '../testing/test-platform.ts';

const SUBGRAPH_PROTOCOL = [
  '{ _service { sdl } }',
  '{ _entities(representations: [{ __typename: "Territory", code: "COM:92050" }]) { __typename } }',
];

describe.each(MODES)('the protocol of subgraphs (%s)', (mode) => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await testPlatform({ mode });
  }, 120_000);
  afterAll(() => platform.stop());

  test.each(SUBGRAPH_PROTOCOL)('%s is no part of the graph', async (query) => {
    const { status, data, errors } = await platform.query(query);
    expect([status, data, errors.map(({ extensions }) => extensions['code'])]).toEqual([
      400,
      null,
      ['GRAPHQL_VALIDATION_FAILED'],
    ]);
  });

  test('positive control: the graph answers', async () => {
    const { data, errors } = await platform.query('{ territory(code: "COM:92050") { name } }');
    expect([data, errors]).toEqual([{ territory: { name: 'Nanterre' } }, []]);
  });
});

describe('a subgraph that runs on its own', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await testPlatform({ mode: 'services' });
  }, 120_000);
  afterAll(() => platform.stop());

  const paths = ['/graphql', '/changes/territory', '/', '/files/x', '/metrics', '/graphql/'];
  const addressOf = (domain: string) => platform.subgraphUrls.get(domain) ?? '';
  const document = (query: string): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });

  test.each(SUBGRAPHS)('%s answers nobody who brings no statement, whatever is asked', async (domain) => {
    const answers = await Promise.all([
      ...paths.map((path) => fetch(new URL(path, addressOf(domain)))),
      ...SUBGRAPH_PROTOCOL.map((query) => fetch(new URL('/graphql', addressOf(domain)), document(query))),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
  });

  test.each(SUBGRAPHS)(
    '%s answers a signed client, and refuses the statement of a sibling’s door',
    async (domain) => {
      const [other = ''] = SUBGRAPHS.filter((each) => each !== domain);
      const ask = async (client: ReturnType<TestPlatform['signedClient']>) =>
        (await client('/graphql', document('{ _service { sdl } }'))).status;
      expect([
        await ask(platform.signedClient(domain)),
        await ask(platform.signedClient(domain, { audience: other })),
        await ask(platform.signedClient(domain, { as: other })),
        await ask(platform.signedClient(domain, { now: new Date(Date.now() - 31_000) })),
      ]).toEqual([200, 401, 401, 401]);
    },
  );

  test('siblings read changes in their own name; refusals are journalled', async () => {
    const client = platform.signedClient('observatory', {
      as: 'grants',
      viewer: serviceViewer({ service: 'grants' }),
    });
    expect((await client('/changes/territory?limit=1')).status).toBe(200);
    await platform.signedClient('observatory', { audience: 'events' })(
      '/graphql',
      document('{ __typename }'),
    );
    const journalled = async () => {
      const rows: { reason: string }[] =
        (await platform.open
          .get('observatory')
          ?.db.query(
            `SELECT details->>'reason' AS reason FROM journal WHERE action = 'STATEMENT_REFUSED' ORDER BY 1`,
          )) ?? [];
      return [...new Set(rows.map(({ reason }) => reason))];
    };
    await expect.poll(journalled).toEqual(['ABSENT', 'AUDIENCE', 'ISSUER', 'STALE']);
  });
});
