import type { ChangeSource } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';

/** Where a copy and its owner disagree: keys that only one has, and keys whose values differ. */
export type CopyDifferences = { missing: string[]; surplus: string[]; different: string[] };

/** Reads the whole of a topic from its owner and compares it with a copy, key by key. Empty lists when they agree. */
export async function compareCopy(
  owner: ChangeSource,
  topic: 'territory' | 'organization',
  db: EntityManager,
): Promise<CopyDifferences> {
  const theirs = new Map<string, string>();
  for (let after = '0'; ; ) {
    const page = await owner.read(topic, after, 2_000);
    for (const { key, kind, value } of page.changes) {
      if (kind === 'UPSERT' && value !== null) theirs.set(key, canonical(value as object));
    }
    const last = page.changes.at(-1);
    if (last === undefined) break;
    after = last.seq;
  }
  const rows: { id: string; value: object }[] = await db.query(
    `SELECT id, to_jsonb(copy) - 'folded' AS value FROM ${topic}_copy copy`,
  );
  const ours = new Map(rows.map(({ id, value }) => [id, canonical(value)]));
  return {
    missing: [...theirs.keys()].filter((key) => !ours.has(key)),
    surplus: [...ours.keys()].filter((key) => !theirs.has(key)),
    different: [...theirs].flatMap(([key, value]) => (ours.has(key) && ours.get(key) !== value ? [key] : [])),
  };
}

function canonical(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
