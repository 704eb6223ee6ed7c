import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';
import {
  ADMIN,
  type Answer,
  demand,
  KEY,
  PRODUCER,
  PUBLISH,
  RESULT,
  uploaded as upload,
} from './demand.fixture.ts';
import { communesOf, VALLEE_SUD } from './publish.fixture.ts';

let graph: TestSubgraph;
let communes: string[];
beforeAll(async () => {
  graph = await anObservatory();
  communes = await communesOf(graph.db, VALLEE_SUD);
  await graph.db.query(`INSERT INTO shown_area (territory_id) VALUES ('DEP:92') ON CONFLICT DO NOTHING`);
});
afterAll(() => graph.stop());

const PUBLICATION = `query ($id: ID!) { publication(id: $id) { status label isDryRun result { __typename ${RESULT} } } }`;

const uploaded = (content: string, viewer?: Viewer) => upload(graph, content, viewer);
const publish = (input: Record<string, unknown>, viewer?: Viewer) => demand(graph, input, viewer);

const fileOf = (period: number, value: (at: number) => string | number) =>
  [
    'indicateur;territoire;periode;valeur;unites',
    ...communes.map((id, at) => `ESS_JOBS;${id};${period};${value(at)};20`),
  ].join('\n');

test('a producer tries a file, publishes it, and the same demand repeated gives the same vintage', async () => {
  const uploadId = await uploaded(fileOf(2001, (at) => 100 + at));
  const before: unknown[] = await graph.db.query('SELECT id FROM vintage');
  const dry = await publish({ uploadId, dryRun: true });
  const between: unknown[] = await graph.db.query('SELECT id FROM vintage');
  const real = await publish({
    uploadId,
    label: 'Année 2001',
    reason: 'Première diffusion',
    idempotencyKey: 'real',
  });
  const again = await publish({
    uploadId,
    label: 'Année 2001',
    reason: 'Première diffusion',
    idempotencyKey: 'real',
  });
  const disclosure = { cells: 23, published: 23, suppressedPrimary: 0, recoverableCells: 0, narrowCells: 0 };
  const counts = {
    __typename: 'PublishVintageSuccess',
    inserted: 23,
    revised: 0,
    deleted: 0,
    disclosure,
    quarantined: [],
  };
  const vintage = {
    ...{ id: 'DS:ESS-FLORES/annee-2001', label: 'Année 2001', geographyDate: '2024-01-01' },
    ...{ reason: 'Première diffusion', withdrawnAt: null },
  };
  expect([dry, between, real, again]).toEqual([
    { ...counts, vintage: null },
    before,
    { ...counts, vintage },
    { ...counts, vintage },
  ]);
  const journal: unknown[] = await graph.db.query(
    `SELECT actor, target, details->>'inserted' AS inserted FROM journal WHERE action = 'VINTAGE_PUBLISHED'`,
  );
  expect(journal).toEqual([{ actor: 'PERSON:producer-1', target: vintage.id, inserted: '23' }]);
});

test('a value is cited with the producer, the title, the vintage and the licence', async () => {
  await publish({ uploadId: await uploaded(fileOf(2003, () => 50)), label: 'Citée' });
  const { data } = await graph.run(
    `{ territory(code: "${communes[0]}") { indicators(codes: ["ESS_JOBS"], period: {from: 2003, to: 2003}) {
       vintage { label } provenance { producer title vintage licence publishedOn citation } } } }`,
  );
  const title = 'Établissements et postes salariés de l’ESS (Flores)';
  expect(data?.['territory']).toEqual({
    indicators: [
      {
        vintage: { label: 'Citée' },
        provenance: [
          {
            ...{
              producer: 'Insee',
              title,
              vintage: 'Citée',
              licence: 'Licence Ouverte',
              publishedOn: '2026-03-02',
            },
            citation: `Insee, ${title}, millésime Citée (Licence Ouverte).`,
          },
        ],
      },
    ],
  });
});

