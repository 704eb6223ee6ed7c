import type { ActiveCase, HostileCase } from '../case.ts';
import { harmless, refusedCredential, refusedDocument } from '../expectations.ts';
import { ask, askUnder, numbered } from '../shots.ts';

const limit = {
  category: 'limit',
  severity: 'medium',
  source: 'own: one step past one limit, within all the others',
} as const;
const refused = refusedDocument();

/** Nineteen fields of an event and six of its place. */
const EVENT = `slug title type status startsOn startsAt endsAt timeZone precision audience capacity registered spotsLeft
  waitlisted description icsUrl isDemonstration aliases id territory { id code name level population populationYear }`;
const STRUCTURE = nestedStructure(4);

/** Each of these would pass if the one limit that it is about were forgotten. */
export const limits: readonly HostileCase[] = [
  ...(
    [
      [
        'LIM-501',
        'words and signs',
        ask(`{ laureates(first: 1, filter: { themes: [${'"A" '.repeat(1_600)}] }) { nodes { id } } }`),
        'a list of one',
      ],
      [
        'LIM-502',
        'levels',
        ask(`{ laureates(first: 1) { nodes { organization { ${STRUCTURE} } } } }`),
        'a deep document',
      ],
      [
        'LIM-503',
        'fields at the root',
        ask(`{ ${numbered(25, 'r#: currentCall { edition } ')} }`),
        'ten aliases',
      ],
      [
        'LIM-504',
        'fields',
        ask(`{ ${numbered(20, 'e#: event(slug: "x#") { ...E } ')} } fragment E on Event { ${EVENT} }`),
        'ten aliases',
      ],
      ['LIM-505', 'copies of a field', ask(`{ calls { ${'title '.repeat(30)} } }`), 'a short document'],
      [
        'LIM-506',
        'directives',
        ask(`{ calls { ${numbered(25, 'd#: title @include(if: true) ')} } }`),
        'a few directives',
      ],
      [
        'LIM-507',
        'fragments in a row',
        ask(
          `{ ...f10 } ${Array.from({ length: 10 }, (_, n) => `fragment f${n + 1} on Query { ...f${n} }`).join(' ')} fragment f0 on Query { calls { edition } }`,
        ),
        'a fragment',
      ],
      [
        'LIM-508',
        'variables',
        ask(
          `query (${numbered(35, '$v#: String! = "A" ')}) { laureates(first: 1, filter: { themes: [${numbered(35, '$v# ')}] }) { totalCount } }`,
        ),
        'a list by default value',
      ],
      ['LIM-509', 'aliases', ask(`{ calls { ${numbered(35, 'd#: title ')} } }`), 'ten aliases'],
    ] as const
  ).map(
    ([id, what, shot, twin]): ActiveCase => ({
      ...limit,
      id,
      intent: `Use more ${what} than anybody needs.`,
      shot,
      expect: refused,
      twin,
    }),
  ),
  {
    ...limit,
    id: 'LIM-510',
    intent: 'Bring more values than anybody needs, all of them good.',
    shot: ask('query ($f: OrganizationFilter) { organizations(first: 1, filter: $f) { totalCount } }', {
      f: { rnas: Array.from({ length: 1_500 }, () => 'W921000001') },
    }),
    expect: refusedDocument({ codes: ['OPERATION_LIMIT'] }),
    twin: 'a search of organisations',
  },
  {
    ...limit,
    id: 'FED-504',
    category: 'federation',
    intent: 'Get a code for a name, silently, by an alias that is the name of a key.',
    source: 'apollographql/federation, issue 3036; own',
    shot: ask('{ territory(code: "COM:92050") { id: name grantSummary { awarded } } }'),
    expect: harmless({
      holds: ({ status, text }) =>
        status === 200 && /"id":"COM:/.test(text) ? 'the alias holds the code, not what was asked' : null,
    }),
    twin: 'a territory by its code',
  },
  {
    ...limit,
    id: 'KEY-510',
    category: 'authn',
    severity: 'high',
    intent: 'Go on using a key after its end.',
    source: 'own: keys expire',
    shot: (world) => askUnder({ 'x-api-key': world.keys.expired }, '{ calls { edition } }', 'nobody')(world),
    expect: refusedCredential(),
    twin: 'a key in its header',
  },
  {
    ...limit,
    id: 'KEY-511',
    category: 'authn',
    severity: 'high',
    intent: 'Use a stolen key from another network than its owner’s.',
    source: 'own: keys of a network',
    shot: (world) =>
      askUnder({ 'x-api-key': world.keys.elsewhere }, '{ calls { edition } }', 'nobody')(world),
    expect: refusedCredential(),
    twin: 'a key in its header',
  },
];

/** A structure and its listing, in each other. */
function nestedStructure(times: number): string {
  return `${'siae { organization { '.repeat(times)}name${' } }'.repeat(times)}`;
}
