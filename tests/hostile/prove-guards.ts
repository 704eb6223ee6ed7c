import { parseArgs } from 'node:util';
import { GUARDS, type Guard, statementGuards } from '../../gateway/src/guards.ts';
import { isActive } from './case.ts';
import { CATALOGUE } from './catalogue.ts';
import { onLocalPostgres } from './on-local-postgres.ts';
import { runCatalogue } from './run-catalogue.ts';
import { hostileWorld } from './world.ts';

/**
 * `npm run prove -- guards [--only <guard>]`: takes each guard away in turn and prints what of the catalogue notices.
 * Exits with 1 when a removal goes unnoticed.
 */
const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true } },
  allowPositionals: true,
});
const guards = GUARDS.filter((guard) => values.only?.includes(guard) ?? true);
const say = (text: string) => process.stdout.write(`${text}\n`);

/** Three witnesses are enough to know. */
const WITNESSES = 3;

const unnoticed = await onLocalPostgres(async (server) => {
  const silent: Guard[] = [];
  for (const guard of guards) {
    const witnesses = await witnessesOf(server, guard);
    say(`${guard.padEnd(28)} ${witnesses.length === 0 ? 'NOBODY NOTICED' : witnesses.join(', ')}`);
    if (witnesses.length === 0) silent.push(guard);
  }
  return silent;
});
say(`\n${guards.length} guards removed in turn, ${guards.length - unnoticed.length} noticed`);
process.exitCode = unnoticed.length === 0 ? 0 : 1;

async function witnessesOf(server: string, guard: Guard): Promise<string[]> {
  const without = new Set([guard]);
  const heldBySubgraphs = statementGuards(without).size > 0;
  const world = await hostileWorld({ mode: heldBySubgraphs ? 'services' : 'one process', server, without });
  try {
    const cases = CATALOGUE.filter(isActive).filter(
      ({ slow, only }) =>
        (guard === 'slow-client') === (slow === true) && (!heldBySubgraphs || only === 'services'),
    );
    const { failed } = await runCatalogue(world, cases, { stopAfter: WITNESSES });
    return failed.map((outcome) => outcome.case.id);
  } finally {
    await world.stop();
  }
}
