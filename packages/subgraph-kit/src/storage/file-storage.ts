import type { Readable } from 'node:stream';

export type StoredFile = { readonly sha256: string; readonly bytes: number };

/** Bytes from `start` to `end`, both included, as in an HTTP range. */
export type ByteRange = { readonly start: number; readonly end: number };

/**
 * Files outside the database. A key is a path that the platform makes, never text of a client: `letters/<id>`. What is
 * put is there wholly or not at all, also when the process dies in the middle.
 */
export type FileStorage = {
  /**
   * Stores what a stream gives under a key, in place of what was there. Throws ContentTooLong beyond `maxBytes`, and
   * what the stream throws; the key is then as it was.
   */
  put(
    key: string,
    content: AsyncIterable<Uint8Array>,
    options: { maxBytes: number; signal?: AbortSignal },
  ): Promise<StoredFile>;
  /** The content of a key, or a part of it; null when there is none. */
  open(key: string, range?: ByteRange): Promise<Readable | null>;
  /** Its length in bytes, null when there is none. */
  bytesOf(key: string): Promise<number | null>;
  /** The keys of a folder whose content was put before an instant, in order. */
  keysIn(folder: string, before: Date): Promise<string[]>;
  /** Removes what is under a key, if anything is. */
  remove(key: string): Promise<void>;
  /** Removes what dead processes left unfinished before an instant. */
  sweep(before: Date): Promise<void>;
};

/** More bytes than may be stored. */
export class ContentTooLong extends Error {
  override name = 'ContentTooLong';
}

const KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

/** Throws RangeError on a key that could lead out of the storage, or that is no path of a folder and a name. */
export function checkKey(key: string): void {
  if (key.length > 200 || !KEY.test(key)) throw new RangeError('Not a key of the storage');
}
