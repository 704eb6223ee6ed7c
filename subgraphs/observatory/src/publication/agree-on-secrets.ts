import type { Reader } from '@graphess/secrecy';
import { type HiddenStatus, type ProtectedStates, primaryPlaces, protectStates } from './protect-states.ts';
import type { State } from './secrecy-table.ts';

/** All that was ever public of an indicator and a year in one dataset, or is about to be. */
export type DatasetStates = {
  readonly dataset: string;
  readonly states: readonly State[];
  /** Places that were hidden before, and those that were so for themselves. */
  readonly secret: ReadonlySet<string>;
  readonly once: ReadonlySet<string>;
};

type Agreeing = {
  readonly reader: Reader;
  readonly budgetMs: number;
  readonly signal?: AbortSignal | undefined;
};

/** Whether any dataset has something to hide. */
export function hasSecrets(datasets: readonly DatasetStates[]): boolean {
  return datasets.some(({ secret, states }) => secret.size > 0 || primaryPlaces(states).size > 0);
}

/**
 * Chooses what to hide of an indicator and a year in every dataset that tells it. Sources tell the same figure within a few
 * per cent: what one hides, all hide, and what is a secret for itself in one is protected from the sums of all. Each dataset
 * is protected with what the others hide, until none hides more. Cost and bound are those of the first.
 */
export async function agreeOnSecrets(
  datasets: readonly DatasetStates[],
  how: Agreeing,
): Promise<ProtectedStates> {
  const once = new Set(datasets.flatMap((each) => [...each.once, ...primaryPlaces(each.states)]));
  let secret: ReadonlySet<string> = new Set(datasets.flatMap((each) => [...each.secret]));
  let reasons: ReadonlyMap<string, HiddenStatus> = new Map();
  let price: { cost: number; bound: number } | null = null;
  const settledAt = new Map<string, number>();
  for (;;) {
    const open = datasets.find(({ dataset }) => settledAt.get(dataset) !== secret.size);
    if (open === undefined) break;
    const result = await protectStates(open.states, { ...how, secret, once });
    if (result.kind !== 'SAFE') return result;
    if (open === datasets[0]) {
      const { cost, bound } = result;
      reasons = result.reasons;
      // Judged again when another hides more, it costs what it did the first time.
      price ??= { cost, bound };
    }
    secret = result.hidden;
    settledAt.set(open.dataset, secret.size);
  }
  return { kind: 'SAFE', hidden: secret, reasons, ...(price ?? { cost: 0, bound: 0 }) };
}
