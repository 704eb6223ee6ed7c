import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { sha256 } from '../../gateway/src/documents/trusted-documents.ts';
import type { WithoutGuards } from '../../gateway/src/guards.ts';
import { FORGERY_NAMES, type Forgery } from '../../gateway/src/testing/forged-tokens.ts';
import { inDatabase } from '../../gateway/src/testing/in-database.ts';
import { type TestIssuer, testIssuer } from '../../gateway/src/testing/issuer.ts';
import { type Mode, type TestPlatform, testPlatform } from '../../gateway/src/testing/test-platform.ts';
import { type Keys, orderKeys } from './keys.ts';
import { publishSecretFigure } from './secret-figure.ts';
import { type Sessions, sessionsOf } from './sessions.ts';

/** People of the issuer, by what they are to the platform; `neighbour` is an applicant of another organisation. */
const PEOPLE = {
  applicant: { roles: ['applicant'], organization: 'ORG:la-table-de-cana-gennevilliers' },
  neighbour: { roles: ['applicant'], organization: 'ORG:espaces' },
  juror: { roles: ['juror'] },
  agent: { roles: ['agent'] },
  buyer: { roles: ['buyer'] },
  partner: { roles: ['partner'] },
  admin: { roles: ['admin'] },
} as const;

export type Person = keyof typeof PEOPLE;
export type Credential = Person | 'nobody';

/** A shipped operation that lists the calls. */
const TRUSTED = 'operations/agent/editions.graphql';

/** A platform in production, what an attacker may hold of it, and what was put in for the attack. */
export type World = {
  readonly mode: Mode;
  readonly url: string;
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly databaseUrl: string;
  readonly signedClient: TestPlatform['signedClient'];
  /** Cookies of a browser, and what an attacker makes of them. */
  readonly sessions: Sessions;
  readonly tokens: Readonly<Record<Person, string>>;
  readonly forged: Readonly<Record<Forgery, string>>;
  readonly keys: Keys;
  /** Drafts that no page shows, each with a text that must not leave. */
  readonly drafts: { readonly own: string; readonly foreign: string };
  /** Applications of one edition that are to be decided on, each for more than half of its envelope. */
  readonly awaiting: readonly string[];
  /** Cursors of good lists. */
  readonly cursors: { readonly laureates: string; readonly organizations: string };
  /** SHA-256 of a document that everybody may run. */
  readonly trustedHash: string;
  /** What must be in no answer. */
  readonly secrets: readonly string[];
  /** Takes one subgraph away for good; only where each is a service. */
  kill(domain: string): Promise<void>;
  stop(): Promise<void>;
};

/** Titles of the drafts, seen by their owner alone. */
const OWN_DRAFT = 'Brouillon confidentiel du candidat';
export const FOREIGN_DRAFT = 'Brouillon confidentiel du voisin';

export type WorldOptions = {
  mode: Mode;
  /** A PostgreSQL server; that of the test run when absent. */
  server?: string;
  without?: WithoutGuards;
};

export async function hostileWorld(options: WorldOptions): Promise<World> {
  const issuer = await testIssuer();
  try {
    const platform = await testPlatform({
      mode: options.mode,
      env: environment(issuer),
      ...(options.without ? { without: options.without } : {}),
      ...(options.server ? { server: options.server } : {}),
    });
    try {
      return await furnish(issuer, platform, options);
    } catch (error) {
      await platform.stop();
      throw error;
    }
  } catch (error) {
    await issuer.stop();
    throw error;
  }
}

/** Where browsers find the platform. */
export const ORIGIN = 'https://graphe.exemple.fr';

/** Refused credentials of one address in a minute: more than the catalogue shows until it is about them. */
export const REFUSED_CREDENTIALS = 300;

function environment(issuer: TestIssuer): Record<string, string> {
  return {
    ...issuer.env,
    PUBLIC_URL: ORIGIN,
    // The catalogue is hundreds of requests of one address; a key with a small quota meets the quota.
    QUOTA_ADDRESS_PER_MINUTE: '100000',
    QUOTA_PERSON_PER_MINUTE: '100000',
    QUOTA_KEY_PER_MINUTE: '100000',
    QUOTA_POINTS_PER_MINUTE: '10000000',
    QUOTA_REFUSED_CREDENTIALS_PER_MINUTE: String(REFUSED_CREDENTIALS),
    CORS_ORIGINS: 'https://front.exemple.fr',
  };
}

