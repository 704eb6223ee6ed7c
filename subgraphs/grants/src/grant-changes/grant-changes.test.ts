import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApplication } from '../testing/an-application.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
});
afterAll(() => graph.stop());

const PARTNER: Viewer = {
  ...VISITOR,
  kind: 'key',
  subject: 'KEY:0000000000000000',
  scopes: ['changes:read'],
};

const PUBLIC =
  'id applicantName title summary areaAsStated publicInfo fundedItems number awarded { cents } themes { code } isDemonstration';

type Laureate = { id: string };
type Page = {
  changes: { kind: string; key: string; application: Laureate | null }[];
  nextCursor: string;
  hasMore: boolean;
};

async function page(since: string, first: number): Promise<Page> {
  const { data, errors } = await graph.as(PARTNER).run(
    `query ($since: String!, $first: Int!) { grantChanges(since: $since, first: $first) {
       hasMore nextCursor changes { kind key application { ${PUBLIC} } } } }`,
    { since, first },
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data?.grantChanges as Page;
}

/** Applies all that comes after a cursor to a copy, in pages of `first`. How much came, and where to resume. */
async function follow(copy: Map<string, Laureate>, since: string, first = 1_000) {
  const came: string[] = [];
  for (let cursor = since; ; ) {
    const { changes, nextCursor, hasMore } = await page(cursor, first);
    for (const { kind, key, application } of changes) {
      came.push(`${kind} ${key}`);
      if (kind === 'DELETE' || application === null) copy.delete(key);
      else copy.set(key, application);
    }
    cursor = nextCursor;
    if (!hasMore) return { cursor, came };
  }
}

/** The public list, asked as anybody reads it. */
async function laureates(): Promise<Map<string, Laureate>> {
  const { data } = await graph.run(`{ laureates(first: 100) { nodes { ${PUBLIC} } } }`);
  const list = data?.laureates as { nodes: Laureate[] };
  return new Map(list.nodes.map((node) => [node.id, node]));
}

/** A generator of numbers that is the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

test('from the start, a copy is the public list', async () => {
  const copy = new Map<string, Laureate>();
  const { came } = await follow(copy, '0', 10);
  const list = await laureates();
  expect([came.length, copy.size]).toEqual([27, 27]);
  expect(copy).toEqual(list);
});

const ids: string[] = [];

/** What happens to a laureate and to whoever is none. */
const EVENTS: readonly ((id: string) => Promise<unknown>)[] = [
  async () => {
    ids.push(await anApplication(graph.db, { state: 'AUDITIONED', themes: ['IA_NUMERIQUE'] }));
  },
  (id) =>
    graph.db.query(
      `UPDATE application SET state = 'AWARDED', awarded_cents = 700000 WHERE id = $1 AND state = 'AUDITIONED'`,
      [id],
    ),
  (id) => graph.db.query(`UPDATE application SET public_info = gen_random_uuid()::text WHERE id = $1`, [id]),
  (id) =>
    graph.db.query(`UPDATE application SET awarded_cents = 800000 WHERE id = $1 AND state = 'AWARDED'`, [id]),
  (id) => graph.db.query('DELETE FROM application_theme WHERE application_id = $1', [id]),
  (id) =>
    graph.db.query(
      `INSERT INTO application_theme SELECT id, call_id, 'SANTE_NUTRITION' FROM application WHERE id = $1 ON CONFLICT DO NOTHING`,
      [id],
    ),
  (id) =>
    graph.db.query(
      `UPDATE application a SET awarded_cents = NULL, state = w.to_state FROM workflow_transition w
        WHERE a.id = $1 AND a.state = 'AWARDED' AND w.call_id = a.call_id AND w.from_state = 'AWARDED'`,
      [id],
    ),
  (id) =>
    graph.db.query(
      'UPDATE application SET requested_cents = requested_cents + 1, version = version + 1 WHERE id = $1',
      [id],
    ),
  (id) => graph.db.query(`DELETE FROM application WHERE id = $1`, [id]),
];

test('a copy that takes what came since, page by page, is the public list whatever happened', async () => {
  const next = numbers(5);
  const copy = new Map<string, Laureate>();
  const late = new Map<string, Laureate>();
  let { cursor } = await follow(copy, '');
  let resumed = (await follow(late, '')).cursor;
  const kinds = new Set<string>();
  for (let round = 0; round < 25; round += 1) {
    for (let step = 0; step <= next(6); step += 1) {
      const what = ids.length < 3 ? 0 : next(12) % EVENTS.length;
      await EVENTS[what]?.(ids[next(ids.length)] ?? '');
    }
    const followed = await follow(copy, cursor, 1 + next(4));
    cursor = followed.cursor;
    for (const each of followed.came) kinds.add(each.slice(0, 6));
    const list = await laureates();
    expect([round, copy]).toEqual([round, list]);
    if (next(5) === 0) {
      resumed = (await follow(late, resumed, 2)).cursor;
      expect([round, late]).toEqual([round, list]);
    }
  }
  expect([...kinds].toSorted()).toEqual(['DELETE', 'UPSERT']);
  expect((await page(cursor, 1)).changes).toEqual([]);
});

test('what is not public leaves no trace: drafts, private fields, applications that are refused', async () => {
  const { cursor } = await follow(new Map(), '0');
  const id = await anApplication(graph.db, { state: 'REJECTED' });
  await graph.db.query(`UPDATE application SET public_info = 'Note' WHERE id = $1`, [id]);
  await graph.db.query('DELETE FROM application WHERE id = $1', [id]);
  await graph.db.query(
    `UPDATE application SET requested_cents = 1, version = version + 1, applicant_siret = '73282932000074' WHERE id = 'APP:1-reprise'`,
  );
  const quiet = await follow(new Map(), cursor);
  await graph.db.query(`UPDATE application SET public_info = 'Note' WHERE id = 'APP:1-reprise'`);
  const told = await follow(new Map(), quiet.cursor);
  expect([quiet.came, told.came]).toEqual([[], ['UPSERT APP:1-reprise']]);
});

test.each([
  ['a cursor of somewhere else', 'abc', 10],
  ['a position of its own making', Buffer.from('["e","1"]').toString('base64url'), 10],
  ['too many', '0', 1_001],
  ['none', '0', 0],
])('%s is refused', async (_what, since, first) => {
  await expect(page(since, first)).rejects.toThrow('BAD_USER_INPUT');
});

test('many changes cost what one costs', async () => {
  const one = await graph.statementsOf(() => page('0', 1));
  const many = await graph.statementsOf(() => page('0', 1_000));
  expect(many.length).toBe(one.length);
});

test('a cursor of a log that was made anew is refused', async () => {
  const { cursor } = await follow(new Map(), '0');
  await graph.db.query('UPDATE change_log_epoch SET epoch = gen_random_uuid()');
  await expect(page(cursor, 10)).rejects.toThrow('BAD_USER_INPUT');
  expect((await page('0', 1)).changes.length).toBe(1);
});

test('a visitor follows nothing', async () => {
  const { errors } = await graph.run('{ grantChanges(since: "0") { nextCursor } }');
  expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED']);
});
