import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings, type ServiceJwk, type ServiceJwks, setting } from '@graphess/subgraph-kit';
import { z } from 'zod';
import { type DoorLimitSettings, doorLimitSettings, doorLimitVariables } from './door-limits-settings.ts';
import {
  type IdentitySettings,
  identityProblems,
  identitySettings,
  identityVariables,
} from './identity-settings.ts';
import { type QuotaSettings, quotaSettings, quotaVariables } from './quota-settings.ts';
import {
  type ResilienceSettings,
  resilienceProblems,
  resilienceSettings,
  resilienceVariables,
} from './resilience-settings.ts';
import { jwksText, jwkText } from './service-key-settings.ts';

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
  STORAGE_DIR: z.string().optional(),
  JOURNAL_ANCHOR_FILE: z.string().optional(),
  METRICS_PORT: setting.port(0),
  METRICS_HOST: z.string().default('127.0.0.1'),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting.httpUrl.optional(),
  DEMONSTRATION: z.enum(['true', 'false'], { error: '« true » ou « false » est attendu' }).optional(),
  DEMONSTRATION_SCALE: z.coerce
    .number({ error: 'un nombre entier de 1 à 1000 est attendu' })
    .int('un nombre entier de 1 à 1000 est attendu')
    .min(1, 'un nombre entier de 1 à 1000 est attendu')
    .max(1000, 'un nombre entier de 1 à 1000 est attendu')
    .default(1),
  SECRECY_READER: z
    .enum(['NON_NEGATIVE', 'AT_LEAST_ONE'], { error: '« NON_NEGATIVE » ou « AT_LEAST_ONE » est attendu' })
    .default('NON_NEGATIVE'),
  ATTACHMENT_SCANNER: z.string().default(''),
  GRANTOR_SIRET: z
    .string()
    .regex(/^\d{14}$/, 'un SIRET de 14 chiffres est attendu')
    .optional(),
  ...perDomain('DATABASE_URL', setting.postgresUrl.optional()),
  ...Object.fromEntries(SUBGRAPHS.map((name) => [variable(name, 'URL'), setting.httpUrl.optional()])),
  SERVICE_PRIVATE_KEY: jwkText.optional(),
  SERVICE_PUBLIC_KEYS: jwksText.optional(),
  ...identityVariables,
  ...quotaVariables,
  ...resilienceVariables,
  ...doorLimitVariables,
});

/** Every variable that the platform reads. */
export const SETTINGS_VARIABLES: readonly string[] = Object.keys(schema.shape);

export type Settings = DoorLimitSettings & {
  readonly production: boolean;
  readonly host: string;
  readonly logLevel: string;
  readonly clock: () => Date;
  readonly department: string;
  readonly demonstration: { readonly enabled: boolean; readonly scale: number };
  /** Where a platform on one machine keeps what it made: keys, secrets, databases. */
  readonly dataDir: string;
  /** Where a domain keeps its files: exports, uploads. All processes of a domain want the same. */
  storageDir(name: DomainName): string;
  readonly identity: IdentitySettings;
  readonly quotas: QuotaSettings;
  /** Addresses and networks of the proxies whose `X-Forwarded-For` tells the client's address. */
  readonly trustedProxies: readonly string[];
  readonly resilience: ResilienceSettings;
  /** The keys of a program that runs on its own; locally, the file that holds those of all. */
  readonly serviceKeys: {
    readonly privateKey: ServiceJwk | null;
    readonly publicKeys: ServiceJwks | null;
    readonly file: string;
  };
  /** Where journals are anchored, outside the database; null when nothing says where. */
  journalAnchorFile(name: DomainName): string | null;
  /** Where Prometheus reads the figures of this process; null when it does not. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** The OpenTelemetry collector that traces are sent to (OTLP over HTTP); null when nobody collects them. */
  readonly traceEndpoint: string | null;
  /** Where the embedded PostgreSQL of this département keeps its data. */
  readonly localPostgresDir: string;
  /** The database of a domain, null where the embedded PostgreSQL is to be used. */
  databaseUrl(name: DomainName): string | null;
  /** Where a subgraph listens when it runs on its own. */
  subgraphUrl(name: SubgraphName): string;
  /** What the operator chose for the rules of domains, by name. */
  readonly options: Readonly<Record<string, string>>;
  /** The port to listen on. */
  port(fallback: number): number;
};

/**
 * Reads the environment. Throws SettingsError, in French, with every problem at once. `door` is true for the programs
 * that answer the public, which need more in production.
 */
export function platformSettings(
  env: Record<string, string | undefined> = process.env,
  { door = false } = {},
): Settings {
  const production = env['NODE_ENV'] === 'production';
  const values = readSettings(schema, env, [
    ...(production ? refusedInProduction(env) : []),
    ...resilienceProblems(env),
    ...(door ? identityProblems(env, production) : []),
  ]);
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
    dataDir: values.DATA_DIR,
    storageDir: (name) =>
      join(values.STORAGE_DIR ?? join(values.DATA_DIR, values.DEPARTMENT, 'storage'), name),
    identity: identitySettings(values, production),
    quotas: quotaSettings(values, production),
    trustedProxies: values.TRUSTED_PROXIES,
    resilience: resilienceSettings(values, production),
    ...doorLimitSettings(values, production),
    serviceKeys: {
      privateKey: values.SERVICE_PRIVATE_KEY ?? null,
      publicKeys: values.SERVICE_PUBLIC_KEYS ?? null,
      file: join(values.DATA_DIR, 'service-keys.json'),
    },
    journalAnchorFile: (name) =>
      values.JOURNAL_ANCHOR_FILE ??
      ((given[variable(name, 'DATABASE_URL')] ?? values.DATABASE_URL)
        ? null
        : join(values.DATA_DIR, values.DEPARTMENT, 'journal-anchors.jsonl')),
    metrics: env['METRICS_PORT'] ? { host: values.METRICS_HOST, port: values.METRICS_PORT } : null,
    traceEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    localPostgresDir: join(values.DATA_DIR, values.DEPARTMENT),
    databaseUrl: (name) => given[variable(name, 'DATABASE_URL')] ?? values.DATABASE_URL ?? null,
    subgraphUrl: (name) =>
      given[variable(name, 'URL')] ?? `http://127.0.0.1:${FIRST_SUBGRAPH_PORT + SUBGRAPHS.indexOf(name)}`,
    options: {
      SECRECY_READER: values.SECRECY_READER,
      ATTACHMENT_SCANNER: values.ATTACHMENT_SCANNER,
      ...(values.GRANTOR_SIRET === undefined ? {} : { GRANTOR_SIRET: values.GRANTOR_SIRET }),
    },
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
