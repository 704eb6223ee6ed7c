import { type GraphQLOutputType, getNamedType, isUnionType } from 'graphql';
import type { Context } from '../context.ts';
import { Forbidden, Unauthenticated } from '../errors.ts';
import type { JournalEntry } from '../journal/journal.ts';
import { appendToJournal } from '../journal/journal.ts';
import { perRequest } from '../loader.ts';
import { describeError } from '../mask.ts';
import { PermissionError } from '../refusal/refusal.type.ts';
import { type Permit, ruleText } from './rule.ts';

const journalled = perRequest(() => new Map<string, Promise<void>>());

/**
 * Refuses a field: writes it down, then throws UNAUTHENTICATED for a visitor and FORBIDDEN for anybody else. A write whose
 * outcomes list a PermissionError gives that one instead.
 */
export async function refuse(
  ctx: Context,
  target: string,
  permit: Permit,
  outcome: GraphQLOutputType | null,
): Promise<PermissionError> {
  await writeDown(ctx, target, permit);
  const type = outcome === null ? null : getNamedType(outcome);
  if (isUnionType(type) && type.getTypes().some(({ name }) => name === 'PermissionError')) {
    return PermissionError.of(ruleText(permit), ctx.viewer);
  }
  if (ctx.viewer.subject === null) throw new Unauthenticated();
  throw new Forbidden();
}

/** Once a request and a field. */
function writeDown(ctx: Context, target: string, permit: Permit): Promise<void> {
  const known = journalled(ctx);
  const written = known.get(target) ?? append(ctx, target, permit);
  known.set(target, written);
  return written;
}

/** A journal that fails changes nothing for the client: the refusal stands. */
async function append(ctx: Context, target: string, permit: Permit): Promise<void> {
  const { kind, subject } = ctx.viewer;
  const entry: JournalEntry = {
    action: 'PERMISSION_REFUSED',
    actorKind: kind,
    actor: subject,
    target,
    requestId: ctx.requestId,
    details: { required: ruleText(permit) },
  };
  if (ctx.refusals !== undefined) {
    return ctx.refusals.refused(entry, JSON.stringify([entry.action, kind, subject, target]));
  }
  try {
    await appendToJournal(ctx.db, entry);
  } catch (error) {
    ctx.log?.error(
      { requestId: ctx.requestId, target, ...describeError(error) },
      'a refusal is not journalled',
    );
  }
}
