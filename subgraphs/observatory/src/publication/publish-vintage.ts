import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { attemptOf, type Context, keyAlreadyUsed, once, ValidationError } from '@graphess/subgraph-kit';
import { findUpload } from '../upload/upload.queries.ts';
import { problemsOfPublication } from './check-publication.ts';
import { notFound } from './not-found.ts';
import { presentOutcome } from './present-outcome.ts';
import type { Publication } from './publication.entity.ts';
import type { PublishVintageInput } from './publication.input.ts';
import { publishUpload } from './publication.jobs.ts';
import { PublicationRunning, type PublishVintagePayload } from './publication.payload.ts';
import { findPublication, insertPublication } from './publication.queries.ts';
import { publishable } from './publishable-dataset.queries.ts';

type Answer = typeof PublishVintagePayload;

/** How long an answer waits for a publication that may be short, and how often it looks: less than the gateway waits. */
const WAIT_MS = 6_000;
const LOOK_MS = 100;

/** Leaves nothing of the demand: sent again once the file is there, it is a new one. */
class Missing extends Error {
  readonly field: 'datasetCode' | 'uploadId';

  constructor(field: 'datasetCode' | 'uploadId') {
    super(`No such ${field}`);
    this.field = field;
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
        if ((await publishable(tx, datasetCode)) === null) throw new Missing('datasetCode');
        const upload = UUID.test(uploadId) ? await findUpload(tx, uploadId) : null;
        if (upload === null || upload.owner !== actor || upload.receivedAt === null)
          throw new Missing('uploadId');
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
      if (error instanceof Missing) return error;
      throw error;
    });
  if (asked instanceof Missing) return notFound(asked.field);
  if (asked.outcome === 'CONFLICT') return keyAlreadyUsed();
  return answerOf(ctx, await waitFor(ctx, asked.result.id));
}

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
