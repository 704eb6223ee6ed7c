import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { download } from '../export/download.fixture.ts';
import { anObservatory } from '../observatory.fixture.ts';
import { openUpload } from './open-upload.ts';

const person = (subject: string, ...roles: string[]): Viewer => ({
  ...{ kind: 'person', subject, roles, scopes: [], organization: null },
});
const PRODUCER = person('p-1', 'producer');
const OTHER = person('p-2', 'producer');

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await anObservatory();
});
afterAll(() => graph.stop());

const CREATE = `mutation ($input: CreateUploadInput!) {
  createUpload(input: $input) {
    __typename
    ... on Upload { id url expiresAt }
    ... on UserError { code message }
    ... on ValidationError { problems { code path } }
  }
}`;
type Shown = { __typename: string; id: string; url: string; expiresAt: string };

const CONTENT = 'territory;value\nCOM:92050;3\n';
const hashOf = (content: string) => createHash('sha256').update(content).digest('hex');

let keys = 0;
async function create(input: object = {}, viewer = PRODUCER): Promise<Shown> {
  keys += 1;
  const announced = { fileName: 'flores.csv', bytes: CONTENT.length, sha256: hashOf(CONTENT) };
  const { data, errors } = await graph
    .as(viewer)
    .run(CREATE, { input: { ...announced, idempotencyKey: `k${keys}`, ...input } });
  expect(errors).toBeUndefined();
  return data?.['createUpload'] as Shown;
}

async function put(url: string, content = CONTENT, viewer = PRODUCER): Promise<number> {
  return (await download(graph, url, { put: [Buffer.from(content)], viewer })).status;
}

async function contentOf(id: string, viewer = PRODUCER): Promise<string | null> {
  const opened = await openUpload(graph.open.newContext(viewer, 'test'), id, viewer);
  return opened === null ? null : text(opened.stream);
}

test('a file goes up once, and is read by whoever sent it alone', async () => {
  const { id, url, expiresAt } = await create();
  expect([url.startsWith(`/files/observatory/uploads/${id}?signature=`), expiresAt.slice(0, 15)]).toEqual([
    true,
    '2026-03-02T11:0',
  ]);
  expect(await contentOf(id)).toBe(null);
  expect([await put(url), await put(url)]).toEqual([201, 409]);
  expect([await contentOf(id), await contentOf(id, OTHER)]).toEqual([CONTENT, null]);
});

test('another file than the one announced is refused, and nothing of it is kept', async () => {
  const { id, url } = await create();
  const wrong = [CONTENT.replace('3', '4'), `${CONTENT}x`, CONTENT.slice(1), ''];
  const answers = [];
  for (const content of wrong) answers.push(await put(url, content));
  expect([answers, await contentOf(id)]).toEqual([[422, 422, 422, 422], null]);
  expect([await put(url), await contentOf(id)]).toEqual([201, CONTENT]);
});

test('a sending that is cut leaves the address open', async () => {
  const { url } = await create();
  const cut = (async function* () {
    yield Buffer.from(CONTENT.slice(0, 5));
    throw new Error('cut');
  })();
  expect((await download(graph, url, { put: cut, viewer: PRODUCER })).status).toBe(500);
  expect(await put(url)).toBe(201);
});

test('two senders at once: one sends', async () => {
  const { url } = await create();
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const slow = (async function* () {
    begun.resolve();
    await goOn.promise;
    yield Buffer.from(CONTENT);
  })();
  const first = download(graph, url, { put: slow, viewer: PRODUCER });
  await begun.promise;
  await expect.poll(async () => put(url)).toBe(409);
  goOn.resolve();
  expect((await first).status).toBe(201);
});

test('an address of another, forged, replaced or expired opens nothing', async () => {
  const { url } = await create({ idempotencyKey: 'again' });
  const renewed = await create({ idempotencyKey: 'again' });
  const forged = renewed.url.replace(/signature=.*/, 'signature=AAAA');
  const visitor: Viewer = { ...PRODUCER, kind: 'visitor', subject: null, roles: [] };
  expect([
    await put(renewed.url, CONTENT, OTHER),
    await put(renewed.url, CONTENT, visitor),
    await put(forged),
    await put(url),
    await put(renewed.url.replace(/uploads\/[^?]+/, 'uploads/nothing')),
  ]).toEqual([404, 401, 404, 404, 404]);
  await graph.db.query(`UPDATE upload SET expires_at = '2026-03-02T09:00:00Z' WHERE id = $1`, [renewed.id]);
  expect(await put(renewed.url)).toBe(410);
});

test('what is announced wrong is told all at once; a file too long goes to the operator', async () => {
  expect(
    await create({ fileName: '../a', bytes: 200_000_001, sha256: 'x', idempotencyKey: '' }),
  ).toMatchObject({
    __typename: 'ValidationError',
    problems: [
      { code: 'IDEMPOTENCY_KEY_MALFORMED', path: ['idempotencyKey'] },
      { code: 'FILE_NAME_MALFORMED', path: ['fileName'] },
      { code: 'FILE_TOO_LONG', path: ['bytes'] },
      { code: 'HASH_MALFORMED', path: ['sha256'] },
    ],
  });
});

test('an agent opens no upload, a key with the scope does; nobody has more than ten open', async () => {
  expect((await create({}, person('p-3', 'agent'))).__typename).toBe('PermissionError');
  const key: Viewer = { ...person('k-1'), kind: 'key', scopes: ['statistics:publish'] };
  const outcomes: string[] = [];
  for (let n = 0; n < 11; n += 1) outcomes.push((await create({}, key)).__typename);
  expect(outcomes).toEqual([...Array.from({ length: 10 }, () => 'Upload'), 'ConflictError']);
});

test('no signature is in the database', async () => {
  const { url } = await create({}, OTHER);
  const [row]: { whole: string }[] = await graph.db.query(
    `SELECT string_agg(u::text, '') || (SELECT string_agg(k::text, '') FROM idempotency_key k) AS whole FROM upload u`,
  );
  expect(row?.whole.includes(url.split('signature=')[1] ?? '')).toBe(false);
});

test('old uploads are removed, with their content', async () => {
  const { id, url } = await create({}, OTHER);
  await put(url, CONTENT, OTHER);
  await graph.db.query(`UPDATE upload SET created_at = '2026-02-20T00:00:00Z' WHERE id = $1`, [id]);
  await graph.db.transaction((tx) => graph.open.jobs.enqueue(tx, 'prune-uploads', {}));
  await graph.runJobs();
  const { storage } = graph.open.newContext(OTHER, 'test');
  expect([await contentOf(id, OTHER), await storage.bytesOf(`uploads/${id}`)]).toEqual([null, null]);
});
