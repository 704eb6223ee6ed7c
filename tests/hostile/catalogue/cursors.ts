import type { ActiveCase, HostileCase } from '../case.ts';
import { refusedValue } from '../expectations.ts';
import { askWith } from '../shots.ts';

const POSTGRES = [/syntax error/, /\bpg_/, /22021/, /invalid byte/, /QueryFailed/];

/** Places in lists that no list gave. */
export const cursors: readonly HostileCase[] = [
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
