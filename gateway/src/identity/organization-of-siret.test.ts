import { Fault } from '@graphess/subgraph-kit';
import { beforeEach, expect, test } from 'vitest';
import { organizationOfSiret } from './organization-of-siret.ts';
import { KeysUnreachable } from './token-refused.ts';

type Answer = { data?: unknown; errors?: unknown[] };
let asked = 0;
let answer: () => Answer;
let minutes = 0;
const directory = {
  process: async () => {
    asked += 1;
    return answer();
  },
};
const SIRET = '12345678900011';
const organization = (id: string | null) => () => ({ data: { organization: id === null ? null : { id } } });
const AWAY: [string, () => Answer][] = [
  ['answers an error', () => ({ data: { organization: null }, errors: [new Error('away')] })],
  [
    'cannot be asked',
    () => {
      throw new Fault('SUBGRAPH_UNAVAILABLE', 'away');
    },
  ],
];
const reader = () => organizationOfSiret(directory as never, () => minutes * 60_000);

beforeEach(() => {
  asked = 0;
  minutes = 0;
});

test.each([['ORG:1'], [null]])('what it told (%s) is remembered, then asked again', async (id) => {
  const ofSiret = reader();
  answer = organization(id);
  expect([await ofSiret(SIRET), await ofSiret(SIRET), asked]).toEqual([id, id, 1]);
  minutes = 11;
  answer = organization('ORG:2');
  expect([await ofSiret(SIRET), asked]).toEqual(['ORG:2', 2]);
});

test.each(AWAY)(
  'while it %s, what it last told holds, and it is left alone for a while',
  async (_how, away) => {
    const ofSiret = reader();
    answer = organization('ORG:1');
    await ofSiret(SIRET);
    minutes = 11;
    answer = away;
    expect([await ofSiret(SIRET), await ofSiret(SIRET), asked]).toEqual(['ORG:1', 'ORG:1', 2]);
    minutes = 12;
    answer = organization('ORG:2');
    expect([await ofSiret(SIRET), asked]).toEqual(['ORG:2', 3]);
  },
);

test.each(AWAY)('while it %s, nobody can say for whom a SIRET never seen acts', async (_how, away) => {
  answer = away;
  await expect(reader()(SIRET)).rejects.toBeInstanceOf(KeysUnreachable);
});
