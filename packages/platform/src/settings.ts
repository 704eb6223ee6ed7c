import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings, setting } from '@graphess/subgraph-kit';
import { z } from 'zod';

export const SUBGRAPHS = ['grants', 'observatory', 'events', 'procurement'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** The subgraphs, and what the gateway answers for by itself: each has a PostgreSQL schema of its own. */
export const DOMAINS = [...SUBGRAPHS, 'access'] as const;
export type DomainName = (typeof DOMAINS)[number];

/** The folder that holds `data/`, `schema/`, `operations/` and, once started, `.data/`. */
export const PROJECT_ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** A subgraph alone listens here, the gateway one below the first. */
export const FIRST_SUBGRAPH_PORT = 4001;

const perDomain = <Value extends z.ZodType>(suffix: string, value: Value) =>
  Object.fromEntries(DOMAINS.map((name) => [variable(name, suffix), value])) as Record<string, Value>;

const schema = z.object({
  NODE_ENV: setting.posture,
  PORT: setting.port(0),
  HOST: z.string().optional(),
  LOG_LEVEL: setting.logLevel,
  CLOCK: setting.clock,
  DEPARTMENT: z
    .string()
    .regex(/^(\d{2}|2[AB]|9[78]\d)$/, 'un code de département est attendu, par exemple 92, 2A ou 974')
    .default('92'),
  DATABASE_URL: setting.postgresUrl.optional(),
  DATA_DIR: z.string().default(join(PROJECT_ROOT, '.data')),
  DEMONSTRATION: z.enum(['true', 'false'], { error: '« true » ou « false » est attendu' }).optional(),
  DEMONSTRATION_SCALE: z.coerce
    .number({ error: 'un nombre entier de 1 à 1000 est attendu' })
    .int('un nombre entier de 1 à 1000 est attendu')
    .min(1, 'un nombre entier de 1 à 1000 est attendu')
    .max(1000, 'un nombre entier de 1 à 1000 est attendu')
    .default(1),
  ...perDomain('DATABASE_URL', setting.postgresUrl.optional()),
  ...perDomain('URL', setting.httpUrl.optional()),
});

export type Settings = {
  readonly production: boolean;
  readonly host: string;
  readonly logLevel: string;
  readonly clock: () => Date;
  readonly department: string;
  readonly demonstration: { readonly enabled: boolean; readonly scale: number };
  /** Where the embedded PostgreSQL of this département keeps its data. */
  readonly localPostgresDir: string;
  /** The database of a domain, null where the embedded PostgreSQL is to be used. */
  databaseUrl(name: DomainName): string | null;
  /** Where a subgraph listens when it runs on its own. */
  subgraphUrl(name: SubgraphName): string;
  /** The port to listen on. */
  port(fallback: number): number;
};

/** Reads the environment. Throws SettingsError, in French, with every problem at once. */
export function platformSettings(env: Record<string, string | undefined> = process.env): Settings {
  const production = env['NODE_ENV'] === 'production';
  const values = readSettings(schema, env, production ? refusedInProduction(env) : []);
  const given = values as typeof values & Record<string, string | undefined>;
  return {
    production,
    host: values.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    logLevel: values.LOG_LEVEL,
    clock: values.CLOCK,
    department: values.DEPARTMENT,
    demonstration: {
      enabled: !production && values.DEMONSTRATION !== 'false',
      scale: values.DEMONSTRATION_SCALE,
    },
    localPostgresDir: join(values.DATA_DIR, values.DEPARTMENT),
    databaseUrl: (name) => given[variable(name, 'DATABASE_URL')] ?? values.DATABASE_URL ?? null,
    subgraphUrl: (name) =>
      given[variable(name, 'URL')] ?? `http://127.0.0.1:${FIRST_SUBGRAPH_PORT + SUBGRAPHS.indexOf(name)}`,
    port: (fallback) => (env['PORT'] ? values.PORT : fallback),
  };
}

function refusedInProduction(env: Record<string, string | undefined>): string[] {
  const homeless = DOMAINS.some((name) => !env['DATABASE_URL'] && !env[variable(name, 'DATABASE_URL')]);
  return [
    ...(env['CLOCK'] ? ['CLOCK : l’horloge ne se règle pas en production'] : []),
    ...(env['DEMONSTRATION'] === 'true'
      ? ['DEMONSTRATION : pas de données de démonstration en production']
      : []),
    ...(homeless ? ['DATABASE_URL : obligatoire en production'] : []),
  ];
}

function variable(name: string, suffix: string): string {
  return `${name.toUpperCase()}_${suffix}`;
}
