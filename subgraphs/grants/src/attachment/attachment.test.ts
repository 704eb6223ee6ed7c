import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockSetTo, VISITOR } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  A_PDF,
  act,
  aDraft,
  askRoute,
  attach,
  STARTED,
  SUBMITTED,
} from '../application-form/application-form.fixture.ts';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import {
  AGENT,
  APPLICANT,
  applicantOf,
  JUROR,
  ONE_OF_EACH,
  OTHER_APPLICANT,
} from '../testing/viewers.fixture.ts';
import { scanAttachment } from './scan-attachment.ts';

let graph: TestSubgraph;
let application: string;

beforeAll(async () => {
  graph = await loadedGrants({ clock: clockSetTo('2025-11-20') });
  const started = await act(graph, APPLICANT, 'startApplication', { edition: 4 }, STARTED);
  application = started.application?.id ?? '';
});
afterAll(() => graph.stop());

const OPENED = '... on AddAttachmentSuccess { uploadUrl expiresAt attachment { id } }';
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const announced = (content: Buffer = A_PDF, fileName = 'statuts.pdf') => ({
  ...{
    applicationId: application,
    kind: 'STATUTES',
    fileName,
    bytes: content.length,
    sha256: hashOf(content),
  },
});

async function open(more: object = {}, viewer = APPLICANT): Promise<{ url: string; id: string }> {
  const opened = await act(graph, viewer, 'addAttachment', { ...announced(), ...more }, OPENED);
  return {
    url: String(opened['uploadUrl']),
    id: (opened['attachment'] as { id: string } | undefined)?.id ?? '',
  };
}
const put = async (url: string, content: Buffer = A_PDF, viewer = APPLICANT) =>
  askRoute(graph, url, { viewer, put: [content] });
const reasonOf = ({ bytes }: { bytes: Buffer }) =>
  (JSON.parse(bytes.toString()) as { errors?: { extensions: { reason?: string } }[] }).errors?.[0]?.extensions
    .reason;

const LISTED = `query ($id: ID!) { application(id: $id) {
  attachments { kind fileName bytes mediaType scan url receivedAt }
} }`;

test('a file is sent once, is known by its content, and is not said to be scanned when nothing scans', async () => {
  const { url, id } = await open();
  const sent = await put(url);
  expect(JSON.parse(sent.bytes.toString())).toEqual({
    ...{ id, bytes: A_PDF.length, sha256: hashOf(A_PDF), mediaType: 'application/pdf', scan: 'NOT_SCANNED' },
  });
  expect([sent.status, (await put(url)).status]).toEqual([201, 409]);
  const { data } = await graph.as(APPLICANT).run(LISTED, { id: application });
  expect(data?.['application']).toMatchObject({
    attachments: [
      {
        ...{ kind: 'STATUTES', fileName: 'statuts.pdf', mediaType: 'application/pdf', scan: 'NOT_SCANNED' },
        url: `/files/grants/attachments/${id}`,
      },
    ],
  });
  const file = await askRoute(graph, `/files/grants/attachments/${id}`, { viewer: APPLICANT });
  expect([file.bytes.equals(A_PDF), file.headers]).toEqual([
    true,
    {
      'content-type': 'application/pdf',
      'content-length': String(A_PDF.length),
      'content-disposition': `attachment; filename*=UTF-8''statuts.pdf`,
      'cache-control': 'private, no-store',
    },
  ]);
});

test('a program that is called a PDF, a double file, another type than its name: refused, and nothing is kept', async () => {
  const files: [Buffer, string, string][] = [
    [Buffer.concat([Buffer.from('4d5a9000', 'hex'), A_PDF]), 'statuts.pdf', 'FILE_EXECUTABLE'],
    [
      Buffer.concat([A_PDF, Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]),
      'statuts.pdf',
      'FILE_POLYGLOT',
    ],
    [Buffer.from('<html></html>'), 'statuts.pdf', 'FILE_UNKNOWN_TYPE'],
    [A_PDF, 'statuts.docx', 'FILE_OTHER_EXTENSION'],
  ];
  const { storage } = graph.open.newContext(APPLICANT, 'test');
  for (const [content, fileName, reason] of files) {
    const { url, id } = await open(announced(content, fileName));
    const answer = await put(url, content);
    const rows: unknown[] = await graph.db.query(
      'SELECT received_at, media_type FROM attachment WHERE id = $1',
      [id],
    );
    expect([answer.status, reasonOf(answer), await storage.bytesOf(`attachments/${id}`), rows]).toEqual([
      ...[422, reason, null, [{ received_at: null, media_type: null }]],
    ]);
  }
});

