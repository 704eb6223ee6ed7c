import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT, platformSettings, runCommand } from '@graphess/platform';
import { startInOneProcess } from '../one-process.ts';
import { type FactEntry, factCoverage, type TableCoverage } from './fact-coverage.ts';

/** `npm run facts`: for each table of facts, its rows, those that a named query reaches, and those that are missing. */
await runCommand(async ({ progress, onStop }) => {
  const settings = platformSettings({ ...process.env, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' });
  const index = join(PROJECT_ROOT, 'data', settings.department, 'facts-index.json');
  const entries = JSON.parse(readFileSync(index, 'utf8')) as FactEntry[];
  const platform = await startInOneProcess({ settings, progress, onStop, port: 0 });
  const tables = await factCoverage(platform.url, entries);
  for (const { table, rows, reached, missing } of tables) {
    console.log(coverageLine(table, rows, reached));
    for (const row of missing) console.log(`    manque : ${row}`);
  }
  const sum = (of: (table: TableCoverage) => number) => tables.reduce((total, table) => total + of(table), 0);
  const [rows, reached] = [sum((table) => table.rows), sum((table) => table.reached)];
  console.log(coverageLine('total', rows, reached));
  if (reached < rows) process.exitCode = 1;
});

function coverageLine(table: string, rows: number, reached: number): string {
  return `${table.padEnd(22)} ${String(rows).padStart(4)} lignes, ${String(reached).padStart(4)} atteintes, ${rows - reached} manquantes`;
}
