import type { QuotaSettings } from '@graphess/platform';
import type { Viewer } from '@graphess/subgraph-kit';
import type { WithoutGuards } from '../guards.ts';
import type { Allowance } from './allowance.ts';
import { addressBucket } from './client-address.ts';
import type { QuotaCounter } from './quota-counter.ts';
import { PointsSpent, RateLimited } from './rate-limited.ts';

/** Who spends: the viewer, and the address that a visitor counts under. */
export type Spender = { readonly viewer: Viewer; readonly ip: string };

export type Quotas = {
  /** Counts one request: of the key, the person, or the address of a visitor. */
  countRequest(spender: Spender): Promise<Allowance>;
  /** Counts the points of an operation whose cost is known. Throws PointsSpent (429) when they are not there. */
  consumePoints(spender: Spender, cost: number, requestId: string): Promise<Allowance>;
  /** Throws RateLimited (429) for an address that was refused too often in this minute to be listened to. */
  refuseGuesser(ip: string): void;
  /** Counts a credential that was refused. Throws RateLimited (429) when it is one too many. */
  countRefusedCredential(ip: string): Promise<Allowance>;
};

type Options = {
  counter: QuotaCounter;
  settings: QuotaSettings;
  without?: WithoutGuards;
  now?: () => number;
};

const MAX_GUESSERS = 10_000;

/** Quotas of people and keys follow them wherever they call from; the visitors of one address share one. */
export function createQuotas(options: Options): Quotas {
  const { counter, settings, without = new Set(), now = () => performance.now() } = options;
  const guessers = new Map<string, { allowance: Allowance; until: number }>();

  const spend = async (bucket: string, points: number, limit: number): Promise<Allowance> => {
    const { accepted, spent, resetMs } = await counter.spend(bucket, points, limit);
    return {
      accepted: accepted || without.has('quota'),
      limit,
      remaining: Math.max(0, limit - spent),
      resetSeconds: Math.max(1, Math.ceil(resetMs / 1000)),
    };
  };

  return {
    countRequest: (spender) => spend(`request ${bucketOf(spender)}`, 1, requestsOf(spender.viewer, settings)),

    async consumePoints(spender, cost, requestId) {
      const allowance = await spend(`points ${bucketOf(spender)}`, cost, settings.pointsPerMinute);
      if (!allowance.accepted) throw new PointsSpent(allowance, requestId);
      return allowance;
    },

    refuseGuesser(ip) {
      const address = addressBucket(ip);
      const guesser = guessers.get(address);
      if (guesser === undefined) return;
      const seconds = Math.ceil((guesser.until - now()) / 1000);
      if (seconds > 0) throw new RateLimited({ ...guesser.allowance, resetSeconds: seconds });
      guessers.delete(address);
    },

    async countRefusedCredential(ip) {
      const address = addressBucket(ip);
      const allowance = await spend(`refused ${address}`, 1, settings.refusedCredentialsPerMinute);
      if (allowance.accepted || without.has('refused-credentials-quota')) return allowance;
      const [oldest] = guessers.keys();
      if (oldest !== undefined && guessers.size >= MAX_GUESSERS) guessers.delete(oldest);
      guessers.set(address, { allowance, until: now() + allowance.resetSeconds * 1000 });
      throw new RateLimited(allowance);
    },
  };
}

function bucketOf({ viewer, ip }: Spender): string {
  return viewer.subject ?? addressBucket(ip);
}

function requestsOf(viewer: Viewer, settings: QuotaSettings): number {
  if (viewer.kind === 'visitor') return settings.addressPerMinute;
  if (viewer.kind === 'person') return settings.personPerMinute;
  return 'quotaPerMinute' in viewer && typeof viewer.quotaPerMinute === 'number'
    ? viewer.quotaPerMinute
    : settings.keyPerMinute;
}
