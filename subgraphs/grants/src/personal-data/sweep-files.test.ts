import { Readable } from 'node:stream';
import type { FileStorage } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedGrants } from '../testing/loaded-grants.fixture.ts';
import { ADMIN } from '../testing/viewers.fixture.ts';
import { sweepFiles } from './sweep-files.ts';
import { tracedApplication } from './traces.fixture.ts';

let graph: TestSubgraph;
let storage: FileStorage;
beforeAll(async () => {
  graph = await loadedGrants();
  storage = graph.open.newContext(ADMIN, 'test').storage;
});
afterAll(() => graph.stop());

const IN_AN_HOUR = () => new Date(Date.now() + 3_600_000);
const AN_HOUR_AGO = () => new Date(Date.now() - 3_600_000);

async function stored(): Promise<string[]> {
  return [
    ...(await storage.keysIn('attachments', IN_AN_HOUR())),
    ...(await storage.keysIn('letters', IN_AN_HOUR())),
  ];
}

async function keysOf(table: 'attachment' | 'letter'): Promise<string[]> {
  const rows: { id: string }[] = await graph.db.query(`SELECT id FROM ${table}`);
  return rows.map(({ id }) => `${table}s/${id}`);
}

test('a file stays as long as a row leads to it, and a new one stays anyhow', async () => {
  await tracedApplication(graph.db, 'REJECTED');
  const kept = [...(await keysOf('attachment')), ...(await keysOf('letter'))];
  const left = [`attachments/${crypto.randomUUID()}`, `letters/${crypto.randomUUID()}`];
  for (const key of [...kept, ...left]) {
    await storage.put(key, Readable.from([Buffer.from('file')]), { maxBytes: 10 });
  }
  expect(await sweepFiles(graph.db, storage, AN_HOUR_AGO())).toBe(0);
  expect((await stored()).sort()).toEqual([...kept, ...left].sort());
  expect(await sweepFiles(graph.db, storage, IN_AN_HOUR())).toBe(2);
  expect((await stored()).sort()).toEqual(kept.sort());
  await graph.db.query('UPDATE application SET personal_data_erased_at = now()');
  expect(await sweepFiles(graph.db, storage, IN_AN_HOUR())).toBe(1);
  expect(await stored()).toEqual(await keysOf('attachment'));
});
