import { randomInt } from 'node:crypto';
import {
  appendToJournal,
  ConflictError,
  type Context,
  NotFoundError,
  problem,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { authorOf } from '../attempt/author-of.ts';
import { refusalOfCall } from '../submission/call-window.queries.ts';
import { applicationShown } from './application-shown.ts';
import type { StartApplicationInput } from './start-application.input.ts';
import { type StartApplicationPayload, StartApplicationSuccess } from './start-application.payload.ts';

/** Drafts that a structure may have under one call: enough to start again, too few to fill the database. */
const MOST_DRAFTS = 5;

const BASE_36 = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Opens a draft for the structure that whoever asks acts for. */
export function startApplication(
  ctx: Context,
  input: StartApplicationInput,
): Promise<typeof StartApplicationPayload> {
  return writeOnce(
    ctx,
    'startApplication',
    input,
    (tx) => start(tx, ctx, input.edition),
    async (tx, { id }) =>
      Object.assign(new StartApplicationSuccess(), { application: await applicationShown(tx, ctx, id) }),
  );
}

async function start(
  tx: EntityManager,
  ctx: Context,
  edition: number,
): Promise<{ id: string } | Exclude<typeof StartApplicationPayload, StartApplicationSuccess>> {
  const { organization } = ctx.viewer;
  if (organization === null) return withoutOrganization();
  const callId = `CALL:${edition}`;
  const [call]: unknown[] = await tx.query('SELECT 1 FROM call WHERE id = $1', [callId]);
  if (call === undefined) return callNotFound(edition);
  const closed = await refusalOfCall(tx, ctx, callId, { lock: false });
  if (closed !== null) return closed;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${callId} ${organization}`]);
  const [drafts]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM application WHERE call_id = $1 AND organization_id = $2 AND state = 'DRAFT'`,
    [callId, organization],
  );
  if ((drafts?.count ?? 0) >= MOST_DRAFTS) {
    return Object.assign(
      ConflictError.of(`Votre structure a déjà ${MOST_DRAFTS} brouillons pour cette édition.`),
      { code: 'TOO_MANY_DRAFTS' },
    );
  }
  const id = `APP:${edition}-${randomKey()}`;
  await tx.query(
    `INSERT INTO application (id, call_id, organization_id, applicant_name, summary, action_territories, state,
                              is_demonstration, source_ids, created_at, updated_at)
     SELECT $1, $2, $3, coalesce((SELECT name FROM organization_copy WHERE id = $3), ''), '', '{}', 'DRAFT', false, '{}', $4, $4`,
    [id, callId, organization, ctx.now],
  );
  await appendToJournal(tx, { ...authorOf(ctx), action: 'APPLICATION_STARTED', target: id });
  return { id };
}

/** What nobody guesses: 36¹⁶ is over 2⁸². */
function randomKey(): string {
  return Array.from({ length: 16 }, () => BASE_36[randomInt(BASE_36.length)]).join('');
}

function withoutOrganization(): ValidationError {
  return ValidationError.of([
    problem(
      'ORGANIZATION_MISSING',
      'Aucune structure n’est rattachée à votre compte : demandez-le à votre structure ou au Département.',
    ),
  ]);
}

function callNotFound(edition: number): NotFoundError {
  return Object.assign(new NotFoundError(), {
    code: 'CALL_NOT_FOUND',
    message: `L’édition ${edition} de l’appel à projets n’existe pas.`,
    path: ['edition'],
  });
}
