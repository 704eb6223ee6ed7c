import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort, type Program, ROOT, startProgram, temporaryFolder } from './program.ts';

const COMMUNE_PAGE = readFileSync(join(ROOT, 'operations/front-end/commune-page.graphql'), 'utf8');
const CODE = { code: 'COM:92002', from: '2026-01-01T00:00:00Z' };
const folder = temporaryFolder();
const running: Program[] = [];
const start = (env: Record<string, string>) => {
  const program = startProgram('start', { DATA_DIR: folder, ...env });
  running.push(program);
  return program;
};
afterAll(() => {
  for (const { child } of running) child.kill('SIGKILL');
});

test('npm start: an empty machine, kill -9, the same data again, a clean stop, and nothing leaves the machine', async () => {
  const first = start({ PORT: String(await freePort()) });
  await first.answers();
  // While data are being loaded, nothing is told rather than an emptiness.
  expect(await first.query('{ calls { edition } }')).toMatchObject({
    errors: [{ path: ['calls'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', domain: 'grants' } }],
  });
  await first.ready();
  const before = await first.query(COMMUNE_PAGE, CODE);
  expect(before.errors).toBe(undefined);
  first.child.kill('SIGKILL');
  await first.ended();

  const second = start({ PORT: String(await freePort()) });
  await second.ready();
  expect(await second.query(COMMUNE_PAGE, CODE)).toEqual(before);
  const byGet = await fetch(
    `${second.url}/graphql?query=${encodeURIComponent('{ territory(code: "DEP:92") { name } }')}`,
    { headers: { 'apollo-require-preflight': 'true' } },
  );
  expect(await byGet.json()).toMatchObject({ data: { territory: { name: 'Hauts-de-Seine' } } });

  second.child.kill('SIGINT');
  expect(await second.ended()).toBe(0);
  expect(second.output()).toContain('Tout est arrêté.');
  expect([...first.outgoing(), ...second.outgoing()]).toEqual([]);
}, 150_000);

test('what stands in the way of a start is told in one French sentence', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const cases: [Record<string, string>, RegExp][] = [
    [{ PORT: port }, new RegExp(`Le port ${port} est déjà pris`)],
    [
      { PORT: await freePort().then(String), DATABASE_URL: 'postgres://a:b@127.0.0.1:9/x' },
      /La base de données ne répond pas/,
    ],
    [
      { PORT: 'abc', CLOCK: '2025-02-30', DEPARTMENT: 'xx' },
      /La configuration est incorrecte :\n {2}- PORT : .+\n {2}- CLOCK : .+\n {2}- DEPARTMENT : /,
    ],
  ];
  const outcomes = await Promise.all(
    cases.map(async ([env, sentence]) => {
      const program = start(env);
      const code = await program.ended();
      return { code, said: sentence.test(program.output()), stack: /\n\s+at /.test(program.output()) };
    }),
  );
  taken.close();
  expect(outcomes).toEqual(cases.map(() => ({ code: 1, said: true, stack: false })));
}, 60_000);
