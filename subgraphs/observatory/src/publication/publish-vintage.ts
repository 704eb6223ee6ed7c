import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import {
  attemptOf,
  type Context,
  keyAlreadyUsed,
  type NotFoundError,
  once,
  problem,
  ValidationError,
} from '@graphess/subgraph-kit';
import { findUpload } from '../upload/upload.queries.ts';
import { problemsOfPublication } from './check-publication.ts';
import { notFound } from './not-found.ts';
import { presentOutcome } from './present-outcome.ts';
import type { Publication } from './publication.entity.ts';
import type { PublishVintageInput } from './publication.input.ts';
import { publishUpload } from './publication.jobs.ts';
import { PublicationRunning, type PublishVintagePayload } from './publication.payload.ts';
import { findPublication, insertPublication, triesSince } from './publication.queries.ts';
import { publishable } from './publishable-dataset.queries.ts';

type Answer = typeof PublishVintagePayload;

/** How long an answer waits for a publication that may be short, and how often it looks: less than the gateway waits. */
const WAIT_MS = 6_000;
const LOOK_MS = 100;

/** A file mended line by line takes fewer; guesses, tried one after the other against what is hidden, take more. */
const MOST_TRIES = 20;
const AN_HOUR_MS = 3_600_000;

/** Leaves nothing of the demand: sent again later, it is a new one. */
class Refused extends Error {
  readonly answer: NotFoundError | ValidationError;

  constructor(answer: NotFoundError | ValidationError) {
    super(answer.code);
    this.answer = answer;
  }
}

/**
 * Asks for a publication, and gives its result when it does not take long. Asked again under the same key, the
 * publication is the same.
 */
export async function publishVintage(ctx: Context, input: PublishVintageInput): Promise<Answer> {
  const problems = problemsOfPublication(input, ctx.now);
  if (problems.length > 0) return ValidationError.of(problems);
  const { datasetCode, label, geographyDate, uploadId, dryRun } = input;
  const { viewer, requestId, now } = ctx;
  const actor = viewer.subject ?? '';
  const asked = await ctx.db
    .transaction((tx) =>
      once(tx, attemptOf(ctx, 'publishVintage', input), async () => {
        if ((await publishable(tx, datasetCode)) === null) throw new Refused(notFound('datasetCode'));
        const upload = UUID.test(uploadId) ? await findUpload(tx, uploadId) : null;
        if (upload === null || upload.owner !== actor || upload.receivedAt === null)
          throw new Refused(notFound('uploadId'));
        const since = new Date(now.getTime() - AN_HOUR_MS);
        if ((await triesSince(tx, { actor, datasetCode, since })) >= MOST_TRIES)
          throw new Refused(ValidationError.of([TOO_MANY_TRIES]));
        const id = newPublicationId();
        const reason = input.reason?.trim() ?? null;
        const what = {
          id,
          datasetCode,
          label: label.trim(),
          geographyDate,
          uploadId,
          isDryRun: dryRun,
          reason,
        };
        await insertPublication(tx, { ...what, actorKind: viewer.kind, actor, requestId, now });
        await ctx.enqueue(tx, publishUpload.name, { id });
        return { id };
      }),
    )
    .catch((error: unknown) => {
      if (error instanceof Refused) return error;
      throw error;
    });
  if (asked instanceof Refused) return asked.answer;
  if (asked.outcome === 'CONFLICT') return keyAlreadyUsed();
  return answerOf(ctx, await waitFor(ctx, asked.result.id));
}

const TOO_MANY_TRIES = problem(
  'TOO_MANY_TRIES',
  `Vous avez essayé ${MOST_TRIES} fichiers de ce jeu de données en une heure sans en publier : réessayez plus tard.`,
  ['datasetCode'],
);

async function waitFor(ctx: Context, id: string): Promise<Publication> {
  const until = performance.now() + WAIT_MS;
  for (;;) {
    const publication = await findPublication(ctx.db, id);
    if (publication === null) throw new TypeError('A publication that was asked for is not there');
    if (publication.endedAt !== null || performance.now() > until) return publication;
    await setTimeout(LOOK_MS);
  }
}

async function answerOf(ctx: Context, publication: Publication): Promise<Answer> {
  const outcome = await presentOutcome(ctx, publication);
  return outcome ?? Object.assign(new PublicationRunning(), { publication });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function newPublicationId(): string {
  return `PUB:${Array.from({ length: 16 }, () => randomInt(36).toString(36)).join('')}`;
}
