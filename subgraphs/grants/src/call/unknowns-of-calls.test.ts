import { readDataFile } from '@graphess/subgraph-kit';
import { expect, test } from 'vitest';
import type { LaureateRecord } from '../application/load-applications.ts';
import type { CallRecord } from './load-calls.ts';
import { unknownsOfCalls } from './unknowns-of-calls.ts';

test('names, titles and amounts that no document gives are told, and nothing more', () => {
  const unknowns = unknownsOfCalls(
    readDataFile<CallRecord[]>('data', '92', 'grants/calls.json', []),
    readDataFile<LaureateRecord[]>('data', '92', 'grants/laureates.json', []),
  );
  expect(unknowns.map(({ subject, field, reason, count }) => [subject, field, reason, count])).toEqual([
    ['CALL:1', 'laureates.awarded', 'AMOUNTS_NOT_PUBLISHED', 13],
    ['CALL:2', 'laureates.title', 'NO_SOURCE', 14],
    ['CALL:2', 'laureates.awarded', 'AMOUNTS_NOT_PUBLISHED', 14],
    ['CALL:2', 'envelope.total', 'AMOUNTS_NOT_PUBLISHED', 1],
    ['CALL:3', 'laureates', 'NAMES_NOT_PUBLISHED', 16],
    ['CALL:3', 'laureates.awarded', 'AMOUNTS_NOT_PUBLISHED', 16],
    ['CALL:3', 'envelope.total', 'AMOUNTS_NOT_PUBLISHED', 1],
    ['CALL:4', 'counts.awarded', 'NOT_PUBLISHED_YET', 1],
    ['CALL:4', 'envelope.total', 'AMOUNTS_NOT_PUBLISHED', 1],
  ]);
  expect(unknowns.find(({ field }) => field === 'laureates')).toEqual({
    ...{ subject: 'CALL:3', field: 'laureates', reason: 'NAMES_NOT_PUBLISHED', count: 16 },
    ...{ label: 'Noms des lauréats de la 3e édition', source: 'panorama-ess-92' },
  });
});
