import { finished, type Readable, Transform } from 'node:stream';
import { type RouteAnswer, type RouteLimits, RouteRefusal } from './route.ts';

type Exchange = {
  readonly limits: Pick<RouteLimits, 'maxBytes' | 'timeoutMs'>;
  /** The domain that a refusal names. */
  readonly domain: string;
  readonly body: Readable;
  /** The length that the request announces, null when it does not. */
  readonly announced: number | null;
  /** Aborted when whoever asked leaves. */
  readonly left: AbortSignal;
};

/** How long a body that nobody wants any more is read and thrown away, so that its sender reads the answer. */
const DRAIN_MS = 2_000;

/**
 * Runs an exchange within its limits of size and time, without keeping any of it: `work` gets the body as it comes, and
 * its answer may be a stream. Throws RouteRefusal 413 or 504. The time goes on until the last byte of the answer: a
 * stream that is not over then is cut.
 */
export async function exchange(
  { limits, domain, body, announced, left }: Exchange,
  work: (body: Readable, signal: AbortSignal) => Promise<RouteAnswer>,
): Promise<RouteAnswer> {
  const { maxBytes, timeoutMs } = limits;
  if (announced !== null && announced > maxBytes) {
    void drain(body);
    throw tooLarge(maxBytes);
  }
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, left]);
  const timer = setTimeout(() => over.abort(tooSlow(domain)), timeoutMs);
  const counted = countedBody(body, maxBytes, () => over.abort(tooLarge(maxBytes)));
  const aborted = Promise.withResolvers<never>();
  const giveUp = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', giveUp);
  aborted.promise.catch(() => {});
  if (signal.aborted) giveUp();

  const end = async () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
    if (!body.readableEnded) await drain(body);
  };
  const working = work(counted, signal);
  try {
    const answer = await Promise.race([working, aborted.promise]);
    if (isStream(answer.body)) cutWhenOver(answer.body, signal, end);
    // Whoever sends still may not read an answer, if the connection closes with it.
    else await end();
    return answer;
  } catch (error) {
    // What comes after all is thrown away.
    working.then(
      ({ body: late }) => isStream(late) && late.destroy(),
      () => {},
    );
    counted.destroy();
    void end();
    throw signal.aborted ? signal.reason : error;
  }
}

/** The body, cut at its limit. The request itself is left alone: destroying it would take the answer's socket away. */
function countedBody(body: Readable, maxBytes: number, tooMany: () => void): Readable {
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= maxBytes) return done(null, chunk);
      tooMany();
      return done(new Error('The body is longer than its limit'));
    },
  });
  // Told by the signal; nobody may be listening here.
  counted.on('error', () => {});
  body.once('error', (error) => counted.destroy(error));
  body.once('close', () => {
    if (!body.readableEnded) counted.destroy(new Error('The body was cut short'));
  });
  return body.pipe(counted);
}

function cutWhenOver(stream: Readable, signal: AbortSignal, end: () => Promise<void>): void {
  const cut = () => stream.destroy(new Error('The exchange is over'));
  signal.addEventListener('abort', cut);
  finished(stream, () => {
    signal.removeEventListener('abort', cut);
    void end();
  });
}

/** Reads what still comes of a body, for a while. */
async function drain(body: Readable): Promise<void> {
  if (body.readableEnded || body.destroyed) return;
  const over = new Promise((done) => finished(body, done));
  body.unpipe();
  body.resume();
  const enough = setTimeout(() => body.destroy(), DRAIN_MS).unref();
  await over;
  clearTimeout(enough);
}

function isStream(body: RouteAnswer['body']): body is Readable {
  return typeof body === 'object' && 'pipe' in body;
}

function tooLarge(maxBytes: number): RouteRefusal {
  const size =
    maxBytes >= 1_000_000 ? `${Math.floor(maxBytes / 1_000_000)} Mo` : `${Math.floor(maxBytes / 1_000)} ko`;
  return new RouteRefusal(413, 'BAD_REQUEST', `Le contenu envoyé dépasse ${size}.`);
}

function tooSlow(domain: string): RouteRefusal {
  return new RouteRefusal(
    504,
    'SUBGRAPH_UNAVAILABLE',
    'La réponse n’est pas venue à temps. Réessayez plus tard.',
    {
      domain,
    },
  );
}
