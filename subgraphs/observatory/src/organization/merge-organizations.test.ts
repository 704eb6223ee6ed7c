import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadFacts } from '../load-facts.ts';
import { anObservatory, FACT_SETTINGS, NOW } from '../observatory.fixture.ts';
import { mergeOrganizations } from './merge-organizations.ts';
import { unmergeOrganizations } from './unmerge-organizations.ts';

const AGENT: Viewer = { ...VISITOR, kind: 'person', subject: 'PERSON:agent', roles: ['agent'] };

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await anObservatory({ demonstration: true });
});
afterAll(() => graph.stop());

let attempts = 0;
const MERGE = `mutation ($input: MergeOrganizationsInput!) { mergeOrganizations(input: $input) {
  __typename
  ... on MergeOrganizationsSuccess { organization { id name aliases formerIds version merges { organizationId intoId reason undoneAt undoneReason } } }
  ... on UserError { code path }
  ... on ValidationError { problems { code path } }
  ... on ConflictError { message currentVersion }
} }`;
const UNMERGE = `mutation ($input: UnmergeOrganizationsInput!) { unmergeOrganizations(input: $input) {
  __typename
  ... on UnmergeOrganizationsSuccess { organization { id formerIds } kept { id formerIds version } }
  ... on UserError { code path }
  ... on ConflictError { message currentVersion }
} }`;
const written = async (viewer: Viewer, query: string, input: Record<string, unknown>): Promise<unknown> => {
  attempts += 1;
  const { data, errors } = await graph.as(viewer).run(query, {
    input: { reason: 'Deux graphies', idempotencyKey: `k${attempts}`, ...input },
  });
  expect(errors).toBeUndefined();
  return Object.values(data ?? {})[0];
};
const merge = (keep: string, former: string, more: Record<string, unknown> = {}) =>
  written(AGENT, MERGE, { keep, merge: former, ...more });
const unmerge = (organization: string, more: Record<string, unknown> = {}) =>
  written(AGENT, UNMERGE, { organization, ...more });

const REGISTER = ['organization', 'organization_area', 'organization_role', 'organization_link'];
const PARTS = ['organization_contact', 'claim', 'source'];
async function snapshot(db: EntityManager): Promise<Record<string, string>> {
  const rows: { name: string; rows: string }[] = await db.query(
    [...REGISTER, ...PARTS]
      .map((table) => `SELECT '${table}' AS name, json_agg(t ORDER BY id)::text AS rows FROM ${table} t`)
      .join(' UNION ALL '),
  );
  return Object.fromEntries(rows.map(({ name, rows: text }) => [name, text]));
}

let facts: Record<string, string>;
beforeEach(async () => {
  await graph.db.query(`
    UPDATE organization SET merged_into = NULL, current_id = id, merge_depth = 0, into_depth = NULL
     WHERE merged_into IS NOT NULL;
    DELETE FROM organization_merge;`);
  facts = await snapshot(graph.db);
});

const PROFILE = `fragment profile on Organization {
  id name aliases legalForm website seat { id } operatesIn { id } roles roleSpans { role source { title } }
  links { url } claims { subject field } sources { title }
}`;

test('the kept one says what both said, and both ids answer with it', async () => {
  const { data: before } = await graph.run(
    `{ a: organization(id: "ORG:cress-idf") { ...profile } b: organization(id: "ORG:les-cigales") { ...profile } } ${PROFILE}`,
  );
  type Profile = Record<'aliases' | 'operatesIn' | 'roleSpans' | 'links' | 'claims', unknown[]> & {
    name: string;
  };
  const [a, b] = [before?.a as Profile, before?.b as Profile];
  expect(await merge('ORG:cress-idf', 'ORG:les-cigales')).toMatchObject({
    __typename: 'MergeOrganizationsSuccess',
    organization: {
      id: 'ORG:cress-idf',
      formerIds: ['ORG:les-cigales'],
      version: 2,
      merges: [
        {
          organizationId: 'ORG:les-cigales',
          intoId: 'ORG:cress-idf',
          reason: 'Deux graphies',
          undoneAt: null,
          undoneReason: null,
        },
      ],
    },
  });
  const { data } = await graph.run(
    `query ($keys: [_Any!]!) {
      byOld: organization(id: "ORG:les-cigales") { ...profile }
      byNode: node(id: "ORG:les-cigales") { id ...profile }
      byKept: organization(id: "ORG:cress-idf") { ...profile }
      byReference: _entities(representations: $keys) { ...profile }
      searched: organizations(search: "cigales") { totalCount nodes { id } }
      seated: organizations(filter: { within: "COM:93048" }) { totalCount nodes { id } }
    } ${PROFILE}`,
    { keys: [{ __typename: 'Organization', id: 'ORG:les-cigales' }] },
  );
  const { byKept, byOld, byNode, byReference, ...lists } = data as Record<string, unknown>;
  const kept = byKept as Profile;
  expect([byOld, byNode, byReference]).toEqual([kept, kept, [kept]]);
  expect(kept.aliases).toEqual([...a.aliases, b.name, ...b.aliases]);
  expect(kept.claims).toEqual([...a.claims, ...b.claims]);
  expect(kept.links).toEqual([...a.links, ...b.links]);
  expect(kept.operatesIn).toEqual(a.operatesIn);
  expect(new Set(kept.roleSpans.map((each) => JSON.stringify(each)))).toEqual(
    new Set([...a.roleSpans, ...b.roleSpans].map((each) => JSON.stringify(each))),
  );
  const once = { totalCount: 1, nodes: [{ id: 'ORG:cress-idf' }] };
  expect(lists).toEqual({ searched: once, seated: once });
});

