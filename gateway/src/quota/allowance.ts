/** What is left of an allowance of a minute. */
export type Allowance = {
  /** Whether what was asked for was there; if not, none was taken. */
  readonly accepted: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds, at least one, until the allowance is whole again. */
  readonly resetSeconds: number;
};

/** An allowance as French public APIs tell it: https://particulier.api.gouv.fr/developpeurs (Volumétrie). */
export function allowanceHeaders({ limit, remaining, resetSeconds }: Allowance): Record<string, string> {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resetSeconds),
  };
}
