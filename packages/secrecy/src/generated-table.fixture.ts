import type { Relation, SecrecyCell, SecrecyTable } from './table.ts';

/** The communes of the four EPT, with their inhabitants in thousands: one of them lies outside the département. */
const EPT: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  T2: {
    '92002': 64,
    '92007': 41,
    '92014': 21,
    '92019': 34,
    '92020': 36,
    '92023': 54,
    '92032': 25,
    '92046': 31,
    '92049': 48,
    '92060': 30,
    '92071': 20,
  },
  T3: {
    '92012': 120,
    '92022': 20,
    '92040': 68,
    '92047': 2,
    '92048': 45,
    '92072': 23,
    '92075': 27,
    '92077': 11,
  },
  T4: {
    '92026': 83,
    '92033': 18,
    '92035': 30,
    '92044': 67,
    '92050': 96,
    '92051': 60,
    '92062': 44,
    '92063': 80,
    '92064': 30,
    '92073': 49,
    '92076': 9,
  },
  T5: { '92004': 87, '92009': 29, '92024': 63, '92025': 86, '92036': 48, '92078': 25, '95018': 110 },
};
const OUTSIDE = '95018';
const FAMILIES = { ASSOCIATION: 80, COOPERATIVE: 9, MUTUELLE: 5, FONDATION: 3, SOCIETE_ESS: 3 };
const SECTORS = 'AZ DE C1 C2 C3 C4 C5 FZ GZ HZ IZ JZ KZ LZ MN OQ RU'.split(' ');
const ALL = '*';

export type Recipe = {
  readonly seed: number;
  readonly units: number;
  readonly spread: number;
  readonly counts: boolean;
  readonly sectors: boolean;
};

type Random = () => number;
type Place = { readonly commune: string; readonly family: string; readonly sector: string };

/** A table of the whole geography, made of drawn organisations: log-normal sizes, one in eight at several places. */
export function generatedTable({ seed, units, spread, counts, sectors }: Recipe): SecrecyTable {
  const random = drawing(seed);
  const cells = new Map<string, { value: number; byUnit: Map<number, number> }>();
  const territories = territoriesOf();
  const families = [...Object.keys(FAMILIES), ALL];
  const branches = sectors ? [...SECTORS, ALL] : [ALL];
  for (const territory of territories.keys()) {
    for (const family of families) {
      for (const sector of branches)
        cells.set(keyOf(territory, family, sector), { value: 0, byUnit: new Map() });
    }
  }
  for (let unit = 0; unit < units; unit += 1) {
    const family = pick(FAMILIES, random);
    const sector = SECTORS[Math.floor(random() ** 2 * SECTORS.length)] ?? 'OQ';
    const places = random() < 0.12 ? 2 + Math.floor(random() * 5) : 1;
    for (let place = 0; place < places; place += 1) {
      const commune = pick(Object.assign({}, ...Object.values(EPT)), random);
      const jobs = Math.max(1, Math.round(3 * Math.exp(spread * normal(random))));
      count({ commune, family, sector }, unit, counts ? 1 : jobs);
    }
  }
  return {
    cells: [...cells].map(
      ([key, { value, byUnit }]): SecrecyCell => ({
        key,
        value,
        units: byUnit.size,
        largest: Math.max(0, ...byUnit.values()),
        hiddenByProducer: false,
        mustStayHidden: false,
      }),
    ),
    relations: relationsOver(territories, families, branches),
  };

  function count({ commune, family, sector }: Place, unit: number, by: number): void {
    for (const [territory, inside] of territories) {
      if (territory !== commune && !inside.includes(commune)) continue;
      for (const each of [family, ALL]) {
        for (const branch of sectors ? [sector, ALL] : [ALL]) {
          const cell = cells.get(keyOf(territory, each, branch));
          if (cell === undefined) continue;
          cell.value += by;
          cell.byUnit.set(unit, (cell.byUnit.get(unit) ?? 0) + by);
        }
      }
    }
  }
}

function territoriesOf(): Map<string, readonly string[]> {
  const communes = Object.values(EPT).flatMap((inside) => Object.keys(inside));
  return new Map<string, readonly string[]>([
    ...communes.map((commune) => [commune, []] as const),
    ...Object.entries(EPT).map(([name, inside]) => [name, Object.keys(inside)] as const),
    ['92', communes.filter((commune) => commune !== OUTSIDE)],
  ]);
}

function relationsOver(
  territories: ReadonlyMap<string, readonly string[]>,
  families: readonly string[],
  branches: readonly string[],
): Relation[] {
  const relations: Relation[] = [];
  for (const [territory, inside] of territories) {
    for (const family of families) {
      for (const sector of branches) {
        const total = keyOf(territory, family, sector);
        if (inside.length > 0) {
          relations.push({
            total,
            parts: inside.map((each) => keyOf(each, family, sector)),
            dimension: 'territory',
          });
        }
        if (family === ALL) {
          const parts = families.filter((each) => each !== ALL).map((each) => keyOf(territory, each, sector));
          relations.push({ total, parts, dimension: 'family' });
        }
        if (sector === ALL && branches.length > 1) {
          const parts = branches.filter((each) => each !== ALL).map((each) => keyOf(territory, family, each));
          relations.push({ total, parts, dimension: 'sector' });
        }
      }
    }
  }
  return relations;
}

const keyOf = (territory: string, family: string, sector: string) => `${territory}|${family}|${sector}`;

function pick(weights: Readonly<Record<string, number>>, random: Random): string {
  const all = Object.entries(weights);
  let left = random() * all.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of all) {
    left -= weight;
    if (left <= 0) return name;
  }
  return all[0]?.[0] ?? '';
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Mulberry32: the same table for the same seed, on every machine. */
export function drawing(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