test('what the kept one does not know comes from the other, and what it knows stands', async () => {
  await merge('ORG:workstation', 'ORG:cress-idf');
  const { data } = await graph.run(
    '{ organization(id: "ORG:cress-idf") { id name seat { id } legalForm website } }',
  );
  expect(data).toEqual({
    organization: {
      id: 'ORG:workstation',
      name: 'Workstation',
      seat: { id: 'COM:93048' },
      legalForm: '9230',
      website: 'https://www.cressidf.org/',
    },
  });
});

test('two SIRETs lead to one organisation, and its SIREN to it', async () => {
  const { data: invented } = await graph.run(
    '{ organizations(filter: { isDemonstration: true }, first: 2) { nodes { id siret } } }',
  );
  const list = invented?.organizations as { nodes: { id: string; siret: string }[] };
  const [first, second] = list.nodes;
  await merge(first?.id ?? '', second?.id ?? '');
  const { data } = await graph.run(
    `query ($siret: String!, $siren: String!) {
      organization(siret: $siret) { id siret }
      organizations(filter: { sirens: [$siren] }) { totalCount }
    }`,
    { siret: second?.siret, siren: second?.siret.slice(0, 9) },
  );
  expect(data?.organization).toEqual({ id: first?.id, siret: first?.siret });
  const [sharing]: unknown[] = await graph.db.query(
    'SELECT count(DISTINCT current_id)::int AS "totalCount" FROM organization WHERE left(siret, 9) = $1',
    [second?.siret.slice(0, 9)],
  );
  expect(data?.organizations).toEqual(sharing);
});

test('undone, everything is as it was; a reload between changes nothing of it', async () => {
  await merge('ORG:reprise', 'ORG:synergie');
  await merge('ORG:assol', 'ORG:reprise');
  const merged = await snapshot(graph.db);
  const reports = await loadFacts(graph.db, { ...FACT_SETTINGS, demonstration: true, thorough: true });
  expect(reports.filter(({ inserted, changed }) => inserted + changed > 0)).toEqual([]);
  expect(await snapshot(graph.db)).toEqual(merged);
  expect(await unmerge('ORG:synergie')).toEqual({
    __typename: 'UnmergeOrganizationsSuccess',
    organization: { id: 'ORG:synergie', formerIds: [] },
    kept: { id: 'ORG:assol', formerIds: ['ORG:reprise'], version: 2 },
  });
  expect(await unmerge('ORG:reprise')).toMatchObject({
    kept: { id: 'ORG:assol', formerIds: [], version: 3 },
  });
  expect(await snapshot(graph.db)).toEqual(facts);
});

test('merge then unmerge, in any order and any nesting, is the identity on every table', async () => {
  const ids = ['assol', 'bicyclaide', 'cress-idf', 'lit-up', 'reprise', 'synergie'].map(
    (slug) => `ORG:${slug}`,
  );
  const pair = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).filter(([a, b]) => a !== b);
  await fc.assert(
    fc.asyncProperty(
      fc.array(pair, { minLength: 1, maxLength: 8 }),
      fc.shuffledSubarray(ids, { minLength: ids.length }),
      async (merges, order) => {
        await inRolledBack(async (tx) => {
          for (const [keep, former] of merges) {
            await mergeOrganizations(tx, { keep, merge: former, reason: 'test', expectedVersion: null }, NOW);
            expect(await strayIds(tx)).toEqual([]);
          }
          for (const organization of order) {
            await unmergeOrganizations(tx, { organization, reason: 'test' }, NOW);
            expect(await strayIds(tx)).toEqual([]);
          }
          expect(await snapshot(tx)).toEqual(facts);
        });
      },
    ),
    { numRuns: 25, seed: 4 },
  );
});

test('a property that forgets one merge would notice', async () => {
  await inRolledBack(async (tx) => {
    await mergeOrganizations(
      tx,
      { keep: 'ORG:assol', merge: 'ORG:reprise', reason: 'test', expectedVersion: null },
      NOW,
    );
    expect(await snapshot(tx)).not.toEqual(facts);
  });
});

