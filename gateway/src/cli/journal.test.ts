import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMAINS, PROJECT_ROOT } from '@graphess/platform';
import { createTestDatabase, type TestDatabase } from '@graphess/subgraph-kit/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { domains } from '../subgraphs.ts';

const folder = join(tmpdir(), `journal-${randomUUID()}`);
const file = join(folder, 'journal-anchors.jsonl');
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(Object.values(domains));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

function command(name: string, ...args: string[]): Promise<{ code: number; lines: string[] }> {
  const loader = ['--conditions=source', '--import', join(PROJECT_ROOT, 'tools/typescript.mjs')];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...loader, join(PROJECT_ROOT, 'gateway/src/cli', name), ...args],
      { env: { PATH: process.env['PATH'], DATABASE_URL: database.url, JOURNAL_ANCHOR_FILE: file } },
      (_error, stdout) => resolve({ code: child.exitCode ?? -1, lines: stdout.trimEnd().split('\n') }),
    );
  });
}

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query('SET session_replication_role = replica');
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const append = (count: number) =>
  `SELECT grants.append_to_journal('TESTED', 'person', 'demo', NULL, 'r', '{}') FROM generate_series(1, ${count})`;
const others = (sentence: string) =>
  DOMAINS.filter((name) => name !== 'grants').map((name) => `${name.padEnd(12)} ${sentence}`);

test('journals are anchored and verified by commands, which say where one is broken', async () => {
  await asSuperuser(append(6));
  const withoutAnchor = await command('journal-verify.ts');
  expect(withoutAnchor).toMatchObject({ code: 0 });
  expect(withoutAnchor.lines[0]).toBe(
    'grants       6 lignes, chaîne intacte ; sans ancre : une fin coupée ne se verrait pas',
  );

  const anchored = await command('journal-anchor.ts');
  expect([anchored.code, anchored.lines.length]).toEqual([0, DOMAINS.length]);
  expect(await command('journal-verify.ts')).toEqual({
    code: 0,
    lines: [
      'grants       6 lignes, chaîne intacte, 1 ancre confirmée',
      ...others('0 ligne, chaîne intacte, 1 ancre confirmée'),
    ],
  });

  await asSuperuser('DELETE FROM grants.journal WHERE seq > 4');
  const cut = await command('journal-verify.ts');
  expect(cut.code).toBe(1);
  expect(cut.lines[0]).toMatch(
    /^grants {7}ROMPU à la ligne 5 : elle manque avec toute la suite, que l’ancre du \d{4}-\d{2}-\d{2} connaît$/,
  );
  const refused = await command('journal-anchor.ts');
  expect([refused.code, refused.lines[0]]).toEqual([
    1,
    'grants       REFUSÉ : le journal contredit sa dernière ancre, lancez npm run journal:verify',
  ]);

  const altered = `${file}.altered`;
  await writeFile(
    altered,
    (await readFile(file, 'utf8')).replace('{"schema":"grants"', '{"schema":"events"'),
  );
  const misfiled = await command('journal-verify.ts', '--anchors', altered);
  expect([misfiled.code, misfiled.lines.filter((line) => line.includes('fichier'))]).toEqual([
    1,
    ['events       ROMPU à la ligne 3 du fichier d’ancres : illisible, ou ne suit pas celle d’avant'],
  ]);
});
