import type { ActiveCase, HostileCase } from '../case.ts';
import { harmless, refusedDocument, refusedValue, refusedWrite } from '../expectations.ts';
import { ask } from '../shots.ts';

const CHECK = 'query ($input: EligibilityInput!) { checkEligibility(input: $input) { verdict } }';
const CREATE = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename } }';
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

/** What is sent to be kept, or to be judged: texts, amounts and numbers of structures. */
export const writes: readonly HostileCase[] = [
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
];
