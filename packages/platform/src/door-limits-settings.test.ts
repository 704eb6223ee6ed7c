import { expect, test } from 'vitest';
import { platformSettings } from './settings.ts';

const PRODUCTION = { NODE_ENV: 'production', DATABASE_URL: 'postgres://u:p@db/graphess' };

test('whoever is known sends documents of their own in production, everyone elsewhere', () => {
  expect([
    platformSettings({}).freeDocuments,
    platformSettings(PRODUCTION).freeDocuments,
    platformSettings({ ...PRODUCTION, FREE_DOCUMENTS: 'nobody' }).freeDocuments,
  ]).toEqual(['everyone', 'known', 'nobody']);
});

test('costs have the same maxima in both postures, and take others', () => {
  expect([
    platformSettings({}).maximumCost,
    platformSettings(PRODUCTION).maximumCost,
    platformSettings({ MAX_COST: '10', MAX_COST_PERSON: '20', MAX_COST_AGENT: '30' }).maximumCost,
  ]).toEqual([
    { visitor: 1_000, person: 2_000, agent: 5_000 },
    { visitor: 1_000, person: 2_000, agent: 5_000 },
    { visitor: 10, person: 20, agent: 30 },
  ]);
});

test('what is wrong with them is told', () => {
  expect(() => platformSettings({ FREE_DOCUMENTS: 'some', MAX_COST: '0', MAX_COST_AGENT: 'much' })).toThrow(
    [
      'La configuration est incorrecte :',
      '  - FREE_DOCUMENTS : « everyone », « known » ou « nobody » est attendu',
      '  - MAX_COST : un nombre entier de 1 à 1000000 est attendu',
      '  - MAX_COST_AGENT : un nombre entier de 1 à 1000000 est attendu',
    ].join('\n'),
  );
});
