import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { SERVICES, serviceIdentity } from '../packages/platform/src/service-identity.ts';
import { platformSettings, SETTINGS_VARIABLES, SUBGRAPHS } from '../packages/platform/src/settings.ts';
import { generateServiceKeys } from '../packages/subgraph-kit/src/statement/service-identity.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

type Service = {
  image: string;
  build?: string;
  command?: string;
  environment: Record<string, string | number>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  ports?: string[];
  networks: string[];
  restart: string;
};
const compose: {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
} = parse(read('docker-compose.yml'), { merge: true });
const services = Object.entries(compose.services);
const programs = services.filter(([, { build }]) => build !== undefined);

const VARIABLE = /\$\{(?<name>[A-Z_]+)(?::(?<mode>[-?])(?<rest>[^}]*))?\}/g;

const { privateKeys, publicKeys } = await generateServiceKeys(SERVICES);
/** What an operator gives: a password, and what `npm run service-keys` prints. */
const GIVEN: Record<string, string> = {
  POSTGRES_PASSWORD: 'x1',
  PUBLIC_URL: 'https://ess.example',
  OIDC_ISSUER: 'https://identity.example',
  SESSION_SECRET: 'x'.repeat(43),
  SERVICE_PUBLIC_KEYS: JSON.stringify(publicKeys),
  ...Object.fromEntries(
    SERVICES.map((name) => [`${name.toUpperCase()}_SERVICE_PRIVATE_KEY`, JSON.stringify(privateKeys[name])]),
  ),
};

/** What the container gets when the operator gives `given` and nothing else. */
function environmentOf(service: Service, given: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(service.environment).map(([name, value]) => [
      name,
      String(value).replace(VARIABLE, (...match) => {
        const { name: variable, mode, rest } = match.at(-1) as { name: string; mode?: string; rest?: string };
        const known = given[variable] ?? (mode === '-' ? rest : undefined);
        if (known === undefined) throw new Error(`${variable} is required`);
        return known;
      }),
    ]),
  );
}

test('the file holds the database, two commands that run once, four subgraphs and the gateway', () => {
  expect(services.map(([name]) => name)).toEqual(['postgres', 'migrate', 'load', ...SUBGRAPHS, 'gateway']);
});

test('every command is a compiled file whose source exists', () => {
  const sources = programs.map(([name, { command = '' }]) => {
    const source = command.replace(/^node (.+)\/dist\/(.+)\.js$/, '$1/src/$2.ts');
    return [name, source, existsSync(join(ROOT, source))];
  });
  expect(sources).toEqual([
    ['migrate', 'gateway/src/cli/migrate.ts', true],
    ['load', 'gateway/src/cli/load.ts', true],
    ...SUBGRAPHS.map((name) => [name, `subgraphs/${name}/src/main.ts`, true]),
    ['gateway', 'gateway/src/main.ts', true],
  ]);
});

test('with a password and the services’ keys alone, every program has the settings that production demands', () => {
  const seen = programs.map(([name, service]) => {
    const settings = platformSettings(environmentOf(service, GIVEN));
    const databases = new Set(SUBGRAPHS.map((each) => settings.databaseUrl(each)));
    return { name, production: settings.production, host: settings.host, databases: [...databases] };
  });
  expect(seen).toEqual(
    programs.map(([name]) => ({
      name,
      production: true,
      host: '0.0.0.0',
      databases: ['postgres://graphess:x1@postgres:5432/graphess'],
    })),
  );
});

test('every program knows each subgraph by its service and by the port that it listens on', () => {
  const portOf = (name: string) => compose.services[name]?.environment.PORT;
  const expected = SUBGRAPHS.map((name) => `http://${name}:${portOf(name)}`);
  const known = programs.map(([, service]) => {
    const settings = platformSettings(environmentOf(service, GIVEN));
    return SUBGRAPHS.map((name) => settings.subgraphUrl(name));
  });
  expect(known).toEqual(programs.map(() => expected));
});

