import type { HostileCase } from '../case.ts';
import { rowsOf } from '../expectations.ts';
import { ask, bytes, numbered } from '../shots.ts';

const control = { category: 'positive-control', severity: 'medium' } as const;

/** What must go on working: a server that refuses it is no better than one that is down. */
export const controls: readonly HostileCase[] = [
  {
    ...control,
    id: 'CTRL-001',
    intent: 'A named list of twenty with what belongs to each answers.',
    source: 'legitimate query',
    shot: bytes(
      JSON.stringify({
        query: 'query List($n: Int!) { laureates(first: $n) { nodes { id title organization { id } } } }',
        variables: { n: 20 },
        operationName: 'List',
      }),
    ),
    expect: {
      status: [200],
      data: 'some',
      holds: (answer) => (rowsOf(answer, 'laureates').length === 20 ? null : 'not twenty rows'),
    },
    twin: 'a list of twenty by variable',
  },
  {
    ...control,
    id: 'CTRL-002',
    intent: 'A write by somebody who may answers.',
    source: 'legitimate mutation',
    shot: ask(
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename } }',
      { input: { idempotencyKey: 'control-2', partner: 'Témoin', scopes: ['statistics:read'] } },
      'admin',
    ),
    expect: {
      status: [200],
      data: 'some',
      holds: (answer) => (/Error"/.test(answer.text) ? 'it was refused' : null),
    },
    twin: 'the keys of an administrator',
  },
  {
    ...control,
    id: 'CTRL-003',
    intent: 'Ten aliases answer.',
    source: 'legitimate aliases',
    shot: ask(`{ ${numbered(10, 'a#: call(edition: 1) { title } ')} }`),
    expect: {
      status: [200],
      data: 'some',
      holds: (answer) => (Object.keys(answer.body?.data ?? {}).length === 10 ? null : 'not ten fields'),
    },
    twin: 'ten aliases',
  },
  {
    ...control,
    id: 'CTRL-501',
    intent: 'Accents, an apostrophe of print and an emoji pass in and out unharmed.',
    source: 'own: French text is no attack',
    shot: ask('query ($s: String) { laureates(first: 1, filter: { search: $s }) { totalCount } }', {
      s: 'L’épicerie cœur — « été » 🌱',
    }),
    expect: { status: [200], data: 'some', never: [/"errors"/] },
    twin: 'a search',
  },
  {
    ...control,
    id: 'CTRL-502',
    intent: 'Two screens of the front end that differ by one letter answer the same.',
    source: 'own: limits must leave room for real work',
    shot: ask(
      `query ($code: String!) { territory(code: $code) {
      name level population within { code name }
      laureates(first: 12) { totalCount nodes { id title applicantName call { edition } } }
      agenda(first: 5) { nodes { slug title startsOn } }
    } }`,
      { code: 'DEP:92' },
    ),
    expect: { status: [200], data: 'some', never: [/"errors"/] },
    twin: 'a territory by its code',
  },
];
