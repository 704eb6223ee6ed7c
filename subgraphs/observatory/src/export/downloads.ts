import { Readable } from 'node:stream';
import { RouteRefusal } from '@graphess/subgraph-kit';

const RETRY_AFTER_SECONDS = 10;

export type Downloads = {
  /** A place among the downloads, to be given back. Throws RouteRefusal 503 when there is none. */
  takePlace(): () => void;
  /** The bytes for a reader; the stream ends with ReaderStalled when nothing is taken of what is ready. */
  stream(bytes: AsyncIterable<Uint8Array>): Readable;
};

export class ReaderStalled extends Error {
  override name = 'ReaderStalled';
}

/** `most` files are made at once for those who download them directly; who takes nothing for `stallMs` loses the place. */
export function boundedDownloads({ most, stallMs }: { most: number; stallMs: number }): Downloads {
  let underWay = 0;
  return {
    takePlace() {
      if (underWay >= most) throw noPlace();
      underWay += 1;
      let left = false;
      return () => {
        if (!left) underWay -= 1;
        left = true;
      };
    },
    stream(bytes) {
      let made = 0;
      const counted = async function* () {
        for await (const piece of bytes) {
          made += 1;
          yield piece;
        }
      };
      const body = Readable.from(counted(), { objectMode: false });
      let before = '';
      // A file that is long to make is no fault of its reader: only what is ready and stays counts.
      const timer = setInterval(() => {
        const now = `${made} ${body.readableLength}`;
        if (body.readableLength > 0 && now === before) body.destroy(new ReaderStalled());
        before = now;
      }, stallMs).unref();
      return body.once('close', () => clearInterval(timer));
    },
  };
}

/** Those of this process. */
export const downloads = boundedDownloads({ most: 4, stallMs: 30_000 });

function noPlace(): RouteRefusal {
  return new RouteRefusal(
    503,
    'OVERLOADED',
    'Trop de fichiers sont téléchargés en même temps : réessayez dans quelques secondes, ou demandez un export.',
    { retryAfterSeconds: RETRY_AFTER_SECONDS },
  );
}
