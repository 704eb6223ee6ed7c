import { useEffect, useState } from 'react';
import type { LibraryEntry } from '../src/explorer/library-entry.ts';

type Library =
  | { state: 'reading' }
  | { state: 'unreadable' }
  | { state: 'read'; entries: readonly LibraryEntry[] };

/** The operations of the library, read anew each time the panel opens. */
export function useLibrary(): Library {
  const [library, setLibrary] = useState<Library>({ state: 'reading' });
  useEffect(() => {
    const abandoned = new AbortController();
    readEntries(abandoned.signal).then(
      (entries) => setLibrary({ state: 'read', entries }),
      () => abandoned.signal.aborted || setLibrary({ state: 'unreadable' }),
    );
    return () => abandoned.abort();
  }, []);
  return library;
}

async function readEntries(signal: AbortSignal): Promise<LibraryEntry[]> {
  const response = await fetch('/explorer/library.json', { signal });
  if (!response.ok) throw new Error(`library.json: ${response.status}`);
  const { operations } = (await response.json()) as { operations: LibraryEntry[] };
  return operations;
}

/** The entries whose title, persona or text holds every word searched, whatever the case and the accents. */
export function entriesMatching(entries: readonly LibraryEntry[], search: string): LibraryEntry[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  return entries.filter(({ persona, title, operation }) => {
    const text = folded(`${persona} ${title} ${operation}`);
    return words.every((word) => text.includes(word));
  });
}

/** Entries by persona, in the order in which the personas come. */
export function personasOf(entries: readonly LibraryEntry[]): [string, LibraryEntry[]][] {
  const personas = new Map<string, LibraryEntry[]>();
  for (const entry of entries) personas.set(entry.persona, [...(personas.get(entry.persona) ?? []), entry]);
  return [...personas];
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase();
}
