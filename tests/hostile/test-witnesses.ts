import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import type { Guard } from '../../gateway/src/guards.ts';

const VITEST = join(PROJECT_ROOT, 'node_modules/vitest/vitest.mjs');
const CONFIG = join(PROJECT_ROOT, 'tests/hostile/without-guard.config.ts');

/** The part of vitest's report that is read here. */
type TestResult = { status: string; fullName: string };
type Report = { testResults: { assertionResults: TestResult[] }[] };

/** Where tests of a guard are that do not write its name. */
const TESTED_IN: Partial<Record<Guard, string>> = {
  'error-mask': 'packages/subgraph-kit/src/mask.test.ts',
};

/** The tests, among those of files that name a guard, that turn red when it is cut from the sources. */
export async function testWitnesses(guard: Guard, server: string): Promise<string[]> {
  const files = testsAbout(guard);
  if (files.length === 0) return [];
  const red = (await run(guard, files, server)).filter(({ status }) => status === 'failed');
  if (red.length === 0) return [];
  // What is red with all guards in place says nothing of this one.
  const sound = (await run('', files, server)).filter(({ status }) => status === 'passed');
  const names = new Set(sound.map(({ fullName }) => fullName));
  return red.filter(({ fullName }) => names.has(fullName)).map(({ fullName }) => `« ${fullName} »`);
}

function testsAbout(guard: Guard): string[] {
  const own = TESTED_IN[guard];
  if (own !== undefined) return [own];
  return globSync('{gateway,packages,tests}/**/*.test.ts', {
    cwd: PROJECT_ROOT,
    exclude: ['**/node_modules/**', '**/dist/**'],
  }).filter((file) => readFileSync(join(PROJECT_ROOT, file), 'utf8').includes(`'${guard}'`));
}

/** Runs test files over sources without a guard, or over the sources as they are. */
async function run(guard: Guard | '', files: readonly string[], server: string): Promise<TestResult[]> {
  const dir = mkdtempSync(join(tmpdir(), 'graphess-witnesses-'));
  const output = join(dir, 'report.json');
  const args = [
    'run',
    '--reporter=json',
    `--outputFile=${output}`,
    '--config',
    CONFIG,
    '--root',
    '.',
    ...files,
  ];
  try {
    await new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, [VITEST, ...args], {
        cwd: PROJECT_ROOT,
        env: { ...process.env, CUT_GUARD: guard, TEST_DATABASE_URL: server },
        stdio: 'ignore',
      });
      child.on('error', reject);
      child.on('close', () => resolve());
    });
    const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as Report;
    return testResults.flatMap(({ assertionResults }) => assertionResults);
  } finally {
    rmSync(dir, { recursive: true });
  }
}
