import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { appendToJournal, ConflictError, type Context, UserError, writeOnce } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { type LockedApplication, lockApplication } from '../application/lock-application.queries.ts';
import { visibleApplicationById } from '../application/visible-applications.queries.ts';
import { authorOf } from '../attempt/author-of.ts';
import { refusalToJudgeOwn } from '../own-structure/refusal-to-judge-own.ts';
import type { IssueLetterInput } from './issue-letter.input.ts';
import { IssueLetterSuccess } from './issue-letter.payload.ts';
import { factsOfDecision, findLetter, keyOfLetter } from './letter.queries.ts';
import type { LetterFacts } from './letter-facts.ts';
import { letterPdf } from './letter-pdf.ts';
import { letterText, TEMPLATE_VERSIONS } from './letter-text.rules.ts';

/** Issues the letter of the decision in force, once: taking the decision back revokes it. */
export async function issueLetter(ctx: Context, input: IssueLetterInput) {
  const drawn = await draw(ctx, input.applicationId);
  return writeOnce(
    ctx,
    'issueLetter',
    input,
    async (tx) => {
      const application = await lockApplication(tx, ctx, input.applicationId, { path: 'applicationId' });
      if (application instanceof UserError) return application;
      const notTheirs = refusalToJudgeOwn(ctx.viewer, application);
      if (notTheirs !== null) return notTheirs;
      const facts = await factsOfDecision(tx, application, ctx.now);
      if (facts === null) {
        return refused(
          application,
          'NO_DECISION',
          'Aucune décision ne permet une lettre : accordez ou refusez, avec un motif.',
        );
      }
      if (await isIssued(tx, application.id))
        return refused(application, 'LETTER_ISSUED', 'La lettre de cette décision est déjà émise.');
      const letter = drawn !== null && isDeepStrictEqual(drawn.facts, facts) ? drawn : await drawnOf(facts);
      return { id: await write(tx, ctx, application, letter) };
    },
    async (tx, { id }) => Object.assign(new IssueLetterSuccess(), { letter: await findLetter(tx, id) }),
  );
}

type DrawnLetter = { readonly facts: LetterFacts; readonly content: Buffer };

async function drawnOf(facts: LetterFacts): Promise<DrawnLetter> {
  return { facts, content: await letterPdf(letterText(facts), facts.issuedAt) };
}

/** The file of a letter that is likely to be issued, made while nobody waits for what a transaction holds. */
async function draw(ctx: Context, applicationId: string): Promise<DrawnLetter | null> {
  const application = await visibleApplicationById({ ...ctx }).load(applicationId);
  if (application === null || (await isIssued(ctx.db, applicationId))) return null;
  const facts = await factsOfDecision(ctx.db, application, ctx.now);
  return facts === null ? null : drawnOf(facts);
}

async function isIssued(db: EntityManager, applicationId: string): Promise<boolean> {
  const issued: unknown[] = await db.query(
    'SELECT FROM letter WHERE application_id = $1 AND revoked_at IS NULL',
    [applicationId],
  );
  return issued.length > 0;
}

async function write(
  tx: EntityManager,
  ctx: Context,
  application: LockedApplication,
  { facts, content }: DrawnLetter,
): Promise<string> {
  const id = randomUUID();
  const sha256 = createHash('sha256').update(content).digest('hex');
  const templateVersion = TEMPLATE_VERSIONS[facts.kind];
  await ctx.storage.put(keyOfLetter(id), Readable.from([content]), { maxBytes: content.length });
  await tx.query(
    `INSERT INTO letter (id, application_id, kind, template_version, sha256, bytes, issued_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, application.id, facts.kind, templateVersion, sha256, content.length, facts.issuedAt],
  );
  await appendToJournal(tx, {
    ...authorOf(ctx),
    action: 'LETTER_ISSUED',
    target: application.id,
    details: { letter: id, kind: facts.kind, templateVersion, sha256 },
  });
  return id;
}

function refused({ version }: LockedApplication, code: string, message: string): ConflictError {
  return Object.assign(ConflictError.of(message, version), { code, path: ['applicationId'] });
}
