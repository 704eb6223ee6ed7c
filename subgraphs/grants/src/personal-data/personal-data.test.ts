import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import type { EntityManager } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApplication } from '../testing/an-application.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { ADMIN, AGENT, APPLICANT, JUROR } from '../testing/viewers.fixture.ts';
import { exportPerson } from './export-person.ts';
import { purgePersonalData } from './purge-personal-data.ts';

/** What a person leaves behind: their subject, what they wrote, and their name and address in a form. */
const SUBJECT = 'PERSON:canari';
const EMAIL = 'canari@example.org';
const MARK = 'CANARI-7f3a';

let graph: TestSubgraph;
let awarded: string;
let rejected: string;

beforeAll(async () => {
  graph = await loadedGrants();
  awarded = await filed(graph.db, 'AWARDED');
  rejected = await filed(graph.db, 'REJECTED');
});
afterAll(() => graph.stop());

async function filed(db: EntityManager, state: 'AWARDED' | 'REJECTED' | 'DRAFT'): Promise<string> {
  const id = await anApplication(db, { state });
  const content = { structure: { name: 'BicyclAide', contact: { name: `${MARK} Nom`, email: EMAIL } } };
  const assignment = crypto.randomUUID();
  await db.query('INSERT INTO application_form VALUES ($1, $2, $3)', [id, content, '2025-12-01']);
  await db.query(`INSERT INTO application_form_version VALUES ($1, 1, '2025-12-01', repeat('a', 64), $2)`, [
    id,
    content,
  ]);
  await db.query(
    `INSERT INTO attachment (id, application_id, kind, file_name, bytes, sha256, signature_hash, created_at, expires_at)
     VALUES (gen_random_uuid(), $1, 'OTHER', $2, 10, repeat('b', 64), '', '2025-12-01', '2025-12-01')`,
    [id, `${MARK}.pdf`],
  );
  if (state === 'DRAFT') return id;
  await db.query(
    `INSERT INTO application_transition (application_id, action, from_state, to_state, at, actor_role, actor, reason, journal_seq)
     VALUES ($1, 'REJECT', 'AUDITIONED', 'REJECTED', '2026-01-10', 'agent', $2, $3, append_to_journal('TEST', 'person', $2, $1, 'r', '{}'))`,
    [id, SUBJECT, `${MARK} motif`],
  );
  await db.query(
    `INSERT INTO review_assignment (id, application_id, reviewer, assigned_at, assigned_by, declared_at)
     VALUES ($1, $2, $3, '2025-12-02', $3, '2025-12-03')`,
    [assignment, id, SUBJECT],
  );
  await db.query(
    `INSERT INTO evaluation_criterion VALUES ('CALL:4', 'IMPACT', 0, 'Impact', 'Impact', 1, 5) ON CONFLICT DO NOTHING`,
  );
  await db.query(
    `INSERT INTO review (assignment_id, application_id, call_id, comment, saved_at) VALUES ($1, $2, 'CALL:4', $3, '2025-12-04')`,
    [assignment, id, `${MARK} avis`],
  );
  await db.query(`INSERT INTO review_score VALUES ($1, 'CALL:4', 'IMPACT', 5, 4, $2)`, [
    assignment,
    `${MARK} note`,
  ]);
  await db.query(`UPDATE review SET submitted_at = '2025-12-05' WHERE assignment_id = $1`, [assignment]);
  if (state === 'AWARDED') {
    await db.query(
      `INSERT INTO award VALUES ($1, 'CALL:4', 500000, $1, '2026-01-10', '2026-01-10', $2, 'SINGLE')`,
      [id, SUBJECT],
    );
  }
  return id;
}

/** Every value of the domain that holds a text, as `table.column`, the journal left out: its rows are never changed. */
async function placesHolding(text: string): Promise<string[]> {
  const columns: { table: string; column: string }[] = await graph.db.query(
    `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.table_name <> 'journal'
        AND c.data_type IN ('text', 'jsonb', 'ARRAY', 'character varying') ORDER BY 1, 2`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const [row]: { held: boolean }[] = await graph.db.query(
      `SELECT EXISTS (SELECT FROM "${table}" t WHERE strpos(t."${column}"::text, $1) > 0) AS held`,
      [text],
    );
    if (row?.held) found.push(`${table}.${column}`);
  }
  return found;
}

const ERASE = `mutation ($input: ErasePersonalDataInput!) { erasePersonalData(input: $input) {
  __typename ... on ErasePersonalDataSuccess { values contacts } ... on UserError { code message } ... on ValidationError { problems { code path } }
} }`;

test('anybody reads why personal data is kept, and how long', async () => {
  const { data } = await graph.run('{ personalDataPurposes { code keptMonths } }');
  expect(data).toEqual({
    personalDataPurposes: [
      { code: 'DRAFTS', keptMonths: 3 },
      { code: 'NOT_FUNDED', keptMonths: 24 },
      { code: 'FUNDED', keptMonths: 120 },
    ],
  });
});

