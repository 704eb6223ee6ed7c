import {
  createLog,
  ensureDatabase,
  migrate,
  openSubgraph,
  provisionDatabase,
} from '../../../packages/subgraph-kit/src/index.ts';
import { grants } from '../../../subgraphs/grants/src/grants.ts';
import {
  type AwardWay,
  awardAtOnce,
  broken,
  byCheckThenWrite,
  byGraph,
  bySql,
  byVerb,
  withoutEnvelope,
} from '../../../subgraphs/grants/src/testing/award-at-once.fixture.ts';
import { onLocalPostgres } from '../../hostile/on-local-postgres.ts';

/**
 * `npm run prove -- envelope`: 200 rounds of 50 awards of random amounts at once, over 2 to 32 connections, by the verb,
 * by the mutation and by bare SQL; then the same without the database’s count, which must overrun. Exits with 1 when
 * a round does not hold, or when the control does.
 */
const say = (text: string) => process.stdout.write(`${text}\n`);
let failed = false;

await onLocalPostgres(async (server) => {
  const url = new URL(server);
  url.pathname = '/envelope';
  await ensureDatabase(url.toString());
  await provisionDatabase(url.toString(), ['grants']);
  await migrate(grants, url.toString());
  const open = await openSubgraph(grants, {
    databaseUrl: url.toString(),
    clock: () => new Date(),
    log: createLog({ name: 'proof', level: 'error', pretty: true }),
  });
  try {
    await open.load({
      ...{ dataDir: 'data', area: '92', demonstration: false, scale: 1, thorough: false },
      onProgress: () => {},
    });
    const at = { open, url: url.toString() };
    const plan: [string, AwardWay, number, number][] = [
      ['verb', byVerb, 2, 30],
      ['verb', byVerb, 8, 40],
      ['verb', byVerb, 16, 40],
      ['verb', byVerb, 32, 40],
      ['mutation', byGraph(open), 16, 20],
      ['bare SQL', bySql, 32, 30],
    ];
    for (const [name, way, clients, rounds] of plan) {
      const done = await awardAtOnce(at, { way, clients, rounds });
      const bad = broken(done);
      failed ||= bad.length > 0;
      say(`${name}, ${clients} connections: ${done.length * 50} attempts, ${bad.length} rounds broken`);
    }
    await withoutEnvelope(at.url);
    const control = await awardAtOnce(at, { way: byCheckThenWrite, clients: 16, rounds: 20 });
    const overran = control.filter(({ awards, total }) => awards > total).length;
    failed ||= overran === 0;
    say(`control, check then write: ${overran} of ${control.length} rounds overran, as they must`);
  } finally {
    await open.close();
  }
});
if (failed) process.exitCode = 1;
