import { describe, expect, it } from 'vitest';
import { formatRna, isDocumentedRna, isRna, normaliseRna } from './rna.ts';

describe('isRna and isDocumentedRna', () => {
  it.each([
    ['W922001234', true, true],
    ['W9G2001932', true, false],
    ['W2A1000123', true, false],
    ['W92200123', false, false],
    ['W9220012345', false, false],
    ['w922001234', false, false],
    ['W922001234\n', false, false],
    ['WA22001234', false, false],
    ['922001234', false, false],
    ['Volume 12 folio 34', false, false],
  ])('%j', (text, found, documented) => {
    expect([isRna(text), isDocumentedRna(text)]).toEqual([found, documented]);
  });
});

describe('normaliseRna', () => {
  it.each([
    ['w922001234', 'W922001234'],
    ['W 922 001 234', 'W922001234'],
    ['w9g2001932', 'W9G2001932'],
    ['922001234', null],
  ])('reads %j', (text, expected) => {
    expect(normaliseRna(text)).toBe(expected);
  });
});

it('formatRna is compact and leaves another text as it is', () => {
  expect([formatRna('w922 001 234'), formatRna('en cours')]).toEqual(['W922001234', 'en cours']);
});
