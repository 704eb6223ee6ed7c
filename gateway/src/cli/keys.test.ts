import { SettingsError } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { access } from '../access/access.ts';
import { keyReader } from '../access/api-key/key-reader.ts';
import { keyCommand, USAGE } from './key-command.ts';
import { runKeyCommand } from './run-key-command.ts';

const NOW = new Date('2026-03-02T10:00:00Z');
let minutes = 0;
let graph: TestSubgraph;
beforeAll(async () => {
  graph = await testSubgraph(access);
});
afterAll(() => graph.stop());

const run = (...line: string[]) => {
  minutes += 1;
  const now = new Date(NOW.getTime() + minutes * 60_000);
  return runKeyCommand(keyCommand(line, 300), { db: graph.db, now, posture: 'test' });
};
const problemsOf = (...line: string[]): string[] => {
  try {
    keyCommand(line, 300);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.message.replace(`\n\n${USAGE}`, '').split('\n');
  }
};
const read = keyReader({
  db: () => graph.db,
  clock: () => NOW,
  posture: 'test',
  journal: async () => {},
  log: pino({ level: 'silent' }),
});
const isAccepted = (secret: string) =>
  read(secret, { id: 'request-1', ip: '10.0.0.9' }).then(
    () => true,
    () => false,
  );

test('a key is made, listed, rotated and revoked', async () => {
  const created = await run(
    ...['create', '--partner', 'CRESS IDF', '--scope', 'statistics:read', '--scope=directory:read'],
    ...['--months', '6', '--quota', '120', '--organization', 'ORG:cress-idf', '--network', '10.0.0.0/8'],
  );
  const secret = created.at(-1) ?? '';
  const id = /KEY:[0-9a-z]{16}/.exec(created.join(' '))?.[0];
  expect([created, await isAccepted(secret)]).toEqual([
    [
      'Clé créée.',
      `  identifiant   ${id}`,
      '  partenaire    CRESS IDF',
      '  structure     ORG:cress-idf',
      '  droits        directory:read statistics:read',
      '  réseaux       10.0.0.0/8',
      '  quota         120 requêtes par minute',
      '  valable       jusqu’au 2026-09-02',
      '',
      'Le secret, montré cette seule fois, à envoyer dans l’en-tête x-api-key :',
      expect.stringMatching(/^ess_test_[0-9A-Za-z]{36}$/),
    ],
    true,
  ]);
  const prefix = secret.slice(0, 15);
  const line = (state: string, used: string) =>
    `${prefix}  ${id}  CRESS IDF  directory:read statistics:read  120/min  ${state}  ${used}`;
  expect(await run('list')).toEqual([line('jusqu’au 2026-09-02', 'utilisée le 2026-03-02')]);

  const rotated = await run('rotate', prefix, '--overlap', '7');
  const next = rotated.at(-1) ?? '';
  expect([rotated[0], await isAccepted(secret), await isAccepted(next)]).toEqual([
    `Clé remplacée ; l’ancienne, ${prefix}…, est acceptée jusqu’au 2026-03-09.`,
    true,
    true,
  ]);
  expect([await run('revoke', id ?? ''), await isAccepted(secret), await isAccepted(next)]).toEqual([
    [`Clé ${prefix}… (CRESS IDF) révoquée : elle n’est plus acceptée.`],
    false,
    true,
  ]);
  expect([
    (await run('list')).length,
    (await run('list', '--all')).at(-1),
    await run('list', '--partner', 'inconnu'),
  ]).toEqual([1, line('révoquée le 2026-03-02', 'utilisée le 2026-03-02'), ['Aucune clé.']]);
  const actors = await graph.db.query(
    `SELECT DISTINCT actor_kind, actor FROM journal WHERE action LIKE 'API_KEY_%' AND action <> 'API_KEY_REFUSED'`,
  );
  expect(actors).toEqual([{ actor_kind: 'service', actor: 'operator' }]);
});

test('what cannot be done is told', async () => {
  const prefix = (await run('create', '--partner', 'Autre', '--scope', 'bi:read')).at(-1)?.slice(0, 15) ?? '';
  await run('revoke', prefix);
  await expect(run('rotate', prefix)).rejects.toThrow(
    'Cette clé est révoquée ou expirée : créez-en une nouvelle.',
  );
  await expect(run('revoke', 'ess_test_zzzzzz')).rejects.toThrow(
    'Aucune clé ne commence par ess_test_zzzzzz.',
  );
  await expect(run('revoke', 'KEY:0000000000000000')).rejects.toThrow(
    'Aucune clé n’a l’identifiant KEY:0000000000000000.',
  );
});

test('a command line is told all that is wrong in it', () => {
  expect(
    problemsOf(
      ...['create', 'x', '--scope', 'all:write', '--months', '2.5', '--network', '1.2.3.4/99'],
      ...['--color', 'red', '--organization', 'x', '--overlap', '3', '--partner', 'A', '--quota'],
    ),
  ).toEqual([
    'La commande est incorrecte :',
    '  - « create » n’a pas d’option --color',
    '  - « create » n’a pas d’option --overlap',
    '  - --quota attend une valeur',
    '  - « x red » est de trop',
    '  - Le nom du partenaire a de 2 à 120 caractères.',
    '  - Les droits connus sont bi:read, changes:read, directory:read, statistics:publish, statistics:read.',
    '  - Un identifiant de structure est attendu : ORG:….',
    '  - Un réseau s’écrit 10.0.0.0/8 ou 2001:db8::/32 ; « /0 », qui vaut tout l’internet, est refusé.',
    '  - Une clé vit de 1 à 12 mois.',
  ]);
});

test.each([
  [[], [USAGE]],
  [['delete'], ['La commande « delete » n’existe pas.']],
  [['rotate'], ['La commande est incorrecte :', '  - une clé, et une seule, est attendue']],
  [
    ['rotate', 'ess_test_aaaaaa', '--overlap', '91'],
    ['La commande est incorrecte :', '  - Le recouvrement va de 0 à 90 jours.'],
  ],
  [
    ['revoke', `ess_test_${'a'.repeat(36)}`],
    [
      'La commande est incorrecte :',
      '  - une clé se désigne par son identifiant (KEY:…) ou par les 15 caractères que « list » montre, jamais par son secret',
    ],
  ],
  [
    ['list', '--all=oui'],
    ['La commande est incorrecte :', '  - --all n’attend pas de valeur'],
  ],
  [
    ['list', '--partner', 'a', '--partner', 'b'],
    ['La commande est incorrecte :', '  - --partner ne se donne qu’une fois'],
  ],
  [
    ['rotate', 'ess_test_aaaaaa', '--overlap', '--all'],
    [
      'La commande est incorrecte :',
      '  - --overlap attend une valeur',
      '  - Le recouvrement va de 0 à 90 jours.',
    ],
  ],
])('%j is refused', (line, problems) => {
  expect(problemsOf(...line).join('\n')).toBe(problems.join('\n'));
});
