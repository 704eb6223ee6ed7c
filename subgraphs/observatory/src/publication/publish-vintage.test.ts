import { createHash, randomUUID } from 'node:crypto';
import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory, NOW } from '../observatory.fixture.ts';
import { insertUpload, keyOfUpload } from '../upload/upload.queries.ts';
import { communesOf, VALLEE_SUD } from './publish.fixture.ts';

let graph: TestSubgraph;
let communes: string[];
beforeAll(async () => {
  graph = await anObservatory();
  communes = await communesOf(graph.db, VALLEE_SUD);
  await graph.db.query(`INSERT INTO shown_area (territory_id) VALUES ('DEP:92') ON CONFLICT DO NOTHING`);
});
afterAll(() => graph.stop());

const PRODUCER: Viewer = { ...VISITOR, kind: 'person', subject: 'PERSON:producer-1', roles: ['producer'] };
const KEY: Viewer = {
  ...VISITOR,
  kind: 'key',
  subject: 'KEY:0000000000000001',
  scopes: ['statistics:publish'],
};

const RESULT = `
  ... on PublishVintageSuccess {
    inserted revised deleted
    disclosure { cells published suppressedPrimary recoverableCells narrowCells }
    vintage { id label geographyDate reason withdrawnAt }
    quarantined { code count }
  }
  ... on PublishVintageRejected { problemCount rowErrors { line column code message raw } }
  ... on ValidationError { problems { code path } }
  ... on UserError { code message path }`;
const PUBLISH = `mutation ($input: PublishVintageInput!) { publishVintage(input: $input) {
  __typename ${RESULT} ... on PublicationRunning { publication { id status stage isDryRun } } } }`;
const PUBLICATION = `query ($id: ID!) { publication(id: $id) { status label isDryRun result { __typename ${RESULT} } } }`;

type Answer = { __typename: string; publication?: { id: string } } & Record<string, unknown>;

/** A file as it is once it was sent. */
async function uploaded(content: string, viewer = PRODUCER): Promise<string> {
  const { storage, db } = graph.open.newContext(viewer, 'test');
  const id = randomUUID();
  const bytes = Buffer.from(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await insertUpload(db, {
    id,
    owner: viewer.subject ?? '',
    fileName: 'essai.csv',
    bytes: bytes.length,
    sha256,
    now: NOW,
  });
  await storage.put(
    keyOfUpload(id),
    (async function* () {
      yield bytes;
    })(),
    { maxBytes: 1_000_000 },
  );
  await db.query('UPDATE upload SET received_at = now() WHERE id = $1', [id]);
  return id;
}

let asked = 0;
async function publish(input: Record<string, unknown>, viewer = PRODUCER): Promise<Answer> {
  asked += 1;
  const complete = {
    ...{
      datasetCode: 'ESS-FLORES',
      label: `Essai ${asked}`,
      geographyDate: '2024-01-01',
      idempotencyKey: `key-${asked}`,
    },
    ...input,
  };
  const answering = graph.as(viewer).run(PUBLISH, { input: complete });
  let answered = false;
  const noting = answering.then(() => {
    answered = true;
  });
  // As a working process would: nothing takes jobs in a test.
  while (!answered) {
    await graph.runJobs();
    await new Promise((wake) => setTimeout(wake, 20));
  }
  await noting;
  const { data, errors } = await answering;
  expect(errors).toBe(undefined);
  return data?.['publishVintage'] as Answer;
}

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
  const malformed = await publish({
    ...{
      datasetCode: 'ess flores',
      label: ' ',
      geographyDate: '1900-01-01',
      uploadId: 'x',
      reason: '',
      idempotencyKey: '',
    },
  });
  const uploadId = await uploaded(fileOf(2007, () => 5));
  const others = await publish({ uploadId, idempotencyKey: 'shared' }, KEY);
  const unknown = await publish({ uploadId, datasetCode: 'ESS-PANORAMA-92' });
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
