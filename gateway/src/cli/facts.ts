import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT, platformSettings, runProgram, terminalProgress } from '@graphess/platform';
import { startInOneProcess } from '../one-process.ts';
import { type FactEntry, factCoverage } from './fact-coverage.ts';

/** `npm run facts`: for each table of facts, its rows, those that a named query reaches, and those that are missing. */
await runProgram(async () => {
  const settings = platformSettings({ ...process.env, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' });
  const index = join(PROJECT_ROOT, 'data', settings.department, 'facts-index.json');
  const entries = JSON.parse(readFileSync(index, 'utf8')) as FactEntry[];
  const platform = await startInOneProcess({ settings, progress: terminalProgress(), port: 0 });
  try {
    const tables = await factCoverage(platform.url, entries);
    let missing = 0;
    for (const table of tables) {
      missing += table.missing.length;
      console.log(
        `${table.table.padEnd(22)} ${String(table.rows).padStart(4)} lignes, ${String(table.reached).padStart(4)} atteintes, ${table.missing.length} manquantes`,
      );
      for (const row of table.missing) console.log(`    manque : ${row}`);
    }
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `${'total'.padEnd(22)} ${String(rows).padStart(4)} lignes, ${String(rows - missing).padStart(4)} atteintes, ${missing} manquantes`,
    );
    if (missing > 0) process.exitCode = 1;
  } finally {
    await platform.stop();
  }
});
