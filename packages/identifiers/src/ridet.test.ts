import { describe, expect, it } from 'vitest';
import { formatRid, formatRidet, isRid, isRidet, normaliseRid, normaliseRidet } from './ridet.ts';

describe('isRid and isRidet', () => {
  it.each([
    ['12345', false, false],
    ['123456', true, false],
    ['1234567', true, false],
    ['12345678', false, false],
    ['123456789', false, true],
    ['0123456001', false, true],
    ['12345678901', false, false],
    ['123456\n', false, false],
    ['123 456', false, false],
  ])('%j', (text, rid, ridet) => {
    expect([isRid(text), isRidet(text)]).toEqual([rid, ridet]);
  });
});

it('normalises without losing leading zeros, and refuses decimal parts', () => {
  expect([
    normaliseRid('0 123 456'),
    normaliseRid('12345.0'),
    normaliseRidet('0 123 456.001'),
    normaliseRidet('123456'),
  ]).toEqual(['0123456', null, '0123456001', null]);
});

it('formats compact and leaves another text as it is', () => {
  expect([formatRid('123 456'), formatRid('?'), formatRidet('123 456.001'), formatRidet('?')]).toEqual([
    '123456',
    '?',
    '123456001',
    '?',
  ]);
});
