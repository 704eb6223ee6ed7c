import { SettingsError } from '@graphess/subgraph-kit';
import { expect, test } from 'vitest';
import { platformSettings } from './settings.ts';

const DATABASE = { NODE_ENV: 'production', DATABASE_URL: 'postgres://u:p@db.example/graphess' };

function problemsOf(env: Record<string, string>): string[] {
  try {
    platformSettings(env);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^ {2}- /, ''));
  }
}

test('each wait ends before the one around it; a stop is announced in production alone', () => {
  expect(platformSettings({}).resilience).toEqual({
    deadlineMs: 10_000,
    subgraphTimeoutMs: 3_000,
    statementTimeoutMs: 2_500,
    poolSize: 8,
    maxInFlight: 200,
    lameDuckMs: 0,
    corsOrigins: [],
  });
  expect(platformSettings(DATABASE).resilience.lameDuckMs).toBe(2_000);
  expect(platformSettings({ ...DATABASE, LAME_DUCK_MS: '0' }).resilience.lameDuckMs).toBe(0);
});

test('waits in the wrong order are refused, each told by its name', () => {
  expect(problemsOf({ SUBGRAPH_TIMEOUT_MS: '10000' })).toEqual([
    'SUBGRAPH_TIMEOUT_MS : une durée plus courte que REQUEST_DEADLINE_MS est attendue',
  ]);
  expect(problemsOf({ STATEMENT_TIMEOUT_MS: '3000' })).toEqual([
    'STATEMENT_TIMEOUT_MS : une durée plus courte que SUBGRAPH_TIMEOUT_MS est attendue',
  ]);
});

test('origins are written as browsers send them', () => {
  const text = 'https://portail.example.fr, http://localhost:5173';
  expect(platformSettings({ CORS_ORIGINS: text }).resilience.corsOrigins).toEqual([
    'https://portail.example.fr',
    'http://localhost:5173',
  ]);
  for (const wrong of [
    '*',
    'null',
    'portail.example.fr',
    'https://portail.example.fr/',
    'https://Portail.example.fr',
  ]) {
    expect(problemsOf({ CORS_ORIGINS: wrong })).toEqual([
      'CORS_ORIGINS : une liste d’origines séparées par des virgules est attendue, par exemple https://portail.exemple.fr',
    ]);
  }
});
