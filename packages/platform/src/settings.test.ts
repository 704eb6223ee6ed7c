import { SettingsError } from '@graphess/subgraph-kit';
import { expect, test } from 'vitest';
import { DOMAINS, platformSettings, SUBGRAPHS } from './settings.ts';

const URL = 'postgres://u:p@db.example:5432/graphess';

function problemsOf(env: Record<string, string>): string[] {
  try {
    platformSettings(env);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const [title, ...problems] = error.message.split('\n');
    expect(title).toBe('La configuration est incorrecte :');
    return problems.map((line) => line.replace(/^ {2}- /, ''));
  }
}

test('with nothing set, the platform shows the Hauts-de-Seine locally, with demonstration data', () => {
  const settings = platformSettings({});
  expect({
    production: settings.production,
    host: settings.host,
    department: settings.department,
    demonstration: settings.demonstration,
    databases: SUBGRAPHS.map((name) => settings.databaseUrl(name)),
    urls: SUBGRAPHS.map((name) => settings.subgraphUrl(name)),
    port: settings.port(4000),
  }).toEqual({
    production: false,
    host: '127.0.0.1',
    department: '92',
    demonstration: { enabled: true, scale: 1 },
    databases: [null, null, null, null],
    urls: [4001, 4002, 4003, 4004].map((port) => `http://127.0.0.1:${port}`),
    port: 4000,
  });
});

test('production wants a database, and forbids the clock and demonstration data: all is told at once', () => {
  const env = {
    NODE_ENV: 'production',
    CLOCK: '2025-11-20',
    DEMONSTRATION: 'true',
    DEPARTMENT: '9',
    PORT: 'x',
    GRANTS_DATABASE_URL: URL,
  };
  expect(problemsOf(env)).toEqual([
    'PORT : un numéro de port est attendu',
    'DEPARTMENT : un code de département est attendu, par exemple 92, 2A ou 974',
    'CLOCK : l’horloge ne se règle pas en production',
    'DEMONSTRATION : pas de données de démonstration en production',
    'DATABASE_URL : obligatoire en production',
  ]);
});

test('production needs no common database when each subgraph has its own, and never shows demonstration data', () => {
  const own = Object.fromEntries(
    DOMAINS.map((name) => [`${name.toUpperCase()}_DATABASE_URL`, `${URL}_${name}`]),
  );
  const settings = platformSettings({ NODE_ENV: 'production', ...own });
  expect([settings.databaseUrl('events'), settings.demonstration.enabled, settings.host]).toEqual([
    `${URL}_events`,
    false,
    '0.0.0.0',
  ]);
});

test('a subgraph’s own variable goes before the common one', () => {
  const settings = platformSettings({
    DATABASE_URL: URL,
    EVENTS_DATABASE_URL: `${URL}_events`,
    EVENTS_URL: 'http://events:80',
    PORT: '0',
  });
  expect([
    settings.databaseUrl('events'),
    settings.databaseUrl('grants'),
    settings.subgraphUrl('events'),
    settings.port(4000),
  ]).toEqual([`${URL}_events`, URL, 'http://events:80', 0]);
});

test.each(['92', '2A', '2B', '01', '971', '988'])('DEPARTMENT=%s is a code', (DEPARTMENT) => {
  expect(problemsOf({ DEPARTMENT })).toEqual([]);
});

test.each(['9', '2C', '2a', '992', '1000', 'Hauts-de-Seine', '92 '])('DEPARTMENT=%s is not', (DEPARTMENT) => {
  expect(problemsOf({ DEPARTMENT })).toEqual([
    'DEPARTMENT : un code de département est attendu, par exemple 92, 2A ou 974',
  ]);
});

test.each([
  [{ DEMONSTRATION: 'oui' }, 'DEMONSTRATION : « true » ou « false » est attendu'],
  [{ DEMONSTRATION_SCALE: '0' }, 'DEMONSTRATION_SCALE : un nombre entier de 1 à 1000 est attendu'],
  [{ DEMONSTRATION_SCALE: '1.5' }, 'DEMONSTRATION_SCALE : un nombre entier de 1 à 1000 est attendu'],
  [{ CLOCK: '2025-02-30' }, 'CLOCK : une date (2025-11-20) ou un instant (2025-11-20T10:00:00Z) est attendu'],
  [{ GRANTS_URL: 'grants' }, 'GRANTS_URL : une adresse http://… est attendue'],
])('%j is refused in French', (env, problem) => {
  expect(problemsOf(env)).toEqual([problem]);
});

test('journals are anchored beside the embedded database, elsewhere only where it is said', () => {
  const fileOf = (env: Record<string, string>) => platformSettings(env).journalAnchorFile('grants');
  expect(fileOf({ DATA_DIR: '/data', DEPARTMENT: '69' })).toBe('/data/69/journal-anchors.jsonl');
  expect(fileOf({ DATA_DIR: '/data', GRANTS_DATABASE_URL: URL })).toBe(null);
  expect(fileOf({ DATABASE_URL: URL, JOURNAL_ANCHOR_FILE: '/anchors/a.jsonl' })).toBe('/anchors/a.jsonl');
});

test('metrics and traces are for those who ask for them', () => {
  const seen = (env: Record<string, string>) => {
    const { metrics, traceEndpoint } = platformSettings(env);
    return { metrics, traceEndpoint };
  };
  expect(seen({})).toEqual({ metrics: null, traceEndpoint: null });
  expect(seen({ METRICS_PORT: '9464', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' })).toEqual({
    metrics: { host: '127.0.0.1', port: 9464 },
    traceEndpoint: 'http://127.0.0.1:4318',
  });
});