/** Ids that do not lead in one hop to an organisation that stands for itself. */
async function strayIds(db: EntityManager): Promise<unknown> {
  return db.query(
    `SELECT o.id FROM organization o LEFT JOIN organization kept ON kept.id = o.current_id
      WHERE kept.merged_into IS NOT NULL OR kept.current_id IS DISTINCT FROM kept.id`,
  );
}

class RolledBack extends Error {}
async function inRolledBack(work: (tx: EntityManager) => Promise<void>): Promise<void> {
  await graph.db
    .transaction(async (tx) => {
      await work(tx);
      throw new RolledBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
}

test.each([
  [{ keep: 'ORG:nobody' }, { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['keep'] }],
  [{ merge: 'ORG:nobody' }, { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['merge'] }],
  [{ merge: 'ORG:assol' }, { problems: [{ code: 'SAME_ORGANIZATION', path: ['merge'] }] }],
  [{ expectedVersion: 7 }, { __typename: 'ConflictError', currentVersion: 1 }],
  [
    { keep: 'x', merge: 'COM:92002', reason: ' \u202E ', idempotencyKey: '' },
    {
      problems: [
        { code: 'IDEMPOTENCY_KEY_MALFORMED', path: ['idempotencyKey'] },
        { code: 'ORGANIZATION_MALFORMED', path: ['keep'] },
        { code: 'ORGANIZATION_MALFORMED', path: ['merge'] },
        { code: 'REASON_LENGTH', path: ['reason'] },
        { code: 'REASON_CHARACTERS', path: ['reason'] },
      ],
    },
  ],
])('%o is refused, and nothing changes', async (input, expected) => {
  expect(await merge('ORG:assol', 'ORG:reprise', input)).toMatchObject(expected);
  expect(await snapshot(graph.db)).toEqual(facts);
});

test('an organisation that was merged is neither kept nor merged again, and one that was not is not taken out', async () => {
  await merge('ORG:assol', 'ORG:reprise');
  const message = 'Cette fiche est déjà fusionnée dans ORG:assol : c’est celle-ci qu’il faut désigner.';
  expect([
    await merge('ORG:reprise', 'ORG:synergie'),
    await merge('ORG:synergie', 'ORG:reprise'),
    await merge('ORG:reprise', 'ORG:assol'),
    await unmerge('ORG:assol'),
  ]).toMatchObject([
    { __typename: 'ConflictError', path: ['keep'], message },
    { __typename: 'ConflictError', path: ['merge'], message },
    { __typename: 'ConflictError', path: ['keep'], message },
    { __typename: 'ConflictError', path: ['organization'] },
  ]);
});

test('an invented organisation never mixes with a real one, even in the database', async () => {
  const [invented]: { id: string }[] = await graph.db.query(
    'SELECT id FROM organization WHERE is_demonstration ORDER BY id LIMIT 1',
  );
  const id = invented?.id ?? '';
  expect(await merge('ORG:assol', id)).toMatchObject({
    problems: [{ code: 'DEMONSTRATION_AND_REAL', path: ['merge'] }],
  });
  await expect(naiveMerge(graph.db, 'ORG:assol', id)).rejects.toThrow('organization_merged_into_fkey');
});

test('a visitor, a producer or a key merges nothing', async () => {
  const others: Viewer[] = [
    VISITOR,
    { ...AGENT, roles: ['producer'] },
    { ...VISITOR, kind: 'key', subject: 'KEY:a', scopes: ['statistics:publish', 'directory:read'] },
  ];
  for (const viewer of others) {
    expect(await written(viewer, MERGE, { keep: 'ORG:assol', merge: 'ORG:reprise' })).toMatchObject({
      __typename: 'PermissionError',
    });
    const { errors } = await graph.as(viewer).run('{ organization(id: "ORG:assol") { merges { reason } } }');
    expect(errors?.length).toBe(1);
  }
  expect(await snapshot(graph.db)).toEqual(facts);
});

test('the same request sent again is done once; with another body it is a conflict', async () => {
  const input = { idempotencyKey: 'again' };
  const first = await merge('ORG:assol', 'ORG:reprise', input);
  expect(await merge('ORG:assol', 'ORG:reprise', input)).toEqual(first);
  expect(await merge('ORG:assol', 'ORG:synergie', input)).toMatchObject({ __typename: 'ConflictError' });
});

test('the journal says who merged what, and never why', async () => {
  await merge('ORG:assol', 'ORG:reprise', { reason: 'signalé par Mme Untel' });
  await unmerge('ORG:reprise', { reason: 'erreur de Mme Untel' });
  const rows: unknown[] = await graph.db.query(
    `SELECT action, actor, target, details FROM journal WHERE action LIKE 'ORGANIZATIONS_%' ORDER BY seq DESC LIMIT 2`,
  );
  expect(rows).toEqual([
    {
      action: 'ORGANIZATIONS_UNMERGED',
      actor: 'PERSON:agent',
      target: 'ORG:reprise',
      details: { kept: 'ORG:assol' },
    },
    {
      action: 'ORGANIZATIONS_MERGED',
      actor: 'PERSON:agent',
      target: 'ORG:assol',
      details: { merged: 'ORG:reprise' },
    },
  ]);
});

test('siblings are told where a merged id leads', async () => {
  const { head } = await graph.open.changes.read('organization', '0', 1);
  await merge('ORG:assol', 'ORG:reprise');
  const { changes } = await graph.open.changes.read('organization', head, 10);
  expect(changes.map(({ key, value }) => [key, (value as { current_id: string }).current_id])).toEqual([
    ['ORG:reprise', 'ORG:assol'],
  ]);
});

test('an id that the data files drop after a merge still answers', async () => {
  await graph.db.query(
    `INSERT INTO organization (id, name, aliases, is_demonstration, source_ids)
     SELECT 'ORG:doublon', 'Doublon', '{}', false, source_ids FROM organization WHERE id = 'ORG:assol'`,
  );
  await merge('ORG:assol', 'ORG:doublon');
  await loadFacts(graph.db, { ...FACT_SETTINGS, demonstration: true, thorough: true });
  const { data } = await graph.run('{ organization(id: "ORG:doublon") { id aliases } }');
  expect(data).toEqual({ organization: { id: 'ORG:assol', aliases: ['ASSOL', 'Doublon'] } });
  await unmerge('ORG:doublon');
  await loadFacts(graph.db, { ...FACT_SETTINGS, demonstration: true, thorough: true });
  expect(await snapshot(graph.db)).toEqual(facts);
});

/** What a program without the register's lock and rules would write. */
function naiveMerge(
  db: { query(sql: string): Promise<unknown> },
  keep: string,
  former: string,
): Promise<unknown> {
  return db.query(
    `UPDATE organization SET merged_into = '${keep}', current_id = '${keep}', merge_depth = 1, into_depth = 0 WHERE id = '${former}'`,
  );
}

async function twoAtOnce(second: [keep: string, former: string]): Promise<string> {
  const clients = await Promise.all([anOwner(), anOwner()]);
  const [one, two] = clients as [Client, Client];
  try {
    await one.query('BEGIN');
    await two.query('BEGIN');
    await naiveMerge(one, 'ORG:assol', 'ORG:reprise');
    const late = naiveMerge(two, ...second).then(
      () => two.query('COMMIT').then(() => 'written'),
      (error: { constraint?: string }) => error.constraint ?? 'refused',
    );
    await one.query('COMMIT');
    return await late;
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function anOwner(): Promise<Client> {
  const client = new Client({
    connectionString: graph.url,
    options: '-c search_path=observatory,extensions',
  });
  await client.connect();
  return client;
}

test.each([
  ['a chain', ['ORG:synergie', 'ORG:assol']],
  ['a cycle', ['ORG:reprise', 'ORG:assol']],
  ['a hop into a merged one', ['ORG:reprise', 'ORG:synergie']],
] as [string, [string, string]][])('two writers at once cannot make %s', async (_what, second) => {
  expect(await twoAtOnce(second)).toBe('organization_merged_into_fkey');
  expect(await strayIds(graph.db)).toEqual([]);
});

test('without the constraint, two writers at once do make a chain', async () => {
  const owner = await anOwner();
  const definition =
    'FOREIGN KEY (merged_into, current_id, into_depth, is_demonstration) REFERENCES organization (id, current_id, merge_depth, is_demonstration)';
  await owner.query('ALTER TABLE organization DROP CONSTRAINT organization_merged_into_fkey');
  try {
    expect(await twoAtOnce(['ORG:synergie', 'ORG:assol'])).toBe('written');
    expect(await strayIds(graph.db)).toEqual([{ id: 'ORG:reprise' }]);
  } finally {
    await owner.query(
      `UPDATE organization SET merged_into = NULL, current_id = id, merge_depth = 0, into_depth = NULL;
       ALTER TABLE organization ADD CONSTRAINT organization_merged_into_fkey ${definition}`,
    );
    await owner.end();
  }
});

test('merges of the platform that cross leave every id one hop from a living organisation', async () => {
  const outcomes = await Promise.all([
    merge('ORG:assol', 'ORG:reprise'),
    merge('ORG:reprise', 'ORG:synergie'),
    merge('ORG:synergie', 'ORG:assol'),
    merge('ORG:reprise', 'ORG:assol'),
  ]);
  expect(outcomes.length).toBe(4);
  expect(await strayIds(graph.db)).toEqual([]);
});
