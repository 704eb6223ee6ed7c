import type { Context, OpenSubgraph } from '@graphess/subgraph-kit';
import type { DataSource } from 'typeorm';
import type { KeyPosture } from './secret.ts';

export type KeySettings = {
  /** Which keys are made and accepted here. */
  readonly posture: KeyPosture;
  /** Requests a minute of a key that asks for no other quota. */
  readonly quotaPerMinute: number;
};

/** Where nothing was said: keys that no production accepts. */
const UNTOLD: KeySettings = { posture: 'test', quotaPerMinute: 300 };

const settings = new WeakMap<DataSource, KeySettings>();

/** Tells an open `access` how it makes keys: resolvers are made once for all, and processes may open several. */
export function configureKeys(open: Pick<OpenSubgraph, 'db'>, told: KeySettings): void {
  settings.set(open.db.connection, told);
}

export function keySettingsOf({ db }: Pick<Context, 'db'>): KeySettings {
  return settings.get(db.connection) ?? UNTOLD;
}
