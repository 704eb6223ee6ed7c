import { expect, test } from 'vitest';
import { codesOf, codesOfBody, outcomeOf } from './request-line.rules.ts';

test.each([
  [{ status: 200, finished: true }, [], true, 'ok'],
  [{ status: 304, finished: true }, [], false, 'ok'],
  [{ status: 200, finished: true }, ['FORBIDDEN'], true, 'partial'],
  [{ status: 200, finished: true }, ['FORBIDDEN'], false, 'refused'],
  [{ status: 429, finished: true }, ['RATE_LIMITED'], false, 'refused'],
  [{ status: 503, finished: true }, ['OVERLOADED'], false, 'failed'],
  [{ status: 200, finished: false }, [], true, 'aborted'],
] as const)('%j with %j is %s', (ending, codes, data, outcome) => {
  expect(outcomeOf(ending, codes, data)).toBe(outcome);
});

test('codes are told once each, ten at most, and nothing that is no code', () => {
  const error = (code: unknown) => ({ extensions: { code } });
  expect(codesOf([error('FORBIDDEN'), error('FORBIDDEN'), error('jean@example.org'), {}, null])).toEqual([
    'FORBIDDEN',
    'UNKNOWN',
  ]);
  expect(codesOf(Array.from({ length: 30 }, (_, index) => error(`C${index}`))).length).toBe(10);
  expect([codesOf(undefined), codesOfBody('<h1>'), codesOfBody('null')]).toEqual([[], [], []]);
  expect(codesOfBody('{"errors":[{"extensions":{"code":"BAD_REQUEST"}}]}')).toEqual(['BAD_REQUEST']);
});
