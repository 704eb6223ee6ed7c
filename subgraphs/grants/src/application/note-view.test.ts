import { Readable } from 'node:stream';
import { type Route, runRoute, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isLeafType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantsPermissions } from '../grants.permissions.ts';
import { keyOfLetter } from '../letter/letter.queries.ts';
import { letterFile } from '../letter/letter.routes.ts';
import { tracedApplication } from '../personal-data/traces.fixture.ts';
import { receipt } from '../submission/receipt.route.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { ADMIN, AGENT, APPLICANT } from '../testing/viewers.fixture.ts';

/** Restricted, and no secret of a file: what lists of work show of hundreds of files, and what is public elsewhere. */
const NOT_NOTED = ['audition', 'grantedByYear', 'isRenewal', 'requested', 'updatedAt', 'version'];

let graph: TestSubgraph;
let id: string;
let fields: (readonly [name: string, selection: string])[];
beforeAll(async () => {
  graph = await loadedGrants();
  id = await tracedApplication(graph.db, 'AWARDED');
  const { data } = await graph.run(getIntrospectionQuery());
  const type = buildClientSchema(data as unknown as IntrospectionQuery).getType('Application');
  if (!isObjectType(type)) throw new TypeError('No applications');
  fields = Object.keys(grantsPermissions.restricted?.['Application'] ?? {})
    .sort()
    .map((name) => {
      const field = type.getFields()[name] ?? expect.fail(name);
      return [name, isLeafType(getNamedType(field.type)) ? name : `${name} { __typename }`];
    });
});
afterAll(() => graph.stop());

/** Who reads the file while something happens, by the journal. */
async function readersDuring(happening: () => Promise<unknown>): Promise<string[]> {
  const [before]: { seq: string }[] = await graph.db.query(
    'SELECT coalesce(max(seq), 0) AS seq FROM journal',
  );
  await happening();
  const rows: { actor: string }[] = await graph.db.query(
    `SELECT actor FROM journal WHERE seq > $1 AND target = $2 AND action = 'APPLICATION_READ' ORDER BY seq`,
    [before?.seq, id],
  );
  return rows.map(({ actor }) => actor);
}

async function read(viewer: Viewer, selection: string): Promise<void> {
  const { data, errors } = await graph.as(viewer).run(`{ application(id: "${id}") { ${selection} } }`);
  expect([errors, data?.['application']]).toEqual([undefined, expect.anything()]);
}

test('each restricted field that somebody else reads is in the journal, once a request', async () => {
  const notNoted: string[] = [];
  for (const [name, selection] of fields) {
    for (const viewer of [AGENT, ADMIN]) {
      const readers = await readersDuring(() => read(viewer, selection));
      if (readers.length === 0) notNoted.push(name);
      else expect([name, readers]).toEqual([name, [viewer.subject]]);
    }
  }
  expect([...new Set(notNoted)]).toEqual(NOT_NOTED);
  const all = fields.map(([, selection]) => selection).join(' ');
  expect(await readersDuring(() => read(AGENT, all))).toEqual([AGENT.subject]);
});

test('whoever filed it leaves nothing by reading it', async () => {
  const restricted = grantsPermissions.restricted?.['Application'] ?? {};
  const theirs = fields.filter(([name]) => JSON.stringify(restricted[name]).includes('own application'));
  expect(theirs.length).toBeGreaterThan(10);
  expect(await readersDuring(() => read(APPLICANT, theirs.map(([, each]) => each).join(' ')))).toEqual([]);
});

test('nor is a file read at its address without a trace: the receipt, a letter', async () => {
  const [letter]: { id: string }[] = await graph.db.query('SELECT id FROM letter WHERE application_id = $1', [
    id,
  ]);
  const { storage } = graph.open.newContext(AGENT, 'test');
  await storage.put(keyOfLetter(letter?.id ?? ''), Readable.from(['%PDF-']), { maxBytes: 100 });
  const receiptId = crypto.randomUUID();
  await graph.db.query(
    `INSERT INTO submission VALUES ($1, $2, 1, '2025-12-01', repeat('d', 64), 'ELIGIBLE', '1', '{}')`,
    [id, receiptId],
  );
  const ask = async (route: Route, viewer: Viewer, of: string) => {
    const { status, body } = await runRoute(graph.open, route, {
      ...{ viewer, requestId: 'test', params: { id: of }, query: new URLSearchParams(), headers: {} },
      body: Readable.from([]),
      signal: new AbortController().signal,
    });
    if (body instanceof Readable) body.resume();
    expect(status).toBe(200);
  };
  const files = [
    [letterFile, letter?.id ?? ''],
    [receipt, receiptId],
  ] as const;
  for (const [route, of] of files) {
    expect(await readersDuring(() => ask(route, AGENT, of))).toEqual([AGENT.subject]);
    expect(await readersDuring(() => ask(route, APPLICANT, of))).toEqual([]);
  }
});