test('200 MB is refused before a byte is sent, with all that is wrong; a longer body than announced is cut', async () => {
  const before: unknown[] = await graph.db.query('SELECT count(*) FROM attachment');
  const refused = await act(graph, APPLICANT, 'addAttachment', {
    ...{ applicationId: application, kind: 'OTHER', fileName: '../a', bytes: 200_000_000, sha256: 'x' },
  });
  expect(refused.problems).toEqual([
    {
      code: 'FILE_NAME_MALFORMED',
      message: 'Un nom de fichier a de 1 à 200 caractères imprimables, sans dossier.',
      path: ['fileName'],
    },
    { code: 'FILE_TOO_LONG', message: 'Une pièce jointe a 10 Mo au plus.', path: ['bytes'] },
    {
      code: 'HASH_MALFORMED',
      message: 'Une empreinte SHA-256 a 64 chiffres hexadécimaux.',
      path: ['sha256'],
    },
  ]);
  expect(await graph.db.query('SELECT count(*) FROM attachment')).toEqual(before);
  const { url, id } = await open();
  let pieces = 0;
  const endless = (async function* () {
    for (; pieces < 200; pieces += 1) yield Buffer.alloc(1_000_000);
  })();
  const { storage } = graph.open.newContext(APPLICANT, 'test');
  const answer = await askRoute(graph, url, { viewer: APPLICANT, put: endless });
  expect([answer.status, pieces < 20, await storage.bytesOf(`attachments/${id}`)]).toEqual([422, true, null]);
});

test('an address of another, forged, replaced or expired takes nothing', async () => {
  const { url, id } = await open({ idempotencyKey: 'renewed' });
  const renewed = await open({ idempotencyKey: 'renewed' });
  const statuses = [
    await put(renewed.url, A_PDF, OTHER_APPLICANT),
    await put(renewed.url, A_PDF, AGENT),
    await put(renewed.url, A_PDF, VISITOR),
    await put(renewed.url.replace(/signature=.*/, 'signature=AAAA')),
    await put(url),
  ].map(({ status }) => status);
  expect([renewed.id, statuses]).toEqual([id, [404, 404, 401, 404, 404]]);
  await graph.db.query(`UPDATE attachment SET expires_at = '2025-11-20T08:00:00Z' WHERE id = $1`, [id]);
  expect((await put(renewed.url)).status).toBe(410);
});

test('twenty attachments at most, even opened at once', async () => {
  const viewer = applicantOf('ORG:explore');
  const { id } = await aDraft(graph, { viewer, attached: false });
  const all = await Promise.all(
    Array.from({ length: 23 }, () =>
      act(graph, viewer, 'addAttachment', { ...announced(), applicationId: id }, OPENED),
    ),
  );
  const codes = all.map(({ code = 'opened' }) => code);
  expect([codes.filter((code) => code === 'opened').length, new Set(codes)]).toEqual([
    20,
    new Set(['opened', 'TOO_MANY_ATTACHMENTS']),
  ]);
});

test('an attachment is for its structure, agents and declared jurors; once filed it stays', async () => {
  const viewer = applicantOf('ORG:maison-proxite');
  const draft = await aDraft(graph, { viewer });
  await act(
    graph,
    viewer,
    'submitApplication',
    { draftId: draft.id, expectedVersion: draft.version },
    SUBMITTED,
  );
  const [file]: { id: string }[] = await graph.db.query(
    'SELECT id FROM attachment WHERE application_id = $1',
    [draft.id],
  );
  const id = file?.id ?? '';
  const statusFor = async (reader: typeof VISITOR) =>
    (await askRoute(graph, `/files/grants/attachments/${id}`, { viewer: reader })).status;
  const assign = (declared: string | null, recused: string | null) =>
    graph.db.query(
      `INSERT INTO review_assignment (id, application_id, reviewer, assigned_at, assigned_by, declared_at, recused_at)
       VALUES (gen_random_uuid(), $1, $2, now(), 'x', $3, $4)
       ON CONFLICT (application_id, reviewer) DO UPDATE SET declared_at = $3, recused_at = $4`,
      [draft.id, JUROR.subject, declared, recused],
    );
  const jurorStatuses = [await statusFor(JUROR)];
  for (const [declared, recused] of [
    [null, null],
    ['2025-11-20', null],
    ['2025-11-20', '2025-11-21'],
  ] as const) {
    await assign(declared, recused);
    jurorStatuses.push(await statusFor(JUROR));
  }
  expect([
    await statusFor(viewer),
    await statusFor(AGENT),
    await statusFor(APPLICANT),
    await statusFor(VISITOR),
  ]).toEqual([...[200, 200, 404, 401]]);
  expect(jurorStatuses).toEqual([404, 404, 200, 404]);
  const removal = await act(graph, viewer, 'removeAttachment', { id });
  const addition = await act(graph, viewer, 'addAttachment', { ...announced(), applicationId: draft.id });
  expect([removal.code, addition.code]).toEqual(['APPLICATION_NOT_WRITABLE', 'APPLICATION_NOT_WRITABLE']);
  await act(graph, AGENT, 'requestInformation', {
    ...{ id: draft.id, expectedVersion: draft.version + 1, reason: 'À préciser.', points: ['Le budget.'] },
  });
  expect((await act(graph, viewer, 'removeAttachment', { id })).code).toBe('ATTACHMENT_FILED');
});

