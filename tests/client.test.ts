import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate, loadCodegenConfig } from '@graphql-codegen/cli';
import { expect, test } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

test('the generated client is what the schema and the operations make it', async () => {
  const { config } = await loadCodegenConfig({ configFilePath: join(ROOT, 'codegen.yml') });
  const files: { filename: string; content: string }[] = await generate(
    { ...config, cwd: ROOT, silent: true },
    false,
  );
  const generated = Object.fromEntries(files.map(({ filename, content }) => [filename, content]));
  const committed = Object.fromEntries(
    files.map(({ filename }) => [filename, readFileSync(join(ROOT, filename), 'utf8')]),
  );
  expect(files.length).toBeGreaterThan(2);
  expect(generated).toEqual(committed);
}, 60_000);
