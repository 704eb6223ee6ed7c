import { expect, test } from 'vitest';
import { z } from 'zod';
import { readSettings, SettingsError, setting } from './env.ts';

const schema = z.object({
  PORT: setting.port(4000),
  DATABASE_URL: setting.postgresUrl.optional(),
  LIBRARY_URL: setting.httpUrl.optional(),
  CLOCK: setting.clock,
  NODE_ENV: setting.posture,
  LOG_LEVEL: setting.logLevel,
});

test('every problem is told at once, in French', () => {
  const env = {
    PORT: '70000',
    DATABASE_URL: 'mysql://localhost/x',
    LIBRARY_URL: 'library',
    CLOCK: '2025-02-30',
    NODE_ENV: 'prod',
    LOG_LEVEL: 'loud',
  };
  expect(() => readSettings(schema, env, ['SECRET : obligatoire'])).toThrow(
    new SettingsError(
      [
        'La configuration est incorrecte :',
        '  - PORT : un numéro de port va de 0 à 65535',
        '  - DATABASE_URL : une adresse postgres://utilisateur:motdepasse@serveur:port/base est attendue',
        '  - LIBRARY_URL : une adresse http://… est attendue',
        '  - CLOCK : une date (2025-11-20) ou un instant (2025-11-20T10:00:00Z) est attendu',
        '  - NODE_ENV : « development », « test » ou « production » est attendu',
        '  - LOG_LEVEL : « trace », « debug », « info », « warn », « error » ou « silent » est attendu',
        '  - SECRET : obligatoire',
      ].join('\n'),
    ),
  );
});

test.each(['a', '1.5', '-1', '65536'])('PORT=%s is refused', (PORT) => {
  expect(() => readSettings(schema, { PORT })).toThrow(SettingsError);
});

test('an empty variable counts as absent, and a right one is read', () => {
  const { PORT, LOG_LEVEL, NODE_ENV, CLOCK } = readSettings(schema, {
    PORT: '',
    LOG_LEVEL: 'warn',
    CLOCK: '2025-11-20T10:00:00Z',
  });
  expect({ PORT, LOG_LEVEL, NODE_ENV, day: CLOCK().toISOString().slice(0, 10) }).toEqual({
    PORT: 4000,
    LOG_LEVEL: 'warn',
    NODE_ENV: 'development',
    day: '2025-11-20',
  });
});