test('a file with faults is refused line by line, and a key sees the result later', async () => {
  const uploadId = await uploaded(
    fileOf(2005, (at) => (at === 1 ? 'dix' : 5)).replace(communes[2] ?? '', 'COM:92999'),
    KEY,
  );
  const input = {
    datasetCode: 'ESS-FLORES',
    label: 'Fautive',
    geographyDate: '2024-01-01',
    uploadId,
    idempotencyKey: 'faults',
  };
  // Nobody takes the job in time.
  const { data } = await graph.as(KEY).run(PUBLISH, { input });
  const running = data?.['publishVintage'] as Answer;
  const id = running.publication?.id ?? '';
  await graph.runJobs();
  const later = await graph.as(KEY).run(PUBLICATION, { id });
  expect([running, later.data?.['publication']]).toMatchObject([
    { __typename: 'PublicationRunning', publication: { status: 'PENDING', stage: null, isDryRun: false } },
    {
      status: 'DONE',
      label: 'Fautive',
      result: {
        __typename: 'PublishVintageRejected',
        problemCount: 2,
        message: '2 points du fichier sont à corriger ; rien n’est publié.',
        rowErrors: [
          { line: 3, column: 'valeur', raw: 'dix' },
          { line: 4, column: 'territoire', code: 'TERRITORY_UNKNOWN', raw: 'COM:92999' },
        ],
      },
    },
  ]);
  const repeated = await graph.as(KEY).run(PUBLISH, { input });
  expect((repeated.data?.['publishVintage'] as Answer | undefined)?.__typename).toBe(
    'PublishVintageRejected',
  );
});

test('what is asked is checked all at once; another’s upload is none; a used key is a conflict', async () => {
  const malformed = await publish(
    {
      ...{
        datasetCode: 'ess flores',
        label: ' ',
        geographyDate: '1900-01-01',
        uploadId: 'x',
        reason: '',
        idempotencyKey: '',
      },
    },
    ADMIN,
  );
  const uploadId = await uploaded(fileOf(2007, () => 5));
  const others = await publish({ uploadId, idempotencyKey: 'shared' }, KEY);
  const unknown = await publish(
    {
      uploadId: await uploaded(
        fileOf(2007, () => 5),
        ADMIN,
      ),
      datasetCode: 'ESS-PANORAMA-92',
    },
    ADMIN,
  );
  await publish({ uploadId, label: 'Partagée', idempotencyKey: 'shared' });
  const conflict = await publish({ uploadId, label: 'Autre', idempotencyKey: 'shared' });
  expect([malformed, others, unknown, conflict]).toMatchObject([
    {
      __typename: 'ValidationError',
      problems: [
        { code: 'IDEMPOTENCY_KEY_MALFORMED' },
        { code: 'DATASET_MALFORMED' },
        { code: 'LABEL_MALFORMED' },
        { code: 'GEOGRAPHY_DATE_OUT_OF_BOUNDS' },
        { code: 'REASON_MALFORMED' },
      ],
    },
    { __typename: 'NotFoundError', path: ['uploadId'] },
    { __typename: 'NotFoundError', path: ['datasetCode'] },
    { __typename: 'ConflictError' },
  ]);
});

test.each([
  ['a visitor', VISITOR],
  ['a key that reads', { ...KEY, scopes: ['statistics:read'] }],
])('%s publishes nothing, withdraws nothing, announces nothing', async (_who, viewer) => {
  const run = async (text: string, input: object) =>
    Object.values((await graph.as(viewer).run(text, { input })).data ?? {})[0] as Answer;
  const types = [
    await run(PUBLISH, {
      datasetCode: 'ESS-FLORES',
      label: 'A',
      geographyDate: '2024-01-01',
      uploadId: 'x',
      idempotencyKey: 'v',
    }),
    await run('mutation ($input: WithdrawVintageInput!) { withdrawVintage(input: $input) { __typename } }', {
      ...{ vintage: 'DS:ESS-FLORES/annee-2001', reason: 'Parce que', idempotencyKey: 'v' },
    }),
    await run('mutation ($input: AnnounceReleaseInput!) { announceRelease(input: $input) { __typename } }', {
      ...{ datasetCode: 'ESS-FLORES', on: '2026-09-01', idempotencyKey: 'v' },
    }),
  ].map(({ __typename }) => __typename);
  expect(types).toEqual(['PermissionError', 'PermissionError', 'PermissionError']);
});

const WITHDRAW = `mutation ($input: WithdrawVintageInput!) { withdrawVintage(input: $input) {
  __typename ... on WithdrawVintageSuccess { restored deleted vintage { id withdrawnAt withdrawalReason } }
  ... on UserError { code message } } }`;

