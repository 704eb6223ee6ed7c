import type { TestSubgraph } from '@graphess/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anObservatory } from '../observatory.fixture.ts';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await anObservatory();
});
afterAll(() => graph.stop());

const node = (id: string) => graph.run('query ($id: ID!) { node(id: $id) { __typename id } }', { id });

test.each([
  ['COM:92002', 'Territory'],
  ['EPT:200057966', 'Territory'],
  ['DEP:92', 'Territory'],
  ['REG:11', 'Territory'],
  ['ORG:cress-idf', 'Organization'],
  ['APP:a', 'Application'],
  ['EVT:rencontres', 'Event'],
  ['SIAE:demo-1', 'Siae'],
  ['NEED:b', 'Need'],
])('%s is a %s', async (id, __typename) => {
  expect(await node(id)).toEqual({ data: { node: { __typename, id } } });
});

test.each(['COM:01999', 'ORG:nobody'])('%s, well formed, does not exist', async (id) => {
  expect(await node(id)).toEqual({ data: { node: null } });
});

test.each(['CALL:3', 'DS:ESS-FLORES', 'COM:9200', 'ORG:', 'x', ''])('« %s » is refused', async (id) => {
  const { errors } = await node(id);
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'id' }]);
});

test('subgraphs find an organisation and a territory by their keys', async () => {
  const { data } = await graph.run(
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { __typename ... on Organization { name } ... on Territory { level } } }`,
    {
      keys: [
        { __typename: 'Organization', id: 'ORG:rtes' },
        { __typename: 'Organization', id: 'ORG:nobody' },
        { __typename: 'Territory', code: 'COM:92002' },
      ],
    },
  );
  expect(data).toEqual({
    _entities: [
      { __typename: 'Organization', name: 'RTES' },
      null,
      { __typename: 'Territory', level: 'COMMUNE' },
    ],
  });
});
