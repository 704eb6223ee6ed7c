import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';
import { ADMIN, type Answer, demand, KEY, PRODUCER, PUBLISH, uploaded } from './demand.fixture.ts';
import { triesSince } from './publication.queries.ts';
import { communesOf, VALLEE_SUD } from './publish.fixture.ts';

let graph: TestSubgraph;
let communes: string[];
beforeAll(async () => {
  graph = await anObservatory();
  communes = await communesOf(graph.db, VALLEE_SUD);
});
afterAll(() => graph.stop());

const OTHER = 'ORG:departement-des-hauts-de-seine';
const OTHERS: readonly [string, Viewer][] = [
  ['a producer of another organisation', { ...PRODUCER, subject: 'PERSON:other', organization: OTHER }],
  ['a producer of none', { ...PRODUCER, subject: 'PERSON:none', organization: null }],
  ['a key of another organisation', { ...KEY, subject: 'KEY:0000000000000002', organization: OTHER }],
  ['a visitor', VISITOR],
];
const WITHDRAW = 'mutation ($input: WithdrawVintageInput!) { withdrawVintage(input: $input) { __typename } }';
const ANNOUNCE = `mutation ($input: AnnounceReleaseInput!) { announceRelease(input: $input) {
  __typename ... on UserError { code message path } ... on PermissionError { requiredScope } } }`;

const file = (period: number, value = 100) =>
  [
    'indicateur;territoire;periode;valeur;unites',
    ...communes.map((id, at) => `ESS_JOBS;${id};${period};${value + at};20`),
  ].join('\n');

let sent = 0;
async function run(viewer: Viewer, text: string, input: object): Promise<Answer> {
  sent += 1;
  const { data } = await graph.as(viewer).run(text, { input: { idempotencyKey: `own-${sent}`, ...input } });
  return Object.values(data ?? {})[0] as Answer;
}

test.each(OTHERS)('%s neither publishes, tries, withdraws nor announces a dataset', async (_who, viewer) => {
  const uploadId = await uploaded(graph, file(2001), viewer);
  const vintage = { label: 'A', geographyDate: '2024-01-01', uploadId };
  const answers = [
    await run(viewer, PUBLISH, { ...vintage, datasetCode: 'ESS-FLORES' }),
    await run(viewer, PUBLISH, { ...vintage, datasetCode: 'ESS-FLORES', dryRun: true }),
    await run(viewer, WITHDRAW, { vintage: 'DS:ESS-FLORES/a', reason: 'Parce que' }),
    await run(viewer, ANNOUNCE, { datasetCode: 'ESS-FLORES', on: '2026-09-01' }),
  ];
  expect(answers.map(({ __typename }) => __typename)).toEqual(Array(4).fill('PermissionError'));
  const [asked]: { count: number }[] = await graph.db.query(
    'SELECT count(*)::int AS count FROM publication WHERE actor = $1',
    [viewer.subject ?? ''],
  );
  expect(asked).toEqual({ count: 0 });
});

test('whether a dataset exists changes nothing of the refusal', async () => {
  const [, other] = OTHERS[0] ?? ['', VISITOR];
  const announce = (datasetCode: string) => run(other, ANNOUNCE, { datasetCode, on: '2026-09-01' });
  const known = await announce('ESS-FLORES');
  expect([known.__typename, await announce('ESS-NOWHERE'), await announce('ESS-PANORAMA-92')]).toEqual([
    'PermissionError',
    known,
    known,
  ]);
});

test('a producer and a key of the organisation publish, and an administrator; the organisation is told', async () => {
  const publish = async (viewer: Viewer, period: number) =>
    (await demand(graph, { uploadId: await uploaded(graph, file(period), viewer) }, viewer)).__typename;
  expect([await publish(PRODUCER, 2003), await publish(KEY, 2004), await publish(ADMIN, 2005)]).toEqual(
    Array(3).fill('PublishVintageSuccess'),
  );
  const { data } = await graph.run(
    '{ flores: dataset(code: "ESS-FLORES") { publishers { id } } printed: dataset(code: "ESS-PANORAMA-92") { publishers { id } } }',
  );
  expect(data).toEqual({ flores: { publishers: [{ id: 'ORG:cress-idf' }] }, printed: { publishers: [] } });
});

test('what a trial and a refused file told stays in the journal, though they leave nothing else', async () => {
  const vintages = () => graph.db.query('SELECT id FROM vintage ORDER BY id');
  const before = await vintages();
  await demand(graph, { uploadId: await uploaded(graph, file(2007)), label: 'Essayé', dryRun: true });
  const wrong = `${file(2007)}\nESS_JOBS;${VALLEE_SUD};2007;1;20`;
  await demand(graph, { uploadId: await uploaded(graph, wrong), label: 'Refusé' });
  const rows: unknown[] = await graph.db.query(
    `SELECT action, actor, target, details->>'outcome' AS outcome, details->>'inserted' AS inserted,
            details->>'problems' AS problems, length(details->>'file') AS file
       FROM journal WHERE action IN ('VINTAGE_TRIED', 'VINTAGE_REFUSED') ORDER BY seq`,
  );
  expect([await vintages(), rows]).toEqual([
    before,
    [
      {
        ...{ action: 'VINTAGE_TRIED', actor: 'PERSON:producer-1', target: 'DS:ESS-FLORES/essaye' },
        ...{ outcome: 'PUBLISHED', inserted: '23', problems: null, file: 64 },
      },
      {
        ...{ action: 'VINTAGE_REFUSED', actor: 'PERSON:producer-1', target: 'DS:ESS-FLORES/refuse' },
        ...{ outcome: 'REJECTED', inserted: null, problems: '1', file: 64 },
      },
    ],
  ]);
});