async function furnish(issuer: TestIssuer, platform: TestPlatform, options: WorldOptions): Promise<World> {
  const tokens = await each(Object.keys(PEOPLE) as Person[], (person) =>
    issuer.token({ sub: `hostile-${person}`, ...PEOPLE[person], exp: Math.floor(Date.now() / 1000) + 3_000 }),
  );
  const forged = await each([...FORGERY_NAMES], (forgery) =>
    issuer.forged(forgery, { sub: 'hostile-agent', roles: ['agent'] }),
  );
  const drafts = { own: 'APP:hostile-own-draft', foreign: 'APP:hostile-foreign-draft' };
  const cursors = await cursorsOf(platform.url, tokens.agent);
  const keys = await orderKeys(platform, tokens.admin);
  await writeDrafts(platform.databaseUrl, drafts);
  const awaiting = await writeAwaiting(platform.databaseUrl);
  await publishSecretFigure(platform.databaseUrl);
  const sessionSecret = issuer.env['SESSION_SECRET'] ?? '';
  const sessions = await sessionsOf(sessionSecret, ORIGIN);
  return {
    mode: options.mode,
    url: platform.url,
    subgraphUrls: platform.subgraphUrls,
    databaseUrl: platform.databaseUrl,
    signedClient: platform.signedClient,
    sessions,
    tokens,
    forged,
    keys,
    drafts,
    awaiting,
    cursors,
    trustedHash: sha256(readFileSync(join(PROJECT_ROOT, TRUSTED), 'utf8')),
    secrets: [...Object.values(tokens), ...Object.values(keys), sessions.agent, sessionSecret].filter(
      (secret) => secret.length >= 16,
    ),
    kill: platform.kill,
    async stop() {
      await platform.stop();
      await issuer.stop();
    },
  };
}

async function each<Name extends string>(
  names: readonly Name[],
  make: (name: Name) => Promise<string>,
): Promise<Record<Name, string>> {
  const made = await Promise.all(names.map(async (name) => [name, await make(name)] as const));
  return Object.fromEntries(made) as Record<Name, string>;
}

type Page = { pageInfo: { endCursor: string } };

async function cursorsOf(url: string, token: string): Promise<World['cursors']> {
  const query =
    '{ laureates(first: 2) { pageInfo { endCursor } } organizations(first: 2) { pageInfo { endCursor } } }';
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: { laureates: Page; organizations: Page } };
  return {
    laureates: data.laureates.pageInfo.endCursor,
    organizations: data.organizations.pageInfo.endCursor,
  };
}

async function writeDrafts(databaseUrl: string, drafts: World['drafts']): Promise<void> {
  await inDatabase(databaseUrl, async (client) => {
    for (const [id, owner, title] of [
      [drafts.own, PEOPLE.applicant.organization, OWN_DRAFT],
      [drafts.foreign, PEOPLE.neighbour.organization, FOREIGN_DRAFT],
    ]) {
      await client.query(
        `INSERT INTO grants.application (id, call_id, organization_id, applicant_name, title, summary,
           action_territories, state, requested_cents, is_demonstration, source_ids)
         SELECT $1, id, $2, $3, $3, $3, '{}', 'DRAFT', 1234500, false, '{}'
           FROM grants.call ORDER BY edition DESC LIMIT 1`,
        [id, owner, title],
      );
    }
  });
}

/** What each application that is to be decided on asks for, and what there is for all of them. */
export const ASKED_CENTS = 900_000;
const ENVELOPE_CENTS = 1_500_000;

async function writeAwaiting(databaseUrl: string): Promise<readonly string[]> {
  const ids = Array.from({ length: 10 }, (_, number) => `APP:hostile-awaiting-${number}`);
  await inDatabase(databaseUrl, async (client) => {
    // The triggers of the domain read its tables by their names.
    await client.query('SET search_path TO grants, extensions');
    await client.query(
      'UPDATE call SET envelope_total_cents = $1 WHERE edition = (SELECT max(edition) FROM call)',
      [ENVELOPE_CENTS],
    );
    await client.query(
      `INSERT INTO application (id, call_id, organization_id, applicant_name, title, summary,
         action_territories, state, requested_cents, is_demonstration, source_ids)
       SELECT new.id, (SELECT id FROM call ORDER BY edition DESC LIMIT 1), $2, $2, 'Projet', 'Projet', '{}',
              'AUDITIONED', $3, false, '{}'
         FROM unnest($1::text[]) AS new (id)`,
      [ids, PEOPLE.neighbour.organization, ASKED_CENTS],
    );
  });
  return ids;
}

/** Takes the rows of every table of the domains away; what says how far the schemas are stays. */
export async function emptyDatabase(databaseUrl: string): Promise<void> {
  await inDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname IN ('grants', 'observatory', 'events', 'procurement')
          AND tablename !~ 'migration|loaded_set|area|follow_position|journal'`,
    );
    await client.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')} CASCADE`);
  });
}
