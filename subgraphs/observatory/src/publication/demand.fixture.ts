import { createHash, randomUUID } from 'node:crypto';
import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { expect } from 'vitest';
import { NOW } from '../observatory.fixture.ts';
import { insertUpload, keyOfUpload } from '../upload/upload.queries.ts';

/** The organisation that publishes, by the data files. */
const CRESS = 'ORG:cress-idf';
export const PRODUCER: Viewer = {
  ...VISITOR,
  kind: 'person',
  subject: 'PERSON:producer-1',
  roles: ['producer'],
  organization: CRESS,
};
export const KEY: Viewer = {
  ...VISITOR,
  kind: 'key',
  subject: 'KEY:0000000000000001',
  scopes: ['statistics:publish'],
  organization: CRESS,
};
export const ADMIN: Viewer = {
  ...PRODUCER,
  subject: 'PERSON:admin-1',
  roles: ['admin'],
  organization: null,
};

export const RESULT = `
  ... on PublishVintageSuccess {
    inserted revised deleted
    disclosure { cells published suppressedPrimary recoverableCells narrowCells }
    vintage { id label geographyDate reason withdrawnAt }
    quarantined { code count }
  }
  ... on PublishVintageRejected { problemCount rowErrors { line column code message raw } }
  ... on ValidationError { problems { code path } }
  ... on UserError { code message path }`;
export const PUBLISH = `mutation ($input: PublishVintageInput!) { publishVintage(input: $input) {
  __typename ${RESULT} ... on PublicationRunning { publication { id status stage isDryRun } } } }`;

export type Answer = { __typename: string; publication?: { id: string } } & Record<string, unknown>;

/** A file as it is once it was sent. */
export async function uploaded(graph: TestSubgraph, content: string, viewer = PRODUCER): Promise<string> {
  const { storage, db } = graph.open.newContext(viewer, 'test');
  const id = randomUUID();
  const bytes = Buffer.from(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const owner = viewer.subject ?? '';
  await insertUpload(db, { id, owner, fileName: 'essai.csv', bytes: bytes.length, sha256, now: NOW });
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

/** Demands a publication, of ESS-FLORES unless told otherwise, and has it made. */
export async function demand(
  graph: TestSubgraph,
  input: Record<string, unknown>,
  viewer = PRODUCER,
): Promise<Answer> {
  asked += 1;
  const complete = {
    ...{ datasetCode: 'ESS-FLORES', label: `Essai ${asked}`, geographyDate: '2024-01-01' },
    idempotencyKey: `key-${asked}`,
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
