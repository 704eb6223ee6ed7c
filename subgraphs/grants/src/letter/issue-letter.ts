import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { appendToJournal, ConflictError, type Context, UserError, writeOnce } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { type LockedApplication, lockApplication } from '../application/lock-application.queries.ts';
import { authorOf } from '../attempt/author-of.ts';
import type { IssueLetterInput } from './issue-letter.input.ts';
import { IssueLetterSuccess } from './issue-letter.payload.ts';
import { factsOfDecision, findLetter, keyOfLetter } from './letter.queries.ts';
import type { LetterFacts } from './letter-facts.ts';
import { letterPdf } from './letter-pdf.ts';
import { letterText, TEMPLATE_VERSIONS } from './letter-text.rules.ts';

/** Issues the letter of the decision in force, once: taking the decision back revokes it. */
export function issueLetter(ctx: Context, input: IssueLetterInput) {
  return writeOnce(
    ctx,
    'issueLetter',
    input,
    async (tx) => {
      const application = await lockApplication(tx, ctx, input.applicationId, { path: 'applicationId' });
      if (application instanceof UserError) return application;
      const facts = await factsOfDecision(tx, application, ctx.now);
      if (facts === null) {
        return refused(
          application,
          'NO_DECISION',
          'Aucune décision ne permet une lettre : accordez ou refusez, avec un motif.',
        );
      }
      const issued: unknown[] = await tx.query(
        'SELECT FROM letter WHERE application_id = $1 AND revoked_at IS NULL',
        [application.id],
      );
      if (issued.length > 0)
        return refused(application, 'LETTER_ISSUED', 'La lettre de cette décision est déjà émise.');
      return { id: await write(tx, ctx, application, facts) };
    },
    async (tx, { id }) => Object.assign(new IssueLetterSuccess(), { letter: await findLetter(tx, id) }),
  );
}

async function write(
  tx: EntityManager,
  ctx: Context,
  application: LockedApplication,
  facts: LetterFacts,
): Promise<string> {
  const id = randomUUID();
  const content = await letterPdf(letterText(facts), facts.issuedAt);
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
