import { DEMONSTRATION_SIRET_COUNT, isDemonstrationSiret, isSlug } from '@graphess/identifiers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communesOfArea } from './area-communes.ts';
import { demonstrationStructures, MAX_DEMONSTRATION_SCALE } from './demonstration-structures.ts';

const structures = demonstrationStructures({ area: '92', scale: 1 });

describe('demonstrationStructures', () => {
  it('gives the same structures every time, wherever it runs', () => {
    expect(demonstrationStructures({ area: '92', scale: 1 })).toEqual(structures);
    expect(structures[0]).toEqual({
      slug: 'demo-numerique-du-rouge-gorge-colombes',
      organizationId: 'ORG:demo-numerique-du-rouge-gorge-colombes',
      siaeId: 'SIAE:demo-numerique-du-rouge-gorge-colombes',
      name: 'Numérique du Rouge-gorge – Colombes (démonstration)',
      siret: '00000001800010',
      commune: 'COM:92025',
      kind: 'ETTI',
      sectors: ['NUMERIQUE'],
      labels: [],
      prestaTypes: ['DISP'],
      turnoverCents: 58400000,
      employeesInsertion: 49,
      employeesPermanent: 4,
      isClubMember: false,
      inQpv: false,
      website: null,
      location: null,
    });
  });

  it('keeps the structures of a smaller scale first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), (one, other) => {
        const [small, large] = one < other ? [one / 10, other / 10] : [other / 10, one / 10];
        const fewer = demonstrationStructures({ area: '92', scale: small });
        expect(demonstrationStructures({ area: '92', scale: large }).slice(0, fewer.length)).toEqual(fewer);
      }),
      { numRuns: 8 },
    );
  });

  it.each([
    ['92', 36],
    ['69', 266],
    ['2A', 124],
    ['971', 32],
  ])('lies wholly in département %s', (area, communeCount) => {
    const communes = communesOfArea(area);
    const ids = new Set(communes.map(({ id }) => id));
    const outside = demonstrationStructures({ area, scale: 1 }).filter(({ commune }) => !ids.has(commune));
    expect({ communes: communes.length, outside }).toEqual({ communes: communeCount, outside: [] });
  });

  it('invents nothing where there is no commune', () => {
    expect(demonstrationStructures({ area: '00', scale: 1 })).toEqual([]);
  });

  it('gives every structure a name, a slug and a fictitious SIRET of its own at the largest scale', () => {
    const many = demonstrationStructures({ area: '92', scale: MAX_DEMONSTRATION_SCALE });
    const distinct = (key: 'name' | 'slug' | 'siret') => new Set(many.map((each) => each[key])).size;
    expect({ names: distinct('name'), slugs: distinct('slug'), sirets: distinct('siret') }).toEqual({
      names: many.length,
      slugs: many.length,
      sirets: many.length,
    });
    expect(many.filter(({ slug, siret }) => !isSlug(slug) || !isDemonstrationSiret(siret))).toEqual([]);
    expect(many.length).toBeLessThanOrEqual(DEMONSTRATION_SIRET_COUNT);
  });

  it('says of each that it is invented', () => {
    const silent = structures.filter(
      ({ name, slug }) => !name.endsWith(' (démonstration)') || !slug.startsWith('demo-'),
    );
    expect(silent).toEqual([]);
  });

  it('leaves gaps, as real directories do, and never counts less than nobody', () => {
    const { turnoverCents, employeesInsertion, inQpv } = Object.groupBy(
      structures.flatMap((each) =>
        (['turnoverCents', 'employeesInsertion', 'inQpv'] as const).filter((key) => each[key] === null),
      ),
      (key) => key,
    );
    const gaps = [turnoverCents, employeesInsertion, inQpv].map((keys) => (keys?.length ?? 0) > 0);
    const negative = structures.filter(
      ({ turnoverCents: turnover, employeesInsertion: insertion, employeesPermanent: permanent }) =>
        [turnover, insertion, permanent].some((value) => value !== null && value < 0),
    );
    expect({ gaps, negative }).toEqual({ gaps: [true, true, true], negative: [] });
  });

  it.each([-1, Number.NaN, MAX_DEMONSTRATION_SCALE + 1])('refuses the scale %d', (scale) => {
    expect(() => demonstrationStructures({ area: '92', scale })).toThrow(RangeError);
  });
});
