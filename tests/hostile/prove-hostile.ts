import { parseArgs } from 'node:util';
import { MODES } from '../../gateway/src/testing/test-platform.ts';
import { CATALOGUE } from './catalogue.ts';
import { onLocalPostgres } from './on-local-postgres.ts';
import { type Report, runCatalogue } from './run-catalogue.ts';
import { hostileWorld } from './world.ts';

/**
 * `npm run prove -- hostile [--only <regular expression of ids>]`: the catalogue against the posture of production, in
 * one process and as services. Prints what failed, what waits and for which domain, and how long refusals take. Exits
 * with 1 when a case fails.
 */
const { values } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const only = new RegExp(values.only ?? '');
const cases = CATALOGUE.filter(({ id }) => only.test(id));
const say = (text: string) => process.stdout.write(`${text}\n`);

const reports = await onLocalPostgres(async (server) => {
  const all: Report[] = [];
  for (const mode of MODES) {
    const world = await hostileWorld({ mode, server });
    try {
      const report = await runCatalogue(world, cases);
      describe(mode, report);
      all.push(report);
    } finally {
      await world.stop();
    }
  }
  return all;
});
process.exitCode = reports.every(({ failed }) => failed.length === 0) ? 0 : 1;

function describe(mode: string, { outcomes, failed, waiting }: Report): void {
  say(
    `\n${mode}: ${outcomes.length} run, ${outcomes.length - failed.length} passed, ${failed.length} failed, ${waiting.length} wait`,
  );
  for (const [category, group] of Map.groupBy(outcomes, (outcome) => outcome.case.category)) {
    say(`  ${category.padEnd(24)} ${String(group.length).padStart(3)}`);
  }
  for (const { case: each, complaints } of failed) {
    say(`  FAILED ${each.id} (${each.severity}) ${each.intent}`);
    for (const complaint of complaints) say(`         ${complaint}`);
  }
  for (const { id, waitsFor, intent } of waiting) say(`  waits for ${waitsFor}: ${id} ${intent}`);
  const quick = outcomes
    .filter((outcome) => !outcome.case.slow && outcome.case.during === undefined)
    .map(({ milliseconds }) => milliseconds)
    .sort((a, b) => a - b);
  say(
    `  a case takes ${at(quick, 0.5)} ms (median), ${at(quick, 0.99)} ms (99 of 100), its probe of life included`,
  );
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
}
