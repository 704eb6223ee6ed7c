import type { EntityManager } from 'typeorm';
import type { Viewer } from './viewer.ts';

/** What one request knows: the connection it reads and writes with, who asks, and the instant it happens at. */
export type Context = {
  readonly db: EntityManager;
  readonly viewer: Viewer;
  readonly now: Date;
  readonly requestId: string;
};
