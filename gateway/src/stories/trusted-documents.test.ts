import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@graphess/platform';
import { parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestIssuer, testIssuer } from '../testing/issuer.ts';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const TRUSTED = readFileSync(join(PROJECT_ROOT, 'operations/facts/instruments.graphql'), 'utf8');
const PRINTED = print(parse(TRUSTED));
const FREE = '{ __typename }';
const MANIFEST = JSON.parse(
  readFileSync(join(PROJECT_ROOT, 'packages/client/src/generated/persisted-documents.json'), 'utf8'),
) as Record<string, string>;
const [ID_OF_CLIENT = ''] =
  Object.entries(MANIFEST).find(([, text]) => text.includes('FactInstruments')) ?? [];
const apq = (hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

let graph: TestPlatform;
let headers: Record<string, string> = {};

async function outcome(response: Response) {
  const body = (await response.json()) as {
    data?: { fundingInstruments?: unknown[]; __typename?: string };
    errors?: { extensions: { code: string } }[];
  };
  const codes = (body.errors ?? []).map(({ extensions }) => extensions.code);
  const rows = body.data?.fundingInstruments?.length ?? body.data?.__typename;
  return codes.length > 0 ? { status: response.status, codes } : { status: response.status, rows };
}
const post = async (body: object) =>
  outcome(
    await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  );
const get = async (parameters: Record<string, string>) =>
  outcome(
    await fetch(`${graph.url}/graphql?${new URLSearchParams(parameters)}`, {
      headers: { 'apollo-require-preflight': 'true', ...headers },
    }),
  );

const answered = { status: 200, rows: 11 };
const free = { status: 200, rows: 'Query' };
const fault = (code: string, status = 400) => ({ status, codes: [code] });

describe('outside production', () => {
  beforeAll(async () => {
    graph = await testPlatform({ mode: 'one process' });
  });
  afterAll(() => graph.stop());

  test.each<[string, object]>([
    ['documentId of the file', { documentId: `sha256:${sha256(TRUSTED)}` }],
    ['documentId of the printed operation', { documentId: `sha256:${sha256(PRINTED)}` }],
    ['documentId of the generated client', { documentId: ID_OF_CLIENT }],
    ['persistedQuery', apq(sha256(PRINTED))],
    ['persistedQuery and its text', { query: PRINTED, ...apq(sha256(PRINTED)) }],
    ['text', { query: PRINTED }],
  ])('%s runs the operation, by POST and by GET', async (_case, body) => {
    const parameters = Object.fromEntries(
      Object.entries(body).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    );
    expect([await post(body), await get(parameters)]).toEqual([answered, answered]);
  });

  test('a client that adds __typename everywhere has its own hash', async () => {
    const adorned = `query FactInstruments {
  fundingInstruments {
    code
    label
    family
    sources {
      producer
      title
      __typename
    }
    __typename
  }
}`;
    expect(await post(apq(sha256(adorned)))).toEqual(answered);
  });

  test('a document of one’s own runs, with its hash too, and is not kept', async () => {
    expect([
      await post({ query: FREE }),
      await post({ query: FREE, ...apq(sha256(FREE)) }),
      await post(apq(sha256(FREE))),
    ]).toEqual([free, free, fault('PERSISTED_QUERY_NOT_FOUND')]);
  });

  test.each<[string, object, string]>([
    ['an unknown hash', { documentId: `sha256:${'b'.repeat(64)}` }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an identifier of another kind', { documentId: 'my-operation' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an identifier that is no text', { documentId: 12 }, 'BAD_REQUEST'],
    ['two documents', { documentId: `sha256:${sha256(TRUSTED)}`, query: FREE }, 'BAD_REQUEST'],
    ['another hash than that of the text', { query: FREE, ...apq(sha256(TRUSTED)) }, 'BAD_REQUEST'],
    ['a hash in capitals', apq(sha256(PRINTED).toUpperCase()), 'BAD_REQUEST'],
    [
      'another version',
      { extensions: { persistedQuery: { version: 2, sha256Hash: sha256(PRINTED) } } },
      'BAD_REQUEST',
    ],
    [
      'a hash that is a list',
      { extensions: { persistedQuery: { version: 1, sha256Hash: [1] } } },
      'BAD_REQUEST',
    ],
    ['a prototype', { documentId: '__proto__' }, 'PERSISTED_QUERY_NOT_FOUND'],
  ])('%s is refused', async (_case, body, code) => {
    expect(await post(body)).toEqual(fault(code));
  });
});

describe('in production', () => {
  let issuer: TestIssuer;
  beforeAll(async () => {
    issuer = await testIssuer();
    graph = await testPlatform({ mode: 'one process', env: { ...issuer.env } });
  });
  afterAll(async () => {
    headers = {};
    await graph.stop();
    await issuer.stop();
  });
  const signIn = async () => ({ authorization: `Bearer ${await issuer.token({ roles: ['applicant'] })}` });

  test('a visitor runs trusted documents, by hash or by text, and nothing else', async () => {
    headers = {};
    expect([
      await post({ documentId: `sha256:${sha256(TRUSTED)}` }),
      await get({ documentId: `sha256:${sha256(TRUSTED)}` }),
      await post({ query: PRINTED }),
      await post({ query: FREE }),
      await get({ query: FREE }),
      await post({ query: FREE, ...apq(sha256(FREE)) }),
    ]).toEqual([
      answered,
      answered,
      answered,
      fault('UNAUTHENTICATED', 401),
      fault('UNAUTHENTICATED', 401),
      fault('PERSISTED_QUERY_NOT_SUPPORTED'),
    ]);
  });

  test('whoever is known sends documents of their own; a visitor does not after them', async () => {
    const query = 'query AfterSomebody { __typename }';
    headers = await signIn();
    const known = [await post({ query }), await post({ query, ...apq(sha256(query)) })];
    headers = {};
    expect([known, await post({ query })]).toEqual([[free, free], fault('UNAUTHENTICATED', 401)]);
  });

  test('what is wrong with a document of a visitor is not even told', async () => {
    headers = {};
    expect(await post({ query: '{ secrets }' })).toEqual(fault('UNAUTHENTICATED', 401));
  });

  test.each<[string, object, string]>([
    [
      'a field',
      { query: '{ laureate { totalCount } }' },
      '« laureate » n’est pas un champ connu à cet endroit.',
    ],
    [
      'an argument',
      { query: '{ laureates(firsts: 1) { totalCount } }' },
      '« firsts » n’est pas un argument connu à cet endroit.',
    ],
    [
      'a value of an enum',
      { query: '{ laureates(orderBy: NAME_AS) { totalCount } }' },
      '« NAME_AS » n’est pas l’une des valeurs prévues.',
    ],
    [
      'an enum in a variable',
      {
        query: 'query ($o: LaureateOrder!) { laureates(orderBy: $o) { totalCount } }',
        variables: { o: 'NAME_AS' },
      },
      '« o » n’est pas l’une des valeurs prévues.',
    ],
    [
      'a field of an input',
      {
        query: 'query ($f: LaureateFilter) { laureates(filter: $f) { totalCount } }',
        variables: { f: { serch: 'a' } },
      },
      '« f » n’a pas de champ « serch ».',
    ],
    [
      'a type',
      { query: 'query ($f: LaureateFilters) { laureates(filter: $f) { totalCount } }' },
      '« LaureateFilters » n’est pas un type connu.',
    ],
    [
      'a fragment',
      { query: '{ node(id: "COM:92050") { ... on Territor { name } } }' },
      '« Territor » n’est pas un type connu.',
    ],
    [
      'a field of a member',
      { query: '{ node(id: "COM:92050") { name } }' },
      '« name » n’est pas un champ connu à cet endroit.',
    ],
    [
      'a directive',
      { query: '{ calls @includ(if: true) { id } }' },
      '« @includ » n’est pas une directive connue.',
    ],
    ['no selection', { query: '{ calls }' }, 'Choisissez des sous-champs de « calls ».'],
    ['a missing argument', { query: '{ call { id } }' }, 'Il manque un argument à « call ».'],
    ['a wrong literal', { query: '{ call(edition: "4") { id } }' }, 'Une valeur n’a pas le type attendu.'],
    [
      'introspection',
      { query: '{ __schema { types { name } } }' },
      'Le schéma ne se lit pas ici : il est publié sous forme de fichier.',
    ],
    ['syntax', { query: '{ calls {' }, 'Ce document ne se lit pas : erreur de syntaxe ligne 1, colonne 10.'],
  ])('%s is refused without a suggestion nor a name of the schema', async (_case, body, message) => {
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await signIn()) },
      body: JSON.stringify(body),
    });
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    expect({ status: response.status, messages: errors.map((error) => error.message) }).toEqual({
      status: 400,
      messages: [message],
    });
  });

  test('without those guards a visitor sends anything, and is told the names of types', async () => {
    const open = await testPlatform({
      mode: 'one process',
      env: { ...issuer.env },
      without: new Set(['trusted-documents', 'plain-messages']),
    });
    try {
      const { status, errors } = await open.query('{ laureates { totalCoun } }');
      expect({ status, messages: errors.map(({ message }) => message) }).toEqual({
        status: 400,
        messages: ['Cannot query field "totalCoun" on type "LaureateConnection".'],
      });
    } finally {
      await open.stop();
    }
  });
});
