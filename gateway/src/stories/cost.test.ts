import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import fc from 'fast-check';
import { buildSchema, getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestIssuer, testIssuer } from '../testing/issuer.ts';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';

type Cost = { requestedQueryCost: number; actualQueryCost: number; maximumAvailable: number };
type Body = {
  data?: unknown;
  errors?: { message: string; extensions: Record<string, unknown> }[];
  extensions?: { cost?: Cost };
};

const TOO_COSTLY =
  '{ laureates(first: 100) { nodes { organization { name seat { name } operatesIn { name } } } } }';
const UP_TO = 1 + 100 * (1 + 2 + 2 + 5 * 2);

/** The role of whoever sends the operations of a folder; a visitor sends the others. */
const ROLES: Readonly<Record<string, string>> = { agent: 'agent', jury: 'juror' };

let graph: TestPlatform;
let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await testIssuer();
  const { NODE_ENV: _production, ...identity } = issuer.env;
  graph = await testPlatform({ mode: 'services', env: identity });
});
afterAll(async () => {
  await graph.stop();
  await issuer.stop();
});

async function ask(query: string, variables: Record<string, unknown> = {}, url = graph.url, role?: string) {
  const bearer =
    role === undefined ? {} : { authorization: `Bearer ${await issuer.token({ roles: [role] })}` };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

test('every answer tells its cost, and a shipped operation costs no more than was said', async () => {
  const files = globSync('operations/**/*.graphql', { cwd: PROJECT_ROOT });
  const read = (file: string) => readFileSync(join(PROJECT_ROOT, file), 'utf8');
  const wrong: Record<string, unknown> = {};
  for (const file of files) {
    const given = globSync(file.replace(/\.graphql$/, '.variables.json'), { cwd: PROJECT_ROOT })[0];
    const variables = given === undefined ? { code: 'COM:92050' } : (JSON.parse(read(given)) as object);
    const folder = file.split(sep)[1] ?? '';
    const { body } = await ask(read(file), { ...variables }, graph.url, ROLES[folder]);
    const cost = body.extensions?.cost;
    const holds =
      body.errors === undefined &&
      cost !== undefined &&
      cost.actualQueryCost <= cost.requestedQueryCost &&
      cost.requestedQueryCost <= cost.maximumAvailable &&
      cost.actualQueryCost > 0;
    if (!holds) wrong[file] = { cost, errors: body.errors };
  }
  expect({ wrong, several: files.length > 10 }).toEqual({ wrong: {}, several: true });
});

test('a request that could cost too much is refused before any fetch', async () => {
  let answer: Awaited<ReturnType<typeof ask>> | undefined;
  const { fetches } = await graph.countsOf(async () => {
    answer = await ask(TOO_COSTLY);
  });
  expect({ fetches, answer }).toEqual({
    fetches: 0,
    answer: {
      status: 400,
      body: {
        errors: [
          {
            message: `Cette requête peut coûter jusqu’à ${UP_TO} points ; votre maximum est de 1000. Demandez des pages plus courtes ou moins de listes imbriquées.`,
            extensions: { code: 'OPERATION_LIMIT', cost: { requested: UP_TO, maximum: 1_000 } },
          },
        ],
        extensions: { cost: { requestedQueryCost: UP_TO, actualQueryCost: 0, maximumAvailable: 1_000 } },
      },
    },
  });
});

test('without that guard the same request is executed', async () => {
  const open = await testPlatform({ mode: 'services', without: new Set(['cost-limit']) });
  try {
    const { status, body } = await ask(TOO_COSTLY, {}, open.url);
    expect({ status, errors: body.errors, requested: body.extensions?.cost?.requestedQueryCost }).toEqual({
      status: 200,
      errors: undefined,
      requested: UP_TO,
    });
  } finally {
    await open.stop();
  }
});

const schema = buildSchema(readFileSync(join(PROJECT_ROOT, 'schema/api.graphql'), 'utf8'));
const ARGUMENTS: Readonly<Record<string, string>> = {
  'Query.territory': '(code: "COM:92050")',
  'Query.territories': '(within: "DEP:92", level: EPT)',
  'Query.territorySearch': '(search: "saint", first: 3)',
  'Query.event': '(slug: "rencontres-ess-et-territoire-2024-11-13")',
  'Query.call': '(edition: 3)',
  'Query.dataset': '(code: "ESS-PANORAMA-92")',
  'Query.indicator': '(code: "ESS_JOBS")',
  'Territory.indicators': '(codes: ["ESS_JOBS", "ESS_JOBS_SHARE"])',
};
const DEPTH = 4;

/** A selection of the fields of a type, chosen by a stream of numbers; what cannot be asked for without more is left out. */
function selection(type: unknown, next: () => number, depth: number): string {
  if (!isObjectType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const path = `${type.name}.${field.name}`;
    const named = getNamedType(field.type);
    if (next() % (depth === DEPTH ? 9 : 3) !== 0 || (depth === 0 && !isLeafType(named))) return [];
    if (ARGUMENTS[path] === undefined && field.args.some(isRequiredArgument)) return [];
    const pages = field.args.some(({ name }) => name === 'first') ? `(first: ${1 + (next() % 5)})` : '';
    const args = ARGUMENTS[path] ?? pages;
    const below = isLeafType(named) ? '' : ` ${selection(named, next, depth - 1)}`;
    return [`${field.name}${args}${below}`];
  });
  return `{ ${['__typename', ...fields].join(' ')} }`;
}

test('no generated request costs more than was said', async () => {
  let executed = 0;
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(1_000)), async (stream) => {
      const { status, body } = await ask(
        selection(schema.getQueryType(), () => stream.next().value ?? 0, DEPTH),
      );
      const cost = body.extensions?.cost;
      if (status === 400) {
        expect(body.errors?.map(({ extensions }) => extensions['code'])).toContain('OPERATION_LIMIT');
        return;
      }
      executed += 1;
      expect(cost?.actualQueryCost).toBeLessThanOrEqual(cost?.requestedQueryCost ?? -1);
    }),
    { numRuns: 60, seed: 92 },
  );
  expect(executed).toBeGreaterThan(20);
}, 120_000);
