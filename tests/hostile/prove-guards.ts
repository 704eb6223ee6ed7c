import { parseArgs } from 'node:util';
import { GUARDS, type Guard, statementGuards } from '../../gateway/src/guards.ts';
import { type ActiveCase, isActive } from './case.ts';
import { CATALOGUE } from './catalogue.ts';
import { onLocalPostgres } from './on-local-postgres.ts';
import { runCatalogue } from './run-catalogue.ts';
import { testWitnesses } from './test-witnesses.ts';
import { hostileWorld } from './world.ts';

/**
 * `npm run prove -- guards [--only <guard>]…`: takes each guard away in turn and prints what notices: cases of the
 * catalogue, else tests. Exits with 1 when a removal goes unnoticed.
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
  // A case that fails with all guards in place says nothing of any of them.
  const sound = await soundCases(server);
  const silent: Guard[] = [];
  for (const guard of guards) {
    const cases = await caseWitnesses(server, guard, sound);
    const tests = cases.length > 0 ? [] : await testWitnesses(guard, server);
    const all = [...cases, ...tests].slice(0, WITNESSES);
    say(`${guard.padEnd(28)} ${all.length === 0 ? 'NOBODY NOTICED' : all.join(', ')}`);
    if (all.length === 0) silent.push(guard);
  }
  return silent;
});
say(`\n${guards.length} guards removed in turn, ${guards.length - unnoticed.length} noticed`);
process.exitCode = unnoticed.length === 0 ? 0 : 1;

async function soundCases(server: string): Promise<ActiveCase[]> {
  const world = await hostileWorld({ mode: 'one process', server });
  try {
    const cases = CATALOGUE.filter(isActive);
    const { failed } = await runCatalogue(
      world,
      cases.filter(({ slow }) => slow !== true),
    );
    const unsound = new Set(failed.map((outcome) => outcome.case.id));
    if (unsound.size > 0) say(`Left out, for they fail with all guards: ${[...unsound].join(', ')}\n`);
    return cases.filter(({ id }) => !unsound.has(id));
  } finally {
    await world.stop();
  }
}

async function caseWitnesses(server: string, guard: Guard, sound: readonly ActiveCase[]): Promise<string[]> {
  const without = new Set([guard]);
  const heldBySubgraphs = statementGuards(without).size > 0;
  const world = await hostileWorld({
    mode: heldBySubgraphs ? 'services' : 'one process',
    server,
    without,
  });
  try {
    const cases = sound.filter(
      ({ slow, only }) =>
        (guard === 'slow-client') === (slow === true) && (!heldBySubgraphs || only === 'services'),
    );
    const { failed } = await runCatalogue(world, cases, { stopAfter: WITNESSES });
    return failed.map((outcome) => outcome.case.id);
  } finally {
    await world.stop();
  }
}
