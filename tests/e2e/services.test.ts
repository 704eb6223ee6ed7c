import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort, ROOT, startProgram, temporaryFolder } from './program.ts';

const COMMUNE_PAGE = readFileSync(join(ROOT, 'operations/front-end/commune-page.graphql'), 'utf8');
let stop = () => {};
afterAll(() => stop());

test('npm run start:services: five processes, one killed, the others answer, a clean stop', async () => {
  const program = startProgram('start:services', {
    DATA_DIR: temporaryFolder(),
    PORT: String(await freePort()),
  });
  stop = () => program.child.kill('SIGKILL');
  await program.ready();
  const pids = new Map(
    [...program.output().matchAll(/(\w+) démarre \(processus (\d+)\)/g)].map(([, name, pid]) => [
      name,
      Number(pid),
    ]),
  );
  expect([...pids.keys()].sort()).toEqual(['events', 'gateway', 'grants', 'observatory', 'procurement']);

  const ask = () =>
    program.query<{ territory: { name: string; laureates: unknown; siaes: { totalCount: number } } }>(
      COMMUNE_PAGE,
      {
        code: 'COM:92002',
        from: '2026-01-01T00:00:00Z',
      },
    );
  expect((await ask()).errors).toBe(undefined);

  process.kill(pids.get('grants') ?? 0, 'SIGKILL');
  await expect.poll(async () => (await ask()).errors?.length).toBe(1);
  const { data, errors } = await ask();
  expect([data.territory.name, data.territory.laureates]).toEqual(['Antony', null]);
  expect(errors).toEqual([
    expect.objectContaining({
      path: ['territory', 'grantSummary'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', domain: 'grants', requestId: expect.any(String) },
    }),
  ]);

  program.child.kill('SIGTERM');
  expect(await program.ended()).toBe(0);
  const alive = [...pids.values()].filter((pid) => isAlive(pid));
  expect([alive, program.outgoing()]).toEqual([[], []]);
}, 150_000);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