test('a person is given every place that holds something of theirs', async () => {
  const held = await exportPerson(graph.db, { subject: SUBJECT, email: EMAIL });
  const places = [...(await placesHolding(SUBJECT)), ...(await placesHolding(MARK))]
    .map((place) => place.split('.')[0])
    // What is theirs by no column of the row: a file is the structure’s.
    .filter((table) => table !== 'attachment');
  expect(Object.keys(held).sort()).toEqual([...new Set([...places, 'journal'])].sort());
  expect(JSON.stringify(held['application_form'])).not.toContain('BicyclAide');
});

test('only an administrator erases, and somebody must be named', async () => {
  for (const viewer of [AGENT, APPLICANT, JUROR]) {
    const { data } = await graph.as(viewer).run(ERASE, { input: { subject: SUBJECT, idempotencyKey: 'no' } });
    expect(data?.['erasePersonalData']).toMatchObject({ __typename: 'PermissionError' });
  }
  const { data } = await graph.as(ADMIN).run(ERASE, { input: { idempotencyKey: 'none' } });
  expect(data?.['erasePersonalData']).toMatchObject({
    __typename: 'ValidationError',
    problems: [{ code: 'PERSON_MISSING', path: ['subject'] }],
  });
  expect((await placesHolding(SUBJECT)).length).toBeGreaterThan(0);
});

const ACCOUNTS = `SELECT (SELECT count(*) FROM application) AS applications, (SELECT sum(cents) FROM award) AS granted,
  (SELECT json_agg(s.score ORDER BY s.score) FROM review_score s) AS scores,
  (SELECT count(DISTINCT reviewer) FROM review_assignment) AS reviewers`;

test('erased, they are nowhere, and the accounts and the scores are the same', async () => {
  const before: unknown = await graph.db.query(ACCOUNTS);
  const input = { subject: SUBJECT, email: EMAIL.toUpperCase(), idempotencyKey: 'erase' };
  const first = await graph.as(ADMIN).run(ERASE, { input });
  expect(first.data?.['erasePersonalData']).toMatchObject({
    __typename: 'ErasePersonalDataSuccess',
    contacts: 4,
  });
  expect(await graph.as(ADMIN).run(ERASE, { input })).toEqual(first);
  expect([await placesHolding(SUBJECT), await placesHolding(EMAIL)]).toEqual([[], []]);
  expect(await placesHolding(MARK)).toEqual(['attachment.file_name']);
  expect(await graph.db.query(ACCOUNTS)).toEqual(before);
});

test('what was filed or judged changes in nothing else', async () => {
  await expect(
    graph.db.query(`UPDATE application_form_version SET content = '{}' WHERE application_id = $1`, [awarded]),
  ).rejects.toThrow('a form that was filed does not change');
  await expect(graph.db.query(`UPDATE review SET comment = 'autre'`)).rejects.toThrow(
    'a submitted review does not change',
  );
  await expect(graph.db.query('UPDATE review_score SET score = 5')).rejects.toThrow(
    'a submitted review does not change',
  );
});

test('a purge takes each purpose at its hour; its trial counts the same and leaves all', async () => {
  const draft = await filed(graph.db, 'DRAFT');
  const { storage } = graph.open.newContext(ADMIN, 'test');
  const purge = (day: string, dryRun: boolean) =>
    purgePersonalData(
      { db: graph.db, storage, now: new Date(`${day}T12:00:00Z`) },
      { dryRun, requestId: 'test' },
    );
  const counts = async (day: string, dryRun = false) =>
    (await purge(day, dryRun)).map(({ applications, files }) => [applications, files]);
  const left = async () => {
    const rows: { id: string }[] = await graph.db.query(
      'SELECT application_id AS id FROM attachment ORDER BY 1',
    );
    return rows.map(({ id }) => id);
  };
  const all = [awarded, draft, rejected].sort();
  expect(await counts('2026-02-19')).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  expect(await counts('2026-02-20', true)).toEqual([
    [1, 1],
    [0, 0],
    [0, 0],
  ]);
  expect(await left()).toEqual(all);
  expect(await counts('2026-02-20')).toEqual([
    [1, 1],
    [0, 0],
    [0, 0],
  ]);
  expect(await left()).toEqual([awarded, rejected].sort());
  expect(await counts('2028-01-10')).toEqual([
    [0, 0],
    [1, 1],
    [0, 0],
  ]);
  expect(await left()).toEqual([awarded]);
  expect(await counts('2036-01-10')).toEqual([
    [0, 0],
    [0, 0],
    [1, 1],
  ]);
  expect(await left()).toEqual([]);
  expect(await counts('2036-01-11')).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
});