test('every service has its own private key and no other, and knows all the public ones', async () => {
  const running = programs.filter(([, { restart }]) => restart !== 'no');
  const identities = await Promise.all(
    running.map(async ([name, service]) => {
      const settings = platformSettings(environmentOf(service, GIVEN));
      const own = SERVICES.find((each) => each === name);
      return own === undefined ? null : serviceIdentity(settings, own);
    }),
  );
  expect(identities.map((identity) => [identity?.service, identity?.known.size])).toEqual(
    running.map(([name]) => [name, SERVICES.length]),
  );
  const holders = services.map(([name, { environment }]) => [
    name,
    ...Object.entries(environment).flatMap(([variable, value]) =>
      [...`${variable}=${value}`.matchAll(/\w*SERVICE_PRIVATE_KEY(?==|:)/g)].map(([found]) => found),
    ),
  ]);
  expect(holders).toEqual(
    services.map(([name]) =>
      running.some(([each]) => each === name)
        ? [name, 'SERVICE_PRIVATE_KEY', `${name.toUpperCase()}_SERVICE_PRIVATE_KEY`]
        : [name],
    ),
  );
});

test('a health check asks the port that its program listens on', () => {
  const asked = [...SUBGRAPHS, 'gateway'].map((name) => {
    const [kind, program, , script = ''] = compose.services[name]?.healthcheck?.test ?? [];
    return [name, kind, program, /127\.0\.0\.1:(\d+)\/readyz/.exec(script)?.[1]];
  });
  expect(asked).toEqual(
    [...SUBGRAPHS, 'gateway'].map((name) => [
      name,
      'CMD',
      'node',
      String(compose.services[name]?.environment.PORT),
    ]),
  );
});

test('whatever a service waits for has a health check, or runs once to its end', () => {
  const waits = services.flatMap(([name, { depends_on = {} }]) =>
    Object.entries(depends_on).map(([target, { condition }]) => ({ name, target, condition })),
  );
  const unfounded = waits.filter(({ target, condition }) => {
    const service = compose.services[target];
    return condition === 'service_completed_successfully'
      ? service?.restart !== 'no' || service.healthcheck !== undefined
      : service?.healthcheck === undefined;
  });
  expect({ waits: waits.length, unfounded }).toEqual({ waits: 2 + 2 * SUBGRAPHS.length, unfounded: [] });
});

test('no secret is written down, and none has a default', () => {
  const secrets = services.flatMap(([name, { environment }]) =>
    Object.entries(environment)
      .filter(([variable]) => /PASSWORD|SECRET|TOKEN(?!_)|KEY(?!_PER)|DATABASE_URL/.test(variable))
      .map(([variable, value]) => {
        const written = String(value).replace(/\$\{[A-Z_]+:\?[^}]+\}/, '<required>');
        return [name, variable, written];
      }),
  );
  expect(secrets).toEqual([
    ['postgres', 'POSTGRES_PASSWORD', '<required>'],
    ...programs.flatMap(([name, { restart }]) => [
      [name, 'DATABASE_URL', 'postgres://graphess:<required>@postgres:5432/graphess'],
      [name, 'SERVICE_PUBLIC_KEYS', '<required>'],
      ...(restart === 'no' ? [] : [[name, 'SERVICE_PRIVATE_KEY', '<required>']]),
    ]),
    // A public client has none.
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is docker-compose's own
    ['gateway', 'OIDC_CLIENT_SECRET', '${OIDC_CLIENT_SECRET:-}'],
    ['gateway', 'SESSION_SECRET', '<required>'],
  ]);
});

test('the gateway alone is reached from outside, on loopback unless the operator says otherwise', () => {
  const published = services.flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is docker-compose's own
  expect(published).toEqual([['gateway', '${PUBLISH:-127.0.0.1:4000}:4000']]);
  const outside = services
    .filter(({ 1: { networks } }) => networks.includes('outside'))
    .map(([name]) => name);
  expect([outside, compose.networks.inside?.internal]).toEqual([['gateway'], true]);
});

test('the example of environment names every variable that is read, with values that change nothing', () => {
  const example = parseEnv(read('.env.example')) as Record<string, string>;
  expect(Object.keys(example).sort()).toEqual([...SETTINGS_VARIABLES].sort());

  const shown = (env: Record<string, string>) => {
    const settings = platformSettings(env);
    const of = <Value>(what: (name: (typeof SUBGRAPHS)[number]) => Value) => SUBGRAPHS.map(what);
    return {
      ...settings,
      clock: null,
      databaseUrl: of(settings.databaseUrl),
      subgraphUrl: of(settings.subgraphUrl),
      journalAnchorFile: of(settings.journalAnchorFile),
      storageDir: of(settings.storageDir),
      port: settings.port(4000),
    };
  };
  expect(shown(example)).toEqual(shown({}));
});
