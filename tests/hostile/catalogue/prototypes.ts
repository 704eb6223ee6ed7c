import type { HostileCase } from '../case.ts';
import { harmless, refusedDocument } from '../expectations.ts';
import { ask, bytes } from '../shots.ts';

/** Names that every object of the language already has. */
export const prototypes: readonly HostileCase[] = [
  {
    id: 'PROTO-002',
    category: 'prototype-pollution',
    severity: 'high',
    intent: 'Write into the prototype of all objects by aliases.',
    source: 'GHSA-pfjj-6f4p-rvmh',
    shot: ask(
      '{ __proto__: laureates(first: 1) { nodes { constructor: id __proto__: id toString: id hasOwnProperty: id valueOf: id } } }',
    ),
    expect: harmless(),
    twin: 'a list of one',
  },
  {
    id: 'PROTO-003',
    category: 'prototype-pollution',
    severity: 'medium',
    intent: 'Find an enum value on the prototype of its table.',
    source: 'lookups in plain objects',
    shot: ask('query ($o: LaureateOrder!) { laureates(first: 1, orderBy: $o) { nodes { id } } }', {
      o: '__proto__',
    }),
    expect: refusedDocument(),
    twin: 'an order by enum',
  },
  {
    id: 'PROTO-005',
    category: 'prototype-pollution',
    severity: 'medium',
    intent: 'Write into the prototype by the extensions of a request.',
    source: 'JSON with a __proto__ key',
    shot: bytes('{"query":"{__typename}","extensions":{"__proto__":{"isAdmin":true}}}'),
    expect: harmless({ never: [/isAdmin/] }),
    twin: 'a short document',
  },
  {
    id: 'PROTO-501',
    category: 'prototype-pollution',
    severity: 'medium',
    intent: 'Write into the prototype by the keys of a variable.',
    source: 'own: merges of inputs',
    shot: bytes(
      '{"query":"query ($f: LaureateFilter) { laureates(first: 1, filter: $f) { nodes { id } } me { roles } }","variables":{"f":{"__proto__":{"roles":["admin"]},"constructor":{"prototype":{"x":1}}}}}',
    ),
    expect: harmless({ never: [/"admin"/] }),
    twin: 'a search',
  },
  {
    id: 'PROTO-502',
    category: 'prototype-pollution',
    severity: 'medium',
    intent: 'Name an operation like a property of every object.',
    source: 'own: tables of operations by name',
    shot: bytes(
      JSON.stringify({
        query: 'query A { __typename } query B { __typename }',
        operationName: 'constructor',
      }),
    ),
    expect: refusedDocument(),
    twin: 'a named operation',
  },
];
