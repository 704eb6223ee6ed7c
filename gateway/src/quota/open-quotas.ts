import type { QuotaSettings } from '@graphess/platform';
import { describeError, type Log, type OpenSubgraph } from '@graphess/subgraph-kit';
import type { WithoutGuards } from '../guards.ts';
import { clearOldBuckets, databaseCounter } from './database-counter.ts';
import { insuredCounter } from './insured-counter.ts';
import { memoryCounter } from './memory-counter.ts';
import { createQuotas, type Quotas } from './quotas.ts';
import { sparingCounter } from './sparing-counter.ts';

type Options = {
  access(): OpenSubgraph | undefined;
  settings: QuotaSettings;
  log: Log;
  without?: WithoutGuards;
};

const CLEARING_MS = 60_000;

/** The quotas of this gateway, counted in the database that all gateways share. `stop` ends the clearing of old counts. */
export function openQuotas({ access, settings, log, without }: Options): Quotas & { stop(): void } {
  const db = () => access()?.db ?? null;
  const shared = databaseCounter(db);
  const counter = sparingCounter(insuredCounter({ shared, own: memoryCounter(), log }));
  const clearing = setInterval(() => {
    const manager = db();
    if (manager === null) return;
    clearOldBuckets(manager).catch((error: unknown) =>
      log.warn(describeError(error), 'old quota counts remain'),
    );
  }, CLEARING_MS).unref();
  return {
    ...createQuotas({ counter, settings, ...(without ? { without } : {}) }),
    stop: () => clearInterval(clearing),
  };
}
