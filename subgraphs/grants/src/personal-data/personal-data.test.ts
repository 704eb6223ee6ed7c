import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { ADMIN, AGENT, APPLICANT, JUROR } from '../testing/viewers.fixture.ts';
import { OF_NOBODY, OF_STRUCTURES } from './columns.fixture.ts';
import { exportPerson } from './export-person.ts';
import { SUBJECT_PLACES, WRITTEN_PLACES } from './places.ts';
import { purgePersonalData } from './purge-personal-data.ts';
import { EMAIL, MARK, SUBJECT, tracedApplication, tracesElsewhere } from './traces.fixture.ts';

let graph: TestSubgraph;
let awarded: string;
let rejected: string;

beforeAll(async () => {
  graph = await loadedGrants();
  awarded = await tracedApplication(graph.db, 'AWARDED');
  rejected = await tracedApplication(graph.db, 'REJECTED');
  await tracesElsewhere(graph.db);
});
afterAll(() => graph.stop());

const COLUMNS = `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
   JOIN information_schema.tables t USING (table_schema, table_name)
  WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.table_name <> 'journal'
    AND c.data_type IN ('text', 'jsonb', 'json', 'ARRAY', 'character varying', 'bytea', 'xml') ORDER BY 1, 2`;
const nameOf = ({ table, column }: { table: string; column: string }) => `${table}.${column}`;

/** Every value of the domain that holds a text, as `table.column`, the journal left out: its rows are never changed. */
async function placesHolding(text: string): Promise<string[]> {
  const columns: { table: string; column: string }[] = await graph.db.query(COLUMNS);
  const found: string[] = [];
  for (const { table, column } of columns) {
    const [row]: { held: boolean }[] = await graph.db.query(
      `SELECT EXISTS (SELECT FROM "${table}" t WHERE strpos(t."${column}"::text, $1) > 0) AS held`,
      [text],
    );
    if (row?.held) found.push(nameOf({ table, column }));
  }
  return found;
}

const ERASE = `mutation ($input: ErasePersonalDataInput!) { erasePersonalData(input: $input) {
  __typename ... on ErasePersonalDataSuccess { values contacts } ... on UserError { code message } ... on ValidationError { problems { code path } }
} }`;

test('every column that holds text is known for what it holds', async () => {
  const columns: { table: string; column: string }[] = await graph.db.query(COLUMNS);
  const known = [
    ...[...SUBJECT_PLACES, ...WRITTEN_PLACES].map(nameOf),
    ...[OF_STRUCTURES, OF_NOBODY].flatMap((group) =>
      Object.entries(group).flatMap(([table, names]) =>
        names.split(' ').map((column) => nameOf({ table, column })),
      ),
    ),
  ];
  expect(columns.map(nameOf)).toEqual(known.sort());
});

test('the person of these tests stands in every place that a person can stand in', async () => {
  const named = ['application_form.content', 'application_form_version.content', 'attachment.file_name'];
  expect(await placesHolding(SUBJECT)).toEqual(SUBJECT_PLACES.map(nameOf).sort());
  expect(await placesHolding(MARK)).toEqual([...WRITTEN_PLACES.map(nameOf), ...named].sort());
});

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
  (SELECT sum(cents) FROM payment WHERE paid_on IS NOT NULL) AS paid,
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

test('what was filed, judged, paid or accepted changes in nothing else', async () => {
  await expect(
    graph.db.query(`UPDATE application_form_version SET content = '{}' WHERE application_id = $1`, [awarded]),
  ).rejects.toThrow('a form that was filed does not change');
  await expect(graph.db.query(`UPDATE review SET comment = 'autre'`)).rejects.toThrow(
    'a submitted review does not change',
  );
  for (const change of [`recorded_by = 'PERSON:autre'`, `recorded_by = 'ERASED:1', cents = 1`]) {
    await expect(graph.db.query(`UPDATE payment SET ${change}`)).rejects.toThrow('was paid');
  }
  for (const change of [`submitted_by = 'PERSON:autre'`, `submitted_by = 'ERASED:1', summary = ''`]) {
    await expect(graph.db.query(`UPDATE report SET ${change} WHERE code = 'FINAL'`)).rejects.toThrow(
      'was accepted',
    );
  }
  await expect(graph.db.query('UPDATE review_score SET score = 5')).rejects.toThrow(
    'a submitted review does not change',
  );
});

test('a purge takes each purpose at its hour; its trial counts the same and leaves all', async () => {
  const draft = await tracedApplication(graph.db, 'DRAFT');
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
    // The attachment and the letter that says why.
    [1, 2],
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
