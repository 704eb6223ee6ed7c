import type { EntityManager } from 'typeorm';
import type { Enqueue } from './jobs/job-queue.ts';
import type { CountedRefusals } from './journal/counted-refusals.ts';
import type { Log } from './log.ts';
import type { FileStorage } from './storage/file-storage.ts';
import type { Viewer } from './viewer.ts';

/** What one request knows: the connection it reads and writes with, who asks, and the instant it happens at. */
export type Context = {
  readonly db: EntityManager;
  readonly viewer: Viewer;
  /** Connections that no request waits for, with a minute for a statement: for what takes long. */
  readonly background: EntityManager;
  readonly enqueue: Enqueue;
  readonly storage: FileStorage;
  /** Where clients reach the platform, without a slash at the end: an address is this and a path. */
  readonly publicUrl: string;
  readonly now: Date;
  readonly requestId: string;
  /** Where to tell what the client is not told; absent where nobody reads it. */
  readonly log?: Log;
  /** Where refusals are written down, once a minute at most; absent, each has its row. */
  readonly refusals?: CountedRefusals;
};