test('an attachment of a draft is removed with its file; another’s does not exist', async () => {
  const { url, id } = await open();
  await put(url);
  const shown = '... on RemoveAttachmentSuccess { id }';
  const other = await act(graph, OTHER_APPLICANT, 'removeAttachment', { id }, shown);
  const own = await act(graph, APPLICANT, 'removeAttachment', { id }, shown);
  const { storage } = graph.open.newContext(APPLICANT, 'test');
  expect([other.code, own, await storage.bytesOf(`attachments/${id}`)]).toEqual([
    'ATTACHMENT_NOT_FOUND',
    { __typename: 'RemoveAttachmentSuccess', id },
    null,
  ]);
});

test('a file that comes while its application is filed is not kept', async () => {
  const viewer = applicantOf('ORG:assol');
  const draft = await aDraft(graph, { viewer });
  const late = await open({ applicationId: draft.id }, viewer);
  const submitted = Promise.withResolvers<void>();
  const content = (async function* () {
    await submitted.promise;
    yield A_PDF;
  })();
  const sending = askRoute(graph, late.url, { viewer, put: content });
  await act(
    graph,
    viewer,
    'submitApplication',
    { draftId: draft.id, expectedVersion: draft.version },
    SUBMITTED,
  );
  submitted.resolve();
  const answer = await sending;
  const { storage } = graph.open.newContext(viewer, 'test');
  expect([answer.status, reasonOf(answer), await storage.bytesOf(`attachments/${late.id}`)]).toEqual([
    ...[409, 'APPLICATION_NOT_WRITABLE', null],
  ]);
});

test('who may not add is refused', async () => {
  const outcomes = [];
  for (const viewer of ONE_OF_EACH) {
    outcomes.push((await act(graph, viewer, 'addAttachment', announced())).__typename);
  }
  expect(outcomes).toEqual(
    ONE_OF_EACH.map(({ roles: [role] }) =>
      role === 'applicant' ? 'AddAttachmentSuccess' : 'PermissionError',
    ),
  );
});

test('a scanner says clean or infected; what is infected is given to nobody', async () => {
  const { url, id } = await open();
  await put(url);
  const folder = mkdtempSync(join(tmpdir(), 'graphess-scanner-'));
  const scanner = join(folder, 'scanner');
  writeFileSync(scanner, '#!/bin/sh\ngrep -q PDF && exit "$1"\nexit 2\n');
  chmodSync(scanner, 0o700);
  const { storage } = graph.open.newContext(APPLICANT, 'test');
  const said = [];
  for (const command of [`${scanner} 0`, `${scanner} 1`, `${scanner} 2`, '/nothing/there', '']) {
    said.push(await scanAttachment({ storage, command }, id));
  }
  rmSync(folder, { recursive: true });
  expect(said).toEqual(['CLEAN', 'INFECTED', 'NOT_SCANNED', 'NOT_SCANNED', 'NOT_SCANNED']);
  await graph.db.query(`UPDATE attachment SET scan = 'INFECTED' WHERE id = $1`, [id]);
  const statuses = [];
  for (const viewer of [APPLICANT, AGENT]) {
    statuses.push((await askRoute(graph, `/files/grants/attachments/${id}`, { viewer })).status);
  }
  // A draft does not exist for agents.
  expect(statuses).toEqual([403, 404]);
});

test('addresses that nobody used are forgotten', async () => {
  const { id } = await open();
  await graph.db.query(`UPDATE attachment SET expires_at = '2025-11-18' WHERE id = $1`, [id]);
  await graph.db.transaction((tx) => graph.open.jobs.enqueue(tx, 'prune-attachments', {}));
  await graph.runJobs();
  expect(await graph.db.query('SELECT 1 FROM attachment WHERE id = $1', [id])).toEqual([]);
});

test('a file of nobody is not found, whoever asks', async () => {
  expect((await attach(graph, application)).status).toBe(201);
  const none = '/files/grants/attachments/00000000-0000-0000-0000-000000000000';
  expect((await askRoute(graph, none, { viewer: AGENT })).status).toBe(404);
});
