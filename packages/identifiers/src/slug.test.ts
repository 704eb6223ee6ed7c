import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSlug, slugify } from './slug.ts';

const name = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(..."aÉœŒæßÇ-.'’ \u00A0\u00AD&1İ™") }),
);

describe('slugify', () => {
  it.each([
    ['Les Canaux', 'les-canaux'],
    ['L’Œuvre d’Élise', 'l-oeuvre-d-elise'],
    ["PROGR'ESS", 'progr-ess'],
    ['Ex æquo & Cie', 'ex-aequo-cie'],
    ['Weißer Straßenbau', 'weisser-strassenbau'],
    ['Asnières-sur-Seine', 'asnieres-sur-seine'],
    ['  E.S.S. — 92 !  ', 'e-s-s-92'],
    ['Ça, c’est\u00A0: l’Haÿ', 'ca-c-est-l-hay'],
    ['É'.normalize('NFD'), 'e'],
    ['co\u00ADopérative', 'cooperative'],
    ['ﬁn\u202F№\u00A03', 'fin-no-3'],
    ['SØREN ŁUKASZ', 'soren-lukasz'],
    ['日本 !', ''],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(slugify(text)).toBe(expected);
  });

  it('gives a slug or nothing, and leaves a slug as it is', () => {
    fc.assert(
      fc.property(name, (text) => {
        const slug = slugify(text);
        expect([slug === '' || isSlug(slug), slugify(slug)]).toEqual([true, slug]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('isSlug', () => {
  it.each(['a', '92', 'les-canaux', '1-2-3'])('accepts %j', (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each(['', '-', '-a', 'a-', 'a--b', 'A', 'é', 'a b', 'a_b', 'a\n', 'a\0'])('refuses %j', (text) => {
    expect(isSlug(text)).toBe(false);
  });
});