test('after twenty files in an hour that left nothing, the next one waits; another dataset does not', async () => {
  const viewer = { ...PRODUCER, subject: 'PERSON:patient' };
  await graph.db.query(
    `INSERT INTO publication (id, dataset_code, label, geography_date, upload_id, is_dry_run, actor_kind, actor, request_id,
                              status, asked_at)
     SELECT 'PUB:' || lpad(n::text, 16, '0'), 'ESS-FLORES', 'Essai', '2024-01-01', 'x', n % 2 = 0, 'person', $1, 'test',
            'PENDING', '2026-03-02T09:30:00Z' FROM generate_series(1, 20) n`,
    [viewer.subject],
  );
  const uploadId = await uploaded(graph, file(2009), viewer);
  const one = await demand(graph, { uploadId, dryRun: true }, viewer);
  const elsewhere = await demand(graph, { uploadId, datasetCode: 'ESS-URSSAF', dryRun: true }, viewer);
  await graph.db.query(`UPDATE publication SET asked_at = '2026-03-02T08:59:00Z' WHERE actor = $1`, [
    viewer.subject,
  ]);
  const later = await demand(graph, { uploadId, dryRun: true }, viewer);
  expect([one, elsewhere.__typename, later.__typename]).toMatchObject([
    { __typename: 'ValidationError', problems: [{ code: 'TOO_MANY_TRIES', path: ['datasetCode'] }] },
    'PublishVintageSuccess',
    'PublishVintageSuccess',
  ]);
});

test('files asked at the same instant are counted one after the other; without the lock, none sees the others', async () => {
  const actor = 'PERSON:hasty';
  const tryOne = (n: number, counted: (tx: typeof graph.db) => Promise<number>) =>
    graph.db.transaction(async (tx) => {
      if ((await counted(tx)) >= 3) return false;
      await new Promise((wake) => setTimeout(wake, 50));
      await tx.query(
        `INSERT INTO publication (id, dataset_code, label, geography_date, upload_id, is_dry_run, actor_kind, actor,
                                  request_id, status, asked_at)
         VALUES ('PUB:a' || lpad($1::text, 15, '0'), 'ESS-FLORES', 'Essai', '2024-01-01', 'x', true, 'person', $2, 'test',
                 'PENDING', '2026-03-02T09:30:00Z')`,
        [n, actor],
      );
      return true;
    });
  const since = new Date('2026-03-02T09:00:00Z');
  const asked = { actor, datasetCode: 'ESS-FLORES', since };
  const accepted = async (counted: (tx: typeof graph.db) => Promise<number>) => {
    await graph.db.query('DELETE FROM publication WHERE actor = $1', [actor]);
    const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => tryOne(n, counted)));
    return answers.filter((each) => each).length;
  };
  const naive = async (tx: typeof graph.db) => {
    const rows: unknown[] = await tx.query('SELECT FROM publication WHERE actor = $1', [actor]);
    return rows.length;
  };
  expect([await accepted((tx) => triesSince(tx, asked)), (await accepted(naive)) > 3]).toEqual([3, true]);
});

test('guesses against a published secret are all refused in the same words, too high or too low', async () => {
  const families = ['ASSOCIATION', 'COOPERATIVE', 'FONDATION', 'MUTUELLE', 'SOCIETE_ESS'];
  const header = 'indicateur;territoire;periode;valeur;unites;famille';
  const [secret = '', ...rest] = communes;
  const totals = [
    header,
    `ESS_JOBS;${secret};2013;50;1;`,
    ...rest.map((id) => `ESS_JOBS;${id};2013;40;20;`),
  ].join('\n');
  await demand(graph, { uploadId: await uploaded(graph, totals) });
  // Its parts by family make a guess at the total that is hidden.
  const guess = async (value: number, territory = secret) => {
    const lines = families.map((code) => `ESS_JOBS;${territory};2013;${value / 5};20;${code}`);
    const uploadId = await uploaded(graph, [header, ...lines].join('\n'));
    return demand(graph, { uploadId, dryRun: true });
  };
  const answers = await Promise.all([45, 55, 500, 5].map((value) => guess(value)));
  expect(answers).toEqual(Array(4).fill(answers[0]));
  expect(answers[0]).toMatchObject({
    problemCount: 1,
    rowErrors: [
      {
        line: 2,
        column: null,
        code: 'SUMS_CONTRADICT_PUBLISHED',
        raw: null,
        message: expect.not.stringMatching(/COM:|45|50/),
      },
    ],
  });
});

test('a secret that changes counts for nothing: no guess at its value is told by how many figures change', async () => {
  const lines = (first: number, second: number) =>
    [
      'indicateur;territoire;periode;valeur;unites',
      `ESS_JOBS;${communes[0]};2015;${first};1`,
      `ESS_JOBS;${communes[1]};2015;${second};2`,
      ...communes.slice(2).map((id) => `ESS_JOBS;${id};2015;100;20`),
    ].join('\n');
  await demand(graph, { uploadId: await uploaded(graph, lines(200, 300)) });
  const counts = async (first: number, second: number) => {
    const uploadId = await uploaded(graph, `${lines(first, second)}\n`);
    const { inserted, revised, deleted } = await demand(graph, { uploadId, dryRun: true });
    return { inserted, revised, deleted };
  };
  expect([await counts(200, 300), await counts(210, 290)]).toEqual(
    Array(2).fill({ inserted: 0, revised: 0, deleted: 0 }),
  );
});
