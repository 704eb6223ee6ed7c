import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MODES, testPlatform } from '../gateway/src/testing/test-platform.ts';
import {
  joinLocalPostgres,
  type LocalPostgres,
  restartLocalPostgres,
} from '../packages/local-postgres/src/index.ts';

let dir: string;
let server: LocalPostgres;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'graphess-restart-'));
  await chmod(dir, 0o755);
  server = await joinLocalPostgres({ dir, durable: false });
  // Loads what both copy.
  await (await testPlatform({ mode: 'one process', server: server.url })).stop();
});
afterAll(async () => {
  await server.release();
  await rm(dir, { recursive: true, force: true });
  await rm(server.dataDir, { recursive: true, force: true });
});

const QUERY =
  '{ calls { edition } events(first: 1) { nodes { title } } siaes(first: 1) { nodes { id } } __typename }';

test.each(MODES)(
  '%s: while PostgreSQL is away domains say so, and when it is back they answer without a restart',
  async (mode) => {
    const graph = await testPlatform({ mode, server: server.url });
    const ready = async () => (await fetch(`${graph.url}/readyz`)).status;
    try {
      expect([(await graph.query(QUERY)).errors, await ready()]).toEqual([[], 200]);
      const codes = new Set<unknown>();
      let going = true;
      const asking = (async () => {
        while (going) {
          const { errors } = await graph.query(QUERY);
          for (const { extensions } of errors) codes.add(extensions['code']);
        }
      })();
      await restartLocalPostgres(dir);
      going = false;
      await asking;
      codes.delete('SUBGRAPH_UNAVAILABLE');
      expect([...codes]).toEqual([]);
      let state: unknown[] = [];
      for (let n = 0; n < 100 && (state[0] !== 0 || state[1] !== 200); n += 1) {
        await pass(100);
        state = [(await graph.query(QUERY)).errors.length, await ready()];
      }
      expect(state).toEqual([0, 200]);
    } finally {
      await graph.stop();
    }
  },
);