test('a vintage that is withdrawn gives its place back to the one before, with the reason', async () => {
  await publish({ uploadId: await uploaded(fileOf(2009, () => 10)), label: 'Avant' });
  const { vintage } = (await publish({
    uploadId: await uploaded(fileOf(2009, () => 11)),
    label: 'Fausse',
  })) as {
    vintage?: { id: string };
  } & Answer;
  const withdraw = async (id: string, key: string) => {
    const input = { vintage: id, reason: 'Mauvais fichier', idempotencyKey: key };
    return (await graph.as(PRODUCER).run(WITHDRAW, { input })).data?.['withdrawVintage'];
  };
  const tooEarly = await withdraw('DS:ESS-FLORES/avant', 'early');
  const done = await withdraw(vintage?.id ?? '', 'done');
  const repeated = await withdraw(vintage?.id ?? '', 'done');
  const twice = await withdraw(vintage?.id ?? '', 'twice');
  const { data } = await graph.run(
    `{ territory(code: "${VALLEE_SUD}") { indicators(codes: ["ESS_JOBS"], period: {from: 2009, to: 2009}) {
       value vintage { label } revisions { value reason } } } }`,
  );
  const success = {
    ...{ __typename: 'WithdrawVintageSuccess', restored: 23, deleted: 0 },
    vintage: {
      id: 'DS:ESS-FLORES/fausse',
      withdrawnAt: expect.any(String),
      withdrawalReason: 'Mauvais fichier',
    },
  };
  expect([tooEarly, done, repeated, twice, data?.['territory']]).toEqual([
    {
      __typename: 'ConflictError',
      code: 'CONFLICT',
      message: 'Retirez d’abord le millésime « Fausse », publié après lui.',
    },
    success,
    success,
    { __typename: 'ConflictError', code: 'CONFLICT', message: 'Ce millésime est déjà retiré.' },
    {
      indicators: [
        {
          ...{ value: 110, vintage: { label: 'Avant' } },
          revisions: [
            { value: 110, reason: null },
            { value: 121, reason: null },
            { value: 110, reason: 'Mauvais fichier' },
          ],
        },
      ],
    },
  ]);
});

test('an announced release is told, and past once it is published', async () => {
  const announce = `mutation ($input: AnnounceReleaseInput!) { announceRelease(input: $input) {
    __typename ... on AnnounceReleaseSuccess { dataset { nextReleaseOn } } ... on ValidationError { problems { code } } } }`;
  const run = async (on: string | null, key: string) => {
    const input = { datasetCode: 'ESS-FLORES', on, idempotencyKey: key };
    return (await graph.as(PRODUCER).run(announce, { input })).data?.['announceRelease'];
  };
  expect([await run('2026-02-01', 'past'), await run('2026-03-02', 'today')]).toEqual([
    { __typename: 'ValidationError', problems: [{ code: 'RELEASE_IN_PAST' }] },
    { __typename: 'AnnounceReleaseSuccess', dataset: { nextReleaseOn: '2026-03-02' } },
  ]);
  await publish({ uploadId: await uploaded(fileOf(2011, () => 10)) });
  const { data } = await graph.run('{ dataset(code: "ESS-FLORES") { nextReleaseOn } }');
  expect(data?.['dataset']).toEqual({ nextReleaseOn: null });
});

test('an announcement that changed since it was read is a conflict, with its version', async () => {
  const announce = `mutation ($input: AnnounceReleaseInput!) { announceRelease(input: $input) {
    __typename ... on AnnounceReleaseSuccess { dataset { version } } ... on ConflictError { currentVersion } } }`;
  const read = async () =>
    (await graph.run('{ dataset(code: "ESS-URSSAF") { version } }')).data?.['dataset'] as { version: number };
  const run = async (expectedVersion: number, key: string) => {
    const input = { datasetCode: 'ESS-URSSAF', on: '2026-09-01', expectedVersion, idempotencyKey: key };
    return (await graph.as(PRODUCER).run(announce, { input })).data?.['announceRelease'];
  };
  const { version } = await read();
  const both = await Promise.all([run(version, 'version-1'), run(version, 'version-2')]);
  expect(both.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual([
    { __typename: 'AnnounceReleaseSuccess', dataset: { version: version + 1 } },
    { __typename: 'ConflictError', currentVersion: version + 1 },
  ]);
});

test('the audit of a vintage is anybody’s to read; of another dataset, or of none, it is a wrong argument', async () => {
  const audit = async (dataset: string, vintage: string) => {
    const { data, errors } = await graph.run(
      `query ($dataset: String!, $vintage: ID!) { dataset(code: $dataset) { disclosureAudit(vintage: $vintage) {
         cells published recoverableCells narrowCells gap rules checkedAt } } }`,
      { dataset, vintage },
    );
    return errors?.map(({ extensions }) => extensions?.['code']) ?? data?.['dataset'];
  };
  expect(await audit('ESS-FLORES', 'DS:ESS-FLORES/annee-2001')).toMatchObject({
    disclosureAudit: {
      cells: 23,
      published: 23,
      recoverableCells: 0,
      narrowCells: 0,
      gap: null,
    },
  });
  expect([
    await audit('ESS-URSSAF', 'DS:ESS-FLORES/annee-2001'),
    await audit('ESS-FLORES', 'DS:ESS-FLORES/jamais'),
  ]).toEqual([['BAD_USER_INPUT'], ['BAD_USER_INPUT']]);
});
