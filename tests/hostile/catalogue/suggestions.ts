import type { HostileCase } from '../case.ts';
import { refusedDocument } from '../expectations.ts';
import { ask } from '../shots.ts';

const suggestion = { category: 'suggestion', twin: 'an order by enum' } as const;

/** Messages that complete what was asked. */
export const suggestions: readonly HostileCase[] = [
  {
    ...suggestion,
    id: 'INFO-011',
    severity: 'medium',
    intent: 'Have a field name completed by a wrong one.',
    source: 'graphql-cop, field suggestion check',
    shot: ask('query cop { __schema { directive } calls { editio } }'),
    expect: refusedDocument({ never: [/directives/, /edition"/] }),
    twin: 'a short document',
  },
  {
    ...suggestion,
    id: 'INFO-013',
    severity: 'medium',
    intent: 'Have an argument name completed by a wrong one.',
    source: 'clairvoyance, argument probing',
    shot: ask('{ laureates(firsts: 1) { nodes { id } } }'),
    expect: refusedDocument({ never: [/"first"/] }),
    twin: 'a list of one',
  },
  {
    ...suggestion,
    id: 'INFO-016',
    severity: 'high',
    intent: 'Have the values of an enum told by a wrong variable.',
    source: 'Apollo Server 5: coercion is not covered by hideSchemaDetailsFromClientErrors',
    shot: ask('query ($o: LaureateOrder!) { laureates(first: 1, orderBy: $o) { nodes { id } } }', {
      o: 'AMOUNT_DES',
    }),
    expect: refusedDocument({ never: [/AMOUNT_DESC/, /enum value/] }),
  },
  {
    ...suggestion,
    id: 'INFO-017',
    severity: 'medium',
    intent: 'Have the fields of an input told by a wrong one.',
    source: 'variable coercion of graphql-js',
    shot: ask(
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename } }',
      { input: { partne: 'x' } },
      'admin',
    ),
    expect: refusedDocument({ never: [/required type/, /is not defined by type/, /String!/] }),
    twin: 'the keys of an administrator',
  },
  {
    ...suggestion,
    id: 'INFO-510',
    severity: 'medium',
    intent: 'Have a type named by a fragment on a wrong one.',
    source: 'own: messages of graphql-js on fragments',
    shot: ask('{ node(id: "COM:92050") { ... on Territor { name } } }'),
    expect: refusedDocument({ never: [/"Territory"/] }),
    twin: 'a node by its id',
  },
  {
    ...suggestion,
    id: 'INFO-511',
    severity: 'medium',
    intent: 'Have the values of an enum told by a wrong literal.',
    source: 'own: messages of graphql-js on enum literals',
    shot: ask('{ laureates(first: 1, orderBy: NAME_AS) { nodes { id } } }'),
    expect: refusedDocument({ never: [/NAME_ASC/] }),
  },
  {
    ...suggestion,
    id: 'INFO-512',
    severity: 'low',
    intent: 'Learn the type of an argument from the refusal of its value.',
    source: 'own: messages of graphql-js on literals',
    shot: ask('{ laureates(filter: 3) { nodes { id } } }'),
    expect: refusedDocument({ never: [/LaureateFilter/] }),
  },
];
