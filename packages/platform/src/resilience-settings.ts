import { z } from 'zod';

const whole = (least: number, most: number, unit: string) => {
  const expected = `un nombre entier ${unit} de ${least} à ${most} est attendu`;
  return z.coerce.number({ error: expected }).int(expected).min(least, expected).max(most, expected);
};

const milliseconds = (least: number) => whole(least, 120_000, 'de millisecondes');

const origins = z
  .string()
  .transform((text, ctx) => {
    const given = text.split(/[\s,]+/).filter((each) => each !== '');
    // What a browser sends as `Origin` is compared letter for letter.
    if (given.every((each) => /^https?:\/\//.test(each) && URL.parse(each)?.origin === each)) return given;
    ctx.addIssue({
      code: 'custom',
      message:
        'une liste d’origines séparées par des virgules est attendue, par exemple https://portail.exemple.fr',
    });
    return z.NEVER;
  })
  .default([]);

export const resilienceVariables = {
  REQUEST_DEADLINE_MS: milliseconds(100).default(10_000),
  SUBGRAPH_TIMEOUT_MS: milliseconds(100).default(3_000),
  STATEMENT_TIMEOUT_MS: milliseconds(50).default(2_500),
  DATABASE_POOL: whole(1, 100, 'de connexions').default(8),
  MAX_IN_FLIGHT: whole(1, 100_000, 'de requêtes').default(200),
  LAME_DUCK_MS: milliseconds(0).optional(),
  CORS_ORIGINS: origins,
};

export type ResilienceSettings = {
  /** What a client waits for at most, what the gateway waits for a subgraph, and a subgraph for a statement: ms. */
  readonly deadlineMs: number;
  readonly subgraphTimeoutMs: number;
  readonly statementTimeoutMs: number;
  /** Connections that the requests of one domain have in one process. */
  readonly poolSize: number;
  /** Requests that one gateway works on at once; the next ones are told to come back. */
  readonly maxInFlight: number;
  /** How long a program that stops goes on answering, so that balancers see it: ms. */
  readonly lameDuckMs: number;
  /** Origins whose pages may ask the graph, with a token of their own: sessions serve the platform’s pages. */
  readonly corsOrigins: readonly string[];
};

type Values = z.output<z.ZodObject<typeof resilienceVariables>>;

export function resilienceSettings(values: Values, production: boolean): ResilienceSettings {
  return {
    deadlineMs: values.REQUEST_DEADLINE_MS,
    subgraphTimeoutMs: values.SUBGRAPH_TIMEOUT_MS,
    statementTimeoutMs: values.STATEMENT_TIMEOUT_MS,
    poolSize: values.DATABASE_POOL,
    maxInFlight: values.MAX_IN_FLIGHT,
    lameDuckMs: values.LAME_DUCK_MS ?? (production ? 2_000 : 0),
    corsOrigins: values.CORS_ORIGINS,
  };
}

/** Each wait is to end before the one around it, or its own error is never told. */
export function resilienceProblems(env: Record<string, string | undefined>): string[] {
  const given = z
    .object(resilienceVariables)
    .safeParse(
      Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== '')),
    );
  if (!given.success) return [];
  const { REQUEST_DEADLINE_MS, SUBGRAPH_TIMEOUT_MS, STATEMENT_TIMEOUT_MS } = given.data;
  return [
    ...(SUBGRAPH_TIMEOUT_MS < REQUEST_DEADLINE_MS
      ? []
      : ['SUBGRAPH_TIMEOUT_MS : une durée plus courte que REQUEST_DEADLINE_MS est attendue']),
    ...(STATEMENT_TIMEOUT_MS < SUBGRAPH_TIMEOUT_MS
      ? []
      : ['STATEMENT_TIMEOUT_MS : une durée plus courte que SUBGRAPH_TIMEOUT_MS est attendue']),
  ];
}
