import type { Settings } from '@graphess/platform';
import type { Log, OpenSubgraph } from '@graphess/subgraph-kit';
import type { onRequestHookHandler } from 'fastify';
import type { WithoutGuards } from '../guards.ts';
import { openQuotas } from '../quota/open-quotas.ts';
import type { Quotas } from '../quota/quotas.ts';
import { refuseKeyInQuery } from './api-key/key-in-query.ts';
import { type KeyReader, keyReader } from './api-key/key-reader.ts';
import { configureKeys } from './api-key/key-settings.ts';
import { refusedKeyJournal } from './api-key/refused-key-journal.ts';

type Options = {
  settings: Settings;
  access(): OpenSubgraph | undefined;
  log: Log;
  without?: WithoutGuards;
};

/** What the gateway's own part of the graph does for its door: keys are read, requests counted. */
export type Door = {
  access(): OpenSubgraph | undefined;
  readonly viewerOfKey: KeyReader;
  readonly quotas: Quotas;
  /** Hooks for every address of the gateway. */
  readonly onRequest: readonly onRequestHookHandler[];
  stop(): void;
};

export function openDoor({ settings, log, without = new Set(), ...options }: Options): Door {
  const posture = settings.production ? 'live' : 'test';
  const access = () => {
    const open = options.access();
    if (open !== undefined) configureKeys(open, { posture, quotaPerMinute: settings.quotas.keyPerMinute });
    return open;
  };
  const { stop, ...quotas } = openQuotas({ access, settings: settings.quotas, log, without });
  const db = () => access()?.db ?? null;
  const journal = refusedKeyJournal(access, log);
  return {
    access,
    quotas,
    viewerOfKey: keyReader({ db, clock: settings.clock, posture, journal, log, without }),
    onRequest: without.has('key-in-query') ? [] : [refuseKeyInQuery({ access, journal, log })],
    stop,
  };
}
