import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../events.ts';
import { followAuditions } from './audition.follow.ts';

let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(events);
});
afterAll(() => graph.stop());

const AUDITIONS = `{ events(filter: { types: [AUDITION] }) {
  nodes { id title startsOn startsAt endsAt venue { name } isDemonstration sources { producer title } } } }`;

const DAY = {
  id: '5-2026-03-30',
  edition: 5,
  day: '2026-03-30',
  starts_at: '2026-03-30T07:00:00.000Z',
  ends_at: '2026-03-30T10:00:00.000Z',
};

type Change = { seq: string; key: string; kind: 'UPSERT' | 'DELETE'; value: unknown };

/** The agenda once grants sent a page of changes. */
async function afterChanges(...changes: Change[]): Promise<unknown> {
  const upserts = changes.filter(({ kind }) => kind === 'UPSERT');
  const deleted = changes.filter(({ kind }) => kind === 'DELETE').map(({ key }) => key);
  await followAuditions.apply(graph.db, upserts, deleted);
  return (await graph.run(AUDITIONS)).data?.['events'];
}

test('a day of auditions is in the agenda, marked as such, with its source; called off, it goes', async () => {
  const announced = { seq: '1', key: DAY.id, kind: 'UPSERT' as const, value: DAY };
  expect(await afterChanges(announced)).toEqual({
    nodes: [
      {
        id: 'EVT:auditions-5-2026-03-30',
        title: 'Auditions de la 5e édition',
        startsOn: '2026-03-30',
        startsAt: '2026-03-30T07:00:00.000Z',
        endsAt: '2026-03-30T10:00:00.000Z',
        venue: null,
        isDemonstration: false,
        sources: [{ producer: 'Département', title: 'Calendrier des auditions de l’appel à projets' }],
      },
    ],
  });
  expect(await afterChanges({ seq: '2', key: DAY.id, kind: 'DELETE', value: null })).toEqual({
    nodes: [],
  });
});

test('a load of the facts leaves the auditions alone', async () => {
  await afterChanges({ seq: '3', key: DAY.id, kind: 'UPSERT', value: DAY });
  await graph.open.load({
    ...{ dataDir: 'data', area: '92', demonstration: true, scale: 1, thorough: false },
    onProgress: () => {},
  });
  const { data } = await graph.run(AUDITIONS);
  expect(data?.['events']).toMatchObject({ nodes: [{ id: 'EVT:auditions-5-2026-03-30' }] });
});
