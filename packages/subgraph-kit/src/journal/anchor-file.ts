import { createHash } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { JournalEnd } from './journal-chain.ts';
import { journalEnd, verifyJournal } from './verify-journal.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const lineShape = z.strictObject({
  schema: z.string(),
  day: z.iso.date(),
  rows: z.int().min(0),
  lastHash: hash,
  previous: hash,
});

/** Where the journal of a schema ended on a day. */
export type Anchor = Omit<z.output<typeof lineShape>, 'previous'>;

export type Anchors = {
  /** Oldest first; those of a broken file end before the break. */
  readonly anchors: readonly Anchor[];
  /** The first line, from 1, that is unreadable or does not follow the one before it of the same schema. */
  readonly broken: { readonly line: number; readonly schema: string | null } | null;
};

/**
 * The anchors of a file: one JSON object a line, in which each line of a schema holds the SHA-256 of that schema's line
 * before. A file that does not exist holds none.
 */
export async function readAnchors(file: string): Promise<Anchors> {
  const anchors: Anchor[] = [];
  const last = new Map<string, string>();
  for (const [index, line] of (await linesOf(file)).entries()) {
    const parsed = lineShape.safeParse(jsonOf(line));
    const schema = parsed.data?.schema ?? null;
    if (!parsed.success || parsed.data.previous !== linkAfter(last.get(parsed.data.schema))) {
      return { anchors, broken: { line: index + 1, schema } };
    }
    const { previous, ...anchor } = parsed.data;
    anchors.push(anchor);
    last.set(anchor.schema, line);
  }
  return { anchors, broken: null };
}

/** What came of anchoring: written; not due; or the journal is no longer what the file says it was. */
export type Anchoring = 'ANCHORED' | 'NOT_DUE' | 'CONTRADICTED';

/** When to write a line: on a day that has none, when the journal went on since the last, or in any case. */
export type AnchorWhen = 'NEW_DAY' | 'NEW_ROWS' | 'ALWAYS';

/**
 * Notes in a file outside the database where the journal of this schema ends, and waits for the disk. What contradicts
 * the last line is not written over it.
 * Writers of one schema wait for each other in its database; those of several schemas may share the file.
 */
export async function anchorJournal(
  db: EntityManager,
  options: { file: string; schema: string; day: string; when: AnchorWhen },
): Promise<Anchoring> {
  const { file, schema, day, when } = options;
  return db.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('graphess journal anchor'), hashtext($1))`, [
      schema,
    ]);
    const lines = await linesOf(file);
    const own = lines.filter((line) => lineShape.safeParse(jsonOf(line)).data?.schema === schema);
    const former = own.at(-1);
    const last = former === undefined ? null : lineShape.parse(jsonOf(former));
    if (when === 'NEW_DAY' && last?.day === day) return 'NOT_DUE';
    const end = await journalEnd(tx);
    if (last !== null && !(await holds(tx, last))) return 'CONTRADICTED';
    if (when === 'NEW_ROWS' && last?.rows === end.rows) return 'NOT_DUE';
    await append(file, JSON.stringify({ schema, day, ...end, previous: linkAfter(former) }));
    return 'ANCHORED';
  });
}

async function holds(db: EntityManager, anchor: JournalEnd): Promise<boolean> {
  if (anchor.rows === 0) return true;
  const found: unknown[] = await db.query(
    `SELECT 1 FROM journal WHERE seq = $1 AND hash = decode($2, 'hex')`,
    [anchor.rows, anchor.lastHash],
  );
  return found.length === 1;
}

/** The verdict on the journal of this schema, with the anchors that the file has for it. */
export async function verifyAnchoredJournal(db: EntityManager, schema: string, anchors: readonly Anchor[]) {
  const own = anchors.filter((anchor) => anchor.schema === schema);
  return { ...(await verifyJournal(db, own)), anchors: own.length };
}

async function append(file: string, line: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a', 0o600);
  try {
    // One write of an appending file is whole, whoever else writes.
    await handle.write(`${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function linesOf(file: string): Promise<string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function linkAfter(line: string | undefined): string {
  return createHash('sha256')
    .update(line ?? 'graphess anchors')
    .digest('hex');
}
