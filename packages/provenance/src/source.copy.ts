import type { EntityManager } from 'typeorm';
import { z } from 'zod';

/** A source as a feed sends it. */
export const sourceValue = z.object({
  id: z.string(),
  producer: z.string(),
  title: z.string(),
  document: z.string().nullable(),
  vintage: z.string().nullable(),
  url: z.string().nullable(),
  accessed_on: z.string().nullable(),
  published_on: z.string().nullable(),
  licence: z.string().nullable(),
  citation: z.string(),
});

/**
 * A source that the ledger already knows keeps the ledger's own wording: every subgraph reads the sources of the same
 * data files, so that a source which is corrected there reaches the ledger by its own load. The feed only brings what
 * the ledger would otherwise miss, and a corrected source is therefore no change of what cites it.
 */
export async function insertMissingSources(
  db: EntityManager,
  sources: readonly { id: string }[],
): Promise<void> {
  // Several subgraphs may bring the same sources at once: in one order, nobody waits for somebody who waits.
  await db.query(
    `INSERT INTO source SELECT * FROM json_populate_recordset(NULL::source, $1::json) ORDER BY id
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(sources)],
  );
}
