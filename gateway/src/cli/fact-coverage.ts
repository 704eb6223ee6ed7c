import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { type GraphAnswer, postQuery } from './run-operation.ts';

/** One row of a table of facts, and what must be found at a path of a named operation's answer. */
export type FactEntry = {
  table: string;
  row: string;
  operation: string;
  variables?: Record<string, unknown>;
  at: string;
  has: unknown;
};

export type TableCoverage = { table: string; rows: number; reached: number; missing: string[] };

/** Runs the operations that facts name, each once for its variables, and looks for every row in the answers. */
export async function factCoverage(url: string, entries: readonly FactEntry[]): Promise<TableCoverage[]> {
  const documents = namedOperations();
  const answers = new Map<string, unknown[]>();
  const missing = new Map<string, Set<string>>();
  const rows = new Map<string, Set<string>>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.operation, entry.variables ?? {}]);
    const pages =
      answers.get(key) ?? (await allPages(url, documents.get(entry.operation) ?? '', entry.variables ?? {}));
    answers.set(key, pages);
    (rows.get(entry.table) ?? setIn(rows, entry.table)).add(entry.row);
    const candidates = pages.flatMap((page) => candidatesAt(page, entry.at.split('.')));
    if (!candidates.some((candidate) => matches(candidate, entry.has))) {
      (missing.get(entry.table) ?? setIn(missing, entry.table)).add(entry.row);
    }
  }
  return [...rows].map(([table, all]) => {
    const lost = [...(missing.get(table) ?? [])];
    return { table, rows: all.size, reached: all.size - lost.length, missing: lost };
  });
}

/** Whether `value` has everything that `expected` says: given fields of objects, given elements of lists. */
export function matches(value: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    return Array.isArray(value) && expected.every((each) => value.some((element) => matches(element, each)));
  }
  if (typeof expected === 'object' && expected !== null) {
    return (
      typeof value === 'object' &&
      value !== null &&
      Object.entries(expected).every(([name, each]) =>
        matches((value as Record<string, unknown>)[name], each),
      )
    );
  }
  if (typeof value === 'string' && typeof expected === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(expected)) {
    return Date.parse(value) === Date.parse(expected);
  }
  return value === expected;
}

function setIn(map: Map<string, Set<string>>, key: string): Set<string> {
  const made = new Set<string>();
  map.set(key, made);
  return made;
}

function namedOperations(): Map<string, string> {
  const folder = join(PROJECT_ROOT, 'operations/facts');
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => {
        const text = readFileSync(join(folder, file), 'utf8');
        return [/query (\w+)/.exec(text)?.[1] ?? file, text];
      }),
  );
}

type Listed = { pageInfo?: { hasNextPage: boolean; endCursor: string | null } } | null;

async function allPages(url: string, query: string, variables: Record<string, unknown>): Promise<unknown[]> {
  const pages: unknown[] = [];
  let after: string | null = null;
  do {
    const answer: GraphAnswer<Record<string, Listed>> = await postQuery(url, query, { ...variables, after });
    if (answer.data === null || answer.errors.length > 0) {
      throw new Error(answer.errors.map(({ message }) => message).join('\n'));
    }
    pages.push(answer.data);
    const unfinished = Object.values(answer.data).find((field) => field?.pageInfo?.hasNextPage);
    after = query.includes('$after') ? (unfinished?.pageInfo?.endCursor ?? null) : null;
  } while (after !== null);
  return pages;
}

function candidatesAt(value: unknown, path: readonly string[]): unknown[] {
  const [head, ...rest] = path;
  if (Array.isArray(value)) return value.flatMap((each) => candidatesAt(each, path));
  if (head === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return candidatesAt((value as Record<string, unknown>)[head], rest);
}
