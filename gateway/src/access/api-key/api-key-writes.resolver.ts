import { parseId } from '@graphess/identifiers';
import {
  attemptOf,
  ConflictError,
  type Context,
  collect,
  idempotencyKeyProblems,
  keyAlreadyUsed,
  NotFoundError,
  once,
  type Problem,
  problem,
  ValidationError,
} from '@graphess/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import type { ApiKey } from './api-key.entity.ts';
import { CreateApiKeyInput, RevokeApiKeyInput, RotateApiKeyInput } from './api-key.input.ts';
import {
  CreateApiKeyPayload,
  CreateApiKeySuccess,
  RevokeApiKeyPayload,
  RevokeApiKeySuccess,
  RotateApiKeyPayload,
  RotateApiKeySuccess,
} from './api-key.payload.ts';
import { findKey } from './api-key.queries.ts';
import { problemsOfKey, problemsOfOverlap } from './check-new-api-key.ts';
import { explainRotation } from './explain-rotation.ts';
import { issueKey, type KeyWriter, revokeKey, rotateKey } from './issue-api-key.ts';
import { keySettingsOf } from './key-settings.ts';

/** For administrators alone, as the table of permissions says: who is not gets its PermissionError. */
@Resolver()
export class ApiKeyWritesResolver {
  @Mutation(() => CreateApiKeyPayload, {
    description: 'Crée une clé d’API et en montre le secret, une seule fois. Réservé aux administrateurs.',
  })
  async createApiKey(
    @Arg('input', () => CreateApiKeyInput, { description: 'La clé à créer.' }) input: CreateApiKeyInput,
    @Ctx() ctx: Context,
  ): Promise<typeof CreateApiKeyPayload> {
    const request = {
      partner: input.partner,
      scopes: input.scopes,
      organizationId: input.organization ?? null,
      networks: input.networks,
      months: input.months,
      quotaPerMinute: input.quotaPerMinute ?? keySettingsOf(ctx).quotaPerMinute,
    };
    const problems = [...idempotencyKeyProblems(input.idempotencyKey), ...problemsOfKey(request)];
    if (problems.length > 0) return ValidationError.of(problems);
    return ctx.db.transaction(async (tx) => {
      let secret: string | null = null;
      const done = await once(tx, attemptOf(ctx, 'createApiKey', input), async () => {
        const issued = await issueKey(tx, request, writerOf(ctx));
        secret = issued.secret;
        // What is kept for a repetition holds no secret.
        return { id: issued.id };
      });
      if (done.outcome === 'CONFLICT') return keyAlreadyUsed();
      const apiKey = await existing(tx, done.result.id);
      return Object.assign(new CreateApiKeySuccess(), { apiKey, secret });
    });
  }

  @Mutation(() => RotateApiKeyPayload, {
    description:
      'Remplace une clé d’API par une nouvelle ; l’ancienne reste acceptée le temps du recouvrement. Réservé aux administrateurs.',
  })
  async rotateApiKey(
    @Arg('input', () => RotateApiKeyInput, { description: 'La clé à remplacer.' }) input: RotateApiKeyInput,
    @Ctx() ctx: Context,
  ): Promise<typeof RotateApiKeyPayload> {
    const problems = [...problemsOfKeyId(input), ...problemsOfOverlap(input.overlapDays)];
    if (problems.length > 0) return ValidationError.of(problems);
    return ctx.db.transaction(async (tx) => {
      let secret: string | null = null;
      const done = await once(tx, attemptOf(ctx, 'rotateApiKey', input), async () => {
        const rotated = await rotateKey(tx, input, writerOf(ctx));
        if ('reason' in rotated) {
          return { refused: { unknown: rotated.reason === 'UNKNOWN', message: explainRotation(rotated) } };
        }
        secret = rotated.secret;
        return { id: rotated.id };
      });
      if (done.outcome === 'CONFLICT') return keyAlreadyUsed();
      if ('refused' in done.result) return refusedRotation(done.result.refused);
      const [apiKey, former] = await Promise.all([existing(tx, done.result.id), existing(tx, input.id)]);
      return Object.assign(new RotateApiKeySuccess(), { apiKey, former, secret });
    });
  }

  @Mutation(() => RevokeApiKeyPayload, {
    description: 'Révoque une clé d’API : elle n’est plus acceptée, sans délai. Réservé aux administrateurs.',
  })
  async revokeApiKey(
    @Arg('input', () => RevokeApiKeyInput, { description: 'La clé à révoquer.' }) input: RevokeApiKeyInput,
    @Ctx() ctx: Context,
  ): Promise<typeof RevokeApiKeyPayload> {
    const problems = problemsOfKeyId(input);
    if (problems.length > 0) return ValidationError.of(problems);
    return ctx.db.transaction(async (tx) => {
      const done = await once(tx, attemptOf(ctx, 'revokeApiKey', input), async () => ({
        known: await revokeKey(tx, input.id, writerOf(ctx)),
      }));
      if (done.outcome === 'CONFLICT') return keyAlreadyUsed();
      if (!done.result.known) return unknownKey();
      return Object.assign(new RevokeApiKeySuccess(), { apiKey: await existing(tx, input.id) });
    });
  }
}

function writerOf(ctx: Context): KeyWriter {
  const { viewer, requestId, now } = ctx;
  return {
    actorKind: viewer.kind,
    actor: viewer.subject,
    requestId,
    now,
    posture: keySettingsOf(ctx).posture,
  };
}

function problemsOfKeyId(input: { id: string; idempotencyKey: string }): Problem[] {
  return [
    ...idempotencyKeyProblems(input.idempotencyKey),
    ...collect(
      parseId(input.id)?.prefix !== 'KEY' &&
        problem('KEY_MALFORMED', 'Un identifiant de clé est attendu : KEY:….', ['id']),
    ),
  ];
}

async function existing(tx: EntityManager, id: string): Promise<ApiKey> {
  const key = await findKey(tx, id);
  if (key === null) throw new TypeError('A key that was just written is not there');
  return key;
}

/** As the row of the idempotency key keeps it: a repetition is refused in the same words. */
type Refused = { unknown: boolean; message: string };

function refusedRotation({ unknown, message }: Refused): NotFoundError | ConflictError {
  return unknown ? unknownKey() : ConflictError.of(message);
}

function unknownKey(): NotFoundError {
  return Object.assign(new NotFoundError(), {
    code: 'NOT_FOUND',
    message: 'Cette clé n’existe pas.',
    path: ['id'],
  });
}
