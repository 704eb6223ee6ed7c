import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';

/** The packages that decide what the build contains. */
const INGREDIENTS = [
  '@graphiql/plugin-doc-explorer',
  '@graphiql/plugin-history',
  '@graphiql/react',
  '@graphiql/toolkit',
  'graphiql',
  'graphql',
  'monaco-editor',
  'monaco-graphql',
  'react',
  'react-dom',
  'vite',
];

/**
 * A name for what a build of these sources would give: it changes with any file of the folder or any ingredient's version.
 * Throws when an ingredient is not installed.
 */
export function versionOfSources(sourceDir: string): string {
  const hash = createHash('sha256');
  for (const name of INGREDIENTS) hash.update(`${name}@${installedVersion(name)}\n`);
  for (const file of readdirSync(sourceDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()) {
    hash.update(`${file.slice(sourceDir.length).replaceAll('\\', '/')}\n`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

function installedVersion(name: string): string {
  const manifest: unknown = JSON.parse(
    readFileSync(join(PROJECT_ROOT, 'node_modules', name, 'package.json'), 'utf8'),
  );
  const isVersioned = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  if (!isVersioned) throw new TypeError(`${name} has no version`);
  return String(manifest.version);
}
