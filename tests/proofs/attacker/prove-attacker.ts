import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `npm run prove -- attacker [--runs 300] [--seed 1]`: the test of the attacker, over many more random publications of two
 * sources. Prints what was published, hidden and refused, and what the same reader finds where secrets alone are hidden.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { runs: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } },
});
const TEST = 'subgraphs/observatory/src/publication/attacker.test.ts';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const child = spawn(process.execPath, [vitest, 'run', TEST, '--disableConsoleIntercept=true'], {
  stdio: 'inherit',
  env: { ...process.env, ATTACKER_RUNS: values.runs, ATTACKER_SEED: values.seed },
});
const [code] = await once(child, 'exit');
process.exitCode = code ?? 1;
