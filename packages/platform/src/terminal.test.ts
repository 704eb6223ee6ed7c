import { createServer } from 'node:net';
import { LocalPostgresError } from '@graphess/local-postgres';
import { dataSourceOf, defineSubgraph, SettingsError } from '@graphess/subgraph-kit';
import { createTestDatabase } from '@graphess/subgraph-kit/testing';
import { expect, inject, test } from 'vitest';
import { explainFailure } from './terminal.ts';

const empty = (name: string) => defineSubgraph({ name, entities: [], resolvers: [], migrations: [] });

/** What a person reads when a subgraph opens on this database. */
async function openingOn(url: URL, name = 'platformtest'): Promise<string> {
  const dataSource = dataSourceOf(empty(name), { url: url.toString(), as: 'runtime' });
  try {
    await dataSource.initialize();
    await dataSource.destroy();
    return 'opened';
  } catch (error) {
    return explainFailure(error);
  }
}

test('a database whose server is not there', async () => {
  const url = new URL(inject('postgresUrl'));
  url.port = '1';
  const answer =
    'La base de données ne répond pas : vérifiez que PostgreSQL est démarré et que DATABASE_URL donne la bonne adresse.';
  expect(await openingOn(url)).toBe(answer);
  url.hostname = 'localhost';
  expect(await openingOn(url)).toBe(answer);
  url.hostname = 'no-such-host.invalid';
  expect(await openingOn(url)).toBe(answer);
});

test('a database that does not exist', async () => {
  const url = new URL(inject('postgresUrl'));
  url.pathname = '/no_such_database';
  expect(await openingOn(url)).toBe(
    'La base de données n’existe pas : créez-la, ou corrigez le nom dans DATABASE_URL.',
  );
});

test('a database that nobody prepared', async () => {
  const database = await createTestDatabase([]);
  expect(await openingOn(new URL(database.url), 'neverprepared')).toBe(
    'Les rôles de la plateforme manquent dans la base de données : lancez d’abord npm run migrate.',
  );
  await database.drop();
});

test('a port that is taken', async () => {
  const first = createServer();
  await new Promise<void>((resolve) => first.listen(0, '127.0.0.1', resolve));
  const address = first.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const failure = await new Promise<unknown>((resolve) =>
    createServer().once('error', resolve).listen(port, '127.0.0.1'),
  );
  first.close();
  expect(explainFailure(failure)).toBe(
    `Le port ${port} est déjà pris : arrêtez le programme qui l’utilise, ou choisissez-en un autre, par exemple PORT=${port + 100} npm start.`,
  );
});

const coded = (code: string) => Object.assign(new Error('unknown to the reader'), { code });

test.each([
  [
    new SettingsError('La configuration est incorrecte :\n  - PORT : …'),
    'La configuration est incorrecte :\n  - PORT : …',
  ],
  [new LocalPostgresError('Le disque est plein.'), 'Le disque est plein.'],
  [coded('28P01'), 'La base de données refuse le mot de passe : corrigez DATABASE_URL.'],
  [coded('28000'), 'La base de données refuse cet utilisateur : corrigez DATABASE_URL.'],
  [coded('57P03'), 'La base de données démarre ou s’arrête : réessayez dans un instant.'],
  [
    coded('53300'),
    'La base de données n’accepte plus de connexion : augmentez max_connections, ou arrêtez d’autres programmes.',
  ],
  [
    coded('42501'),
    'L’utilisateur de DATABASE_URL n’a pas les droits nécessaires : il doit pouvoir créer des rôles, des schémas et des extensions.',
  ],
  [
    new Error('timeout expired'),
    'La base de données ne répond pas : vérifiez que PostgreSQL est démarré et que DATABASE_URL donne la bonne adresse.',
  ],
  ['thrown text', 'Le démarrage a échoué pour une raison inconnue.'],
])('%s is told as one sentence', (error, sentence) => {
  expect(explainFailure(error)).toBe(sentence);
});

test('a bug is told with its place', () => {
  const [first] = explainFailure(new TypeError('a bug')).split('\n');
  expect(first).toBe('Le démarrage a échoué : TypeError: a bug');
});
