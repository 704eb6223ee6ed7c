import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { runRoute, VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anApplication } from '../testing/an-application.fixture.ts';
import { decide, REFUSED, setEnvelope } from '../testing/decide.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { AGENT, APPLICANT, JUROR, OTHER_APPLICANT, SECOND_AGENT } from '../testing/viewers.fixture.ts';
import { letterCheck, letterFile } from './letter.routes.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await loadedGrants();
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await graph.db.query(`DELETE FROM application WHERE call_id = 'CALL:4'`);
  await setEnvelope(graph.db, { total: 2_000_000 });
});

type Issued = { id: string; sha256: string; url: string };

async function issue(applicationId: string, viewer: Viewer = AGENT) {
  const { data, errors } = await graph.as(viewer).run(
    `mutation ($input: IssueLetterInput!) { issueLetter(input: $input) { __typename
       ... on IssueLetterSuccess { letter { id kind templateVersion sha256 issuedAt revokedAt url } } ${REFUSED} } }`,
    { input: { idempotencyKey: randomUUID(), applicationId } },
  );
  return (errors ?? data?.['issueLetter']) as { letter: Issued };
}

async function awarded(): Promise<string> {
  const id = await anApplication(graph.db, { state: 'AUDITIONED' });
  await decide(graph, 'awardApplication', { id, cents: 750_000, terms: 'SINGLE' });
  return id;
}

async function ask(route: typeof letterFile, viewer: Viewer, of: { id?: string; body?: Buffer }) {
  const { status, body = '' } = await runRoute(graph.open, route, {
    ...{ viewer, requestId: 'test', params: { id: of.id ?? '' }, query: new URLSearchParams(), headers: {} },
    body: Readable.from(of.body === undefined ? [] : [of.body]),
    signal: new AbortController().signal,
  });
  const bytes =
    typeof body === 'string' ? Buffer.from(body) : Buffer.isBuffer(body) ? body : await buffer(body);
  return { status, bytes };
}
const verify = async (file: Buffer) =>
  JSON.parse((await ask(letterCheck, VISITOR, { body: file })).bytes.toString()) as { verified: boolean };
const VERIFY = 'query ($sha256: String!) { verifyLetter(sha256: $sha256) { verified kind } }';

test('a letter is stored as it was hashed, addressed to its structure, and noted in the journal', async () => {
  const id = await awarded();
  const { letter } = await issue(id);
  expect(letter).toEqual({
    id: expect.any(String),
    kind: 'AWARD',
    templateVersion: 1,
    sha256: expect.any(String),
    issuedAt: expect.any(String),
    revokedAt: null,
    url: `/files/grants/letters/${letter.id}`,
  });
  const { data } = await graph
    .as(APPLICANT)
    .run('query ($id: ID!) { application(id: $id) { awardLetterUrl letters { id } } }', { id });
  expect(data?.['application']).toEqual({ awardLetterUrl: letter.url, letters: [{ id: letter.id }] });
  const { bytes } = await ask(letterFile, APPLICANT, { id: letter.id });
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(letter.sha256);
  expect(await graph.db.query(`SELECT details FROM journal WHERE action = 'LETTER_ISSUED'`)).toEqual([
    { details: { letter: letter.id, kind: 'AWARD', templateVersion: 1, sha256: letter.sha256 } },
  ]);
});

test('nobody else reads it, not even where the award is public', async () => {
  const id = await awarded();
  const { letter } = await issue(id);
  const statuses = await Promise.all(
    [APPLICANT, AGENT, VISITOR, OTHER_APPLICANT, JUROR].map(
      async (viewer) => (await ask(letterFile, viewer, { id: letter.id })).status,
    ),
  );
  expect(statuses).toEqual([200, 200, 404, 404, 404]);
  const { errors } = await graph.run('query ($id: ID!) { application(id: $id) { letters { id } } }', { id });
  expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
});

test('anybody verifies a file: one changed byte, and it is no letter', async () => {
  const { letter } = await issue(await awarded());
  const { bytes } = await ask(letterFile, AGENT, { id: letter.id });
  expect(await verify(bytes)).toMatchObject({ sha256: letter.sha256, verified: true, kind: 'AWARD' });
  const { data } = await graph.run(VERIFY, { sha256: letter.sha256.toUpperCase() });
  expect(data?.['verifyLetter']).toEqual({ verified: true, kind: 'AWARD' });
  for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(await verify(changed)).toMatchObject({ verified: false, kind: null, issuedAt: null });
  }
  expect((await graph.run(VERIFY, { sha256: 'abc' })).errors?.[0]?.extensions?.['code']).toBe(
    'BAD_USER_INPUT',
  );
});

test('a decision taken back revokes its letter, and the next decision has its own', async () => {
  const id = await awarded();
  const { letter } = await issue(id);
  expect(await issue(id)).toMatchObject({ __typename: 'ConflictError', code: 'LETTER_ISSUED' });
  await decide(graph, 'reopenDecision', { id, expectedVersion: 2, reason: 'Erreur.' }, SECOND_AGENT);
  const { data } = await graph.run(VERIFY, { sha256: letter.sha256 });
  expect(data?.['verifyLetter']).toEqual({ verified: false, kind: null });
  expect(await issue(id)).toMatchObject({ __typename: 'ConflictError', code: 'NO_DECISION' });
  await decide(graph, 'rejectApplication', { id, expectedVersion: 3, reason: 'Hors du territoire.' });
  expect(await issue(id)).toMatchObject({ letter: { kind: 'REFUSAL', revokedAt: null } });
});

test('ten at once issue one letter', async () => {
  const id = await awarded();
  const answers = await Promise.all(Array.from({ length: 10 }, () => issue(id)));
  expect(answers.filter((each) => 'letter' in each).length).toBe(1);
});

test('a laureate that only documents name has no letter, and who may not issues none', async () => {
  expect(await issue('APP:1-assol')).toMatchObject({ code: 'NO_DECISION' });
  expect(await issue(await awarded(), JUROR)).toMatchObject({ __typename: 'PermissionError' });
  expect(await issue('APP:nobody')).toMatchObject({ __typename: 'NotFoundError' });
});
