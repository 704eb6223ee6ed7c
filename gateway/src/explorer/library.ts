import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LibraryEntry } from './library-entry.ts';

const OPERATION = '.graphql';
const TITLE = /^#\s*(?<persona>.+?)\s+·\s+(?<title>.+?)\s*(?:\r?\n|$)/;

/**
 * Reads the operations meant for readers: the files whose first line is `# Persona · titre`, by persona, then by path.
 * Others (the operations that only checks run) are left out; a folder that does not exist is an empty library.
 */
export async function readLibrary(folder: string): Promise<LibraryEntry[]> {
  const files = (await filesBelow(folder)).filter((file) => file.endsWith(OPERATION));
  const entries = await Promise.all(files.map((file) => readEntry(folder, file)));
  return entries
    .filter((entry) => entry !== null)
    .sort((left, right) => left.persona.localeCompare(right.persona, 'fr') || (left.id < right.id ? -1 : 1));
}

async function readEntry(folder: string, file: string): Promise<LibraryEntry | null> {
  const id = file.slice(0, -OPERATION.length);
  const operation = await textOf(join(folder, file));
  const { persona, title } = TITLE.exec(operation ?? '')?.groups ?? {};
  if (operation === null || persona === undefined || title === undefined) return null;
  const variables = await textOf(join(folder, `${id}.variables.json`));
  return {
    id: id.replaceAll('\\', '/'),
    persona,
    title: title.charAt(0).toLocaleUpperCase('fr') + title.slice(1),
    operation,
    variables: variables === null ? null : indented(variables),
  };
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    // The editor shows where it is wrong.
    return json;
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  return (await unlessMissing(readdir(folder, { recursive: true }))) ?? [];
}

function textOf(path: string): Promise<string | null> {
  return unlessMissing(readFile(path, 'utf8'));
}

async function unlessMissing<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
