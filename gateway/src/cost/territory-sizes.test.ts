import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import {
  COMMUNES_OF_DEPARTMENT,
  COMMUNES_OF_REGION,
  MOST,
  mostAround,
  mostWithin,
} from './territory-sizes.ts';

type Commune = { code: string; type: string; departement: string; region: string };
type Group = { membres: { code: string }[] };

const require = createRequire(import.meta.url);
const read = <Row>(file: string) => require(`@etalab/decoupage-administratif/data/${file}.json`) as Row[];
const communes = read<Commune>('communes').filter(({ type }) => type === 'commune-actuelle');
const communeOf = new Map(communes.map((commune) => [commune.code, commune]));
const epci = read<Group>('epci');
const ept = read<Group>('ept');

const counts = (key: 'departement' | 'region') =>
  Object.fromEntries(
    [...Map.groupBy(communes, (each) => each[key])].map(([code, all]) => [code, all.length]),
  );
const most = (groups: Iterable<number>) => Math.max(...groups);
const spread = (groups: Group[], key: 'departement' | 'region') =>
  groups.map(({ membres }) => new Set(membres.map(({ code }) => communeOf.get(code)?.[key])));

test('communes are those of the official geography', () => {
  expect({ departments: COMMUNES_OF_DEPARTMENT, regions: COMMUNES_OF_REGION }).toEqual({
    departments: counts('departement'),
    regions: counts('region'),
  });
});

test('no territory holds more of a level than the table says', () => {
  const epciPer = (key: 'departement' | 'region') => {
    const all = spread(epci, key).flatMap((each) => [...each]);
    return most([...Map.groupBy(all, (code) => code)].map(([, found]) => found.length));
  };
  const departments = new Map(communes.map(({ departement, region }) => [departement, region]));
  const perRegion = [...Map.groupBy(departments.values(), (region) => region).values()].map(
    (all) => all.length,
  );
  expect({
    communes: [
      most(ept.map(({ membres }) => membres.length)),
      most(epci.map(({ membres }) => membres.length)),
      most(Object.values(COMMUNES_OF_DEPARTMENT)),
      most(Object.values(COMMUNES_OF_REGION)),
    ],
    ept: ept.length,
    epci: [epciPer('departement'), epciPer('region')],
    departments: most(perRegion),
    around: [
      most(spread(epci, 'departement').map(({ size }) => size)),
      most(spread(epci, 'region').map(({ size }) => size)),
    ],
  }).toEqual({
    communes: [MOST.EPT.COMMUNE, MOST.EPCI.COMMUNE, MOST.DEPARTMENT.COMMUNE, MOST.REGION.COMMUNE],
    ept: MOST.REGION.EPT,
    epci: [MOST.DEPARTMENT.EPCI, MOST.REGION.EPCI],
    departments: MOST.REGION.DEPARTMENT,
    around: [mostAround('DEPARTMENT'), mostAround('REGION')],
  });
});

test.each<[string, Parameters<typeof mostWithin>[0], unknown, number]>([
  ['communes of the département', { code: 'DEP:92' }, 'COMMUNE', 36],
  ['all that the département contains', { code: 'DEP:92' }, null, 36 + 11 + 28 + 1],
  ['communes of a région', { code: 'REG:11' }, 'COMMUNE', 1266],
  ['communes of an EPT', { code: 'EPT:200057982' }, 'COMMUNE', 24],
  ['communes of a territory of which only the level is known', { level: 'DEPARTMENT' }, 'COMMUNE', 887],
  ['communes of who knows what', {}, 'COMMUNE', 5115],
  ['a code that is no code', { code: 92 }, 'COMMUNE', 5115],
  ['a level without territories', { code: 'DEP:92' }, 'COUNTRY', 0],
])('%s', (_case, place, level, expected) => {
  expect(mostWithin(place, level)).toBe(expected);
});
