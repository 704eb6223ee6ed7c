import { VISITOR, type Viewer } from '@graphess/subgraph-kit';
import type { TestSubgraph } from '@graphess/subgraph-kit/testing';

const PARTNER: Viewer = {
  ...VISITOR,
  kind: 'key',
  subject: 'KEY:0000000000000000',
  scopes: ['changes:read'],
};

type Shown = {
  id: string;
  value: number | null;
  status: string;
  approximate: boolean;
  comparableWithPrevious: boolean;
  vintage: { id: string } | null;
};
export type Change = { kind: string; key: string; changedAt: string; observation: Shown | null };
export type Page = { changes: Change[]; nextCursor: string; hasMore: boolean };

/** A page of changes, as a partner reads it. */
export async function pageOfChanges(graph: TestSubgraph, since: string, first: number): Promise<Page> {
  const { data, errors } = await graph.as(PARTNER).run(
    `query ($since: String!, $first: Int!) { observationChanges(since: $since, first: $first) {
       hasMore nextCursor changes { kind key changedAt observation {
         id value status approximate comparableWithPrevious vintage { id } } } } }`,
    { since, first },
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data?.['observationChanges'] as Page;
}

/** Applies all that comes after a cursor to a copy, in pages of `first`; with `keys`, tells what came. */
export async function follow(
  graph: TestSubgraph,
  copy: Map<string, string>,
  since: string,
  { first = 1_000, keys = [] }: { first?: number; keys?: string[] } = {},
): Promise<string> {
  for (let cursor = since; ; ) {
    const { changes, nextCursor, hasMore } = await pageOfChanges(graph, cursor, first);
    for (const { kind, key, observation } of changes) {
      keys.push(key);
      if (kind === 'DELETE') copy.delete(key);
      else copy.set(key, JSON.stringify(observation));
    }
    cursor = nextCursor;
    if (!hasMore) return cursor;
  }
}

/** A copy that is made anew. */
export async function snapshot(graph: TestSubgraph): Promise<Map<string, string>> {
  const copy = new Map<string, string>();
  await follow(graph, copy, '0');
  return copy;
}
