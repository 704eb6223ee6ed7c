import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `npm run prove -- properties [--runs 60] [--seed 1]`: tests that live through a few random histories live through many
 * more: copies that follow a log in which hidden figures are revised, and statistics of twin worlds that differ by a small cell.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { runs: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const TESTS = [
  'subgraphs/observatory/src/changes/hidden-revisions.test.ts',
  'subgraphs/grants/src/statistics/small-cells.test.ts',
];

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const child = spawn(process.execPath, [vitest, 'run', ...TESTS], {
  stdio: 'inherit',
  env: { ...process.env, HISTORIES: values.runs, WORLDS: values.runs, PROPERTIES_SEED: values.seed },
});
const [code] = await once(child, 'exit');
process.exitCode = code ?? 1;
