import type { Shot } from './case.ts';
import { holdsValue } from './judge.ts';
import type { Answer } from './send.ts';
import { SESSION_COOKIE } from './sessions.ts';
import { ask, askWith, bytes, GRAPH, get, graphUrl } from './shots.ts';
import { FOREIGN_DRAFT, ORIGIN, type World } from './world.ts';

/** A good request and what it must bring: the measure of the refusals of its kind. */
export type Twin = {
  readonly shot: (world: World) => Shot | Promise<Shot>;
  /** Whether real data came; every twin reads rows. */
  readonly brings: (answer: Answer) => boolean;
};

const anything = (answer: Answer) =>
  answer.status === 200 && !answer.body?.errors && holdsValue(answer.body?.data);
const atLeast = (count: number, field: string) => (answer: Answer) => {
  const value = answer.body?.data?.[field];
  const rows = Array.isArray(value) ? value : ((value ?? {}) as { nodes?: unknown[] }).nodes;
  return answer.status === 200 && !answer.body?.errors && Array.isArray(rows) && rows.length >= count;
};

const CALLS = '{ calls { edition } }';

/** Good requests, by what they show to be possible. */
const TWINS = {
  'a short document': { shot: ask(CALLS), brings: atLeast(4, 'calls') },
  'a list of one': { shot: ask('{ laureates(first: 1) { nodes { id } } }'), brings: atLeast(1, 'laureates') },
  'a list of a hundred': {
    shot: ask('query ($n: Int!) { laureates(first: $n) { nodes { id } } }', { n: 100 }),
    brings: atLeast(20, 'laureates'),
  },
  'a list of twenty by variable': {
    shot: ask('query ($n: Int!) { laureates(first: $n) { nodes { id title } } }', { n: 20 }),
    brings: atLeast(20, 'laureates'),
  },
  'a list by default value': {
    shot: ask('query ($n: Int! = 5) { laureates(first: $n) { nodes { id } } }'),
    brings: atLeast(5, 'laureates'),
  },
  'ten aliases': {
    shot: ask(
      `{ ${Array.from({ length: 10 }, (_, n) => `a${n}: call(edition: ${(n % 4) + 1}) { title }`).join(' ')} }`,
    ),
    brings: anything,
  },
  'a fragment': {
    shot: ask(
      '{ ...Root } fragment Root on Query { calls { ...Edition } } fragment Edition on Call { edition }',
    ),
    brings: atLeast(4, 'calls'),
  },
  'a few directives': {
    shot: ask('query ($yes: Boolean!) { calls @include(if: $yes) { edition @skip(if: false) } }', {
      yes: true,
    }),
    brings: atLeast(4, 'calls'),
  },
  'a deep document': {
    shot: ask(
      '{ laureates(first: 1) { nodes { organization { seat { within(level: DEPARTMENT) { name } } } } } }',
    ),
    brings: atLeast(1, 'laureates'),
  },
  'an order by enum': {
    shot: ask('query ($o: LaureateOrder!) { laureates(first: 1, orderBy: $o) { nodes { id } } }', {
      o: 'NAME_ASC',
    }),
    brings: atLeast(1, 'laureates'),
  },
  'a search': {
    shot: ask('query ($s: String) { laureates(first: 1, filter: { search: $s }) { nodes { id } } }', {
      s: 'é',
    }),
    brings: atLeast(1, 'laureates'),
  },
  'a search of organisations': {
    shot: ask('query ($s: String) { organizations(first: 1, search: $s) { nodes { id } } }', { s: 'e' }),
    brings: atLeast(1, 'organizations'),
  },
  'a node by its id': {
    shot: ask('query ($id: ID!) { node(id: $id) { id ... on Territory { name } } }', { id: 'COM:92050' }),
    brings: anything,
  },
  'a territory by its code': {
    shot: ask('query ($code: String!) { territory(code: $code) { name } }', { code: 'COM:92050' }),
    brings: anything,
  },
  'a second page': {
    shot: askWith(
      'query ($after: String) { laureates(first: 2, after: $after) { nodes { id } } }',
      (world) => ({
        after: world.cursors.laureates,
      }),
    ),
    brings: atLeast(2, 'laureates'),
  },
  'an entity across subgraphs': {
    shot: ask('{ laureates(first: 1) { nodes { id organization { id name isLaureate } } } }'),
    brings: atLeast(1, 'laureates'),
  },
  'an eligibility check': {
    shot: ask('query ($input: EligibilityInput!) { checkEligibility(input: $input) { verdict } }', {
      input: {
        edition: 4,
        legalForm: '9220',
        actionTerritories: ['COM:92050'],
        requestedCents: 1_200_000,
        themeCodes: [],
      },
    }),
    brings: anything,
  },
  'an indicator': {
    shot: ask('{ territory(code: "DEP:92") { indicators(codes: ["ESS_JOBS"]) { value } } }'),
    brings: anything,
  },
  'the list of an agent': {
    shot: ask('{ applications(first: 1) { nodes { id } } }', undefined, 'agent'),
    brings: atLeast(1, 'applications'),
  },
  'a draft of its owner': {
    shot: askWith(
      'query ($id: ID!) { application(id: $id) { id title requested { cents } } }',
      (world) => ({ id: world.drafts.foreign }),
      'neighbour',
    ),
    brings: (answer) => anything(answer) && answer.text.includes(FOREIGN_DRAFT),
  },
  'the keys of an administrator': {
    shot: ask('{ apiKeys(first: 1) { nodes { id } } calls { edition } }', undefined, 'admin'),
    brings: (answer) => atLeast(4, 'calls')(answer) && atLeast(1, 'apiKeys')(answer),
  },
  'a query by GET': {
    shot: get(
      graphUrl({ query: CALLS }),
      { accept: 'application/json', 'apollo-require-preflight': '1' },
      'applicant',
    ),
    brings: atLeast(4, 'calls'),
  },
  'a key in its header': {
    shot: (world) => ({
      method: 'POST',
      path: GRAPH,
      headers: { 'content-type': 'application/json', 'x-api-key': world.keys.statistics },
      body: JSON.stringify({ query: CALLS }),
    }),
    brings: atLeast(4, 'calls'),
  },
  'bytes on a socket': {
    shot: (world) => ({
      bytes: [
        `POST ${GRAPH} HTTP/1.1`,
        'Host: graphe.exemple.fr',
        'Content-Type: application/json',
        `Authorization: Bearer ${world.tokens.applicant}`,
        `Content-Length: ${JSON.stringify({ query: CALLS }).length}`,
        'Connection: close',
        '',
        JSON.stringify({ query: CALLS }),
      ].join('\r\n'),
    }),
    brings: (answer) => answer.status === 200 && /"edition":\d/.test(answer.text),
  },
  'the list of an agent by session': {
    shot: (world) => ({
      method: 'POST',
      path: GRAPH,
      headers: {
        'content-type': 'application/json',
        cookie: `${SESSION_COOKIE}=${world.sessions.agent}`,
        origin: ORIGIN,
        'sec-fetch-site': 'same-origin',
      },
      body: JSON.stringify({ query: '{ applications(first: 1) { nodes { id } } }' }),
    }),
    brings: atLeast(1, 'applications'),
  },
  'a body with spaces': {
    shot: bytes(`\n { "query" : "${CALLS}" , "variables" : null } \n`),
    brings: atLeast(4, 'calls'),
  },
  'a trusted document': {
    shot: (world) =>
      bytes(JSON.stringify({ documentId: `sha256:${world.trustedHash}` }), {}, 'nobody')(world),
    brings: atLeast(4, 'calls'),
  },
  'a named operation': {
    shot: bytes(JSON.stringify({ query: `query A ${CALLS} query B { me { kind } }`, operationName: 'A' })),
    brings: atLeast(4, 'calls'),
  },
} as const satisfies Record<string, Twin>;

export type TwinName = keyof typeof TWINS;

export function twinNamed(name: TwinName): Twin {
  return TWINS[name];
}
