/**
 * How many territories a list of them may hold, by what is known of the place. Source: INSEE, code officiel géographique,
 * through the npm package `@etalab/decoupage-administratif` (Licence Ouverte); a test compares these figures with it.
 */

/** Communes of each département and overseas territory. */
export const COMMUNES_OF_DEPARTMENT: Readonly<Record<string, number>> = countsOf(
  '01:391 02:797 03:317 04:198 05:162 06:163 07:335 08:447 09:325 10:431 11:433 12:285 13:119 14:526 15:250 16:359 17:462 18:286 19:277 21:698 22:344 23:255 24:503 25:563 26:362 27:585 28:363 29:277 2A:124 2B:236 30:350 31:586 32:458 33:534 34:341 35:332 36:241 37:272 38:512 39:492 40:327 41:267 42:320 43:257 44:207 45:325 46:312 47:319 48:152 49:176 50:445 51:610 52:426 53:240 54:591 55:499 56:249 57:725 58:309 59:647 60:680 61:381 62:887 63:463 64:545 65:469 66:226 67:514 68:366 69:266 70:536 71:563 72:352 73:273 74:279 75:1 76:707 77:507 78:259 79:252 80:771 81:314 82:195 83:153 84:151 85:253 86:265 87:195 88:506 89:423 90:101 91:194 92:36 93:39 94:47 95:183 971:32 972:34 973:22 974:24 975:2 976:17 977:1 978:1 984:5 986:3 987:48 988:33 989:1',
);

/** Communes of each région. */
export const COMMUNES_OF_REGION: Readonly<Record<string, number>> = countsOf(
  '01:32 02:34 03:22 04:24 06:17 11:1266 24:1754 27:3685 28:2644 32:3782 44:5115 52:1228 53:1202 75:4293 76:4446 84:4025 93:946 94:360 975:2 977:1 978:1 984:5 986:3 987:48 988:33 989:1',
);

type Level = 'COMMUNE' | 'EPT' | 'EPCI' | 'DEPARTMENT' | 'REGION';

/** The most territories of a level (columns) that share a commune with one of another level (rows). */
export const MOST: Readonly<Record<Level, Readonly<Record<Level, number>>>> = {
  COMMUNE: { COMMUNE: 1, EPT: 0, EPCI: 0, DEPARTMENT: 0, REGION: 0 },
  EPT: { COMMUNE: 24, EPT: 1, EPCI: 0, DEPARTMENT: 0, REGION: 0 },
  EPCI: { COMMUNE: 158, EPT: 11, EPCI: 1, DEPARTMENT: 6, REGION: 2 },
  DEPARTMENT: { COMMUNE: 887, EPT: 11, EPCI: 28, DEPARTMENT: 1, REGION: 0 },
  REGION: { COMMUNE: 5115, EPT: 11, EPCI: 172, DEPARTMENT: 13, REGION: 1 },
};

/** The most territories of a level that one territory lies in. */
const MOST_AROUND: Readonly<Record<Level, number>> = {
  COMMUNE: 0,
  EPT: 1,
  EPCI: 1,
  DEPARTMENT: 6,
  REGION: 2,
};

const LEVELS: readonly Level[] = ['COMMUNE', 'EPT', 'EPCI', 'DEPARTMENT', 'REGION'];
const LEVEL_OF_PREFIX: Readonly<Record<string, Level>> = {
  COM: 'COMMUNE',
  EPT: 'EPT',
  EPCI: 'EPCI',
  DEP: 'DEPARTMENT',
  REG: 'REGION',
};

/** No département nor région ever had more communes since 1943, whatever it has today. */
const MOST_COMMUNES_EVER: Partial<Record<Level, number>> = { DEPARTMENT: 1_000, REGION: 5_500 };

/** What a request says of a territory: its code, its level, or nothing; and the day whose geography it asks for. */
export type Place = { readonly code?: unknown; readonly level?: unknown; readonly on?: unknown };

/** The most territories of `level`, of all levels when it is not given, that `place` may contain, itself included. */
export function mostWithin(place: Place, level: unknown): number {
  return sumOf(level, (each) => mostOfLevel(place, each));
}

/** The most territories of `level`, of all levels when it is not given, that a territory lies in. */
export function mostAround(level: unknown): number {
  return sumOf(level, (each) => MOST_AROUND[each]);
}

function mostOfLevel({ code, level, on }: Place, wanted: Level): number {
  const [prefix = '', rest = ''] = typeof code === 'string' ? code.split(':') : [];
  const isPast = typeof on === 'string';
  const counted =
    !isPast &&
    wanted === 'COMMUNE' &&
    { DEP: COMMUNES_OF_DEPARTMENT, REG: COMMUNES_OF_REGION }[prefix]?.[rest];
  if (typeof counted === 'number') return counted;
  const around = LEVEL_OF_PREFIX[prefix] ?? LEVELS.find((each) => each === level);
  const ever = isPast && wanted === 'COMMUNE' ? MOST_COMMUNES_EVER[around ?? 'REGION'] : undefined;
  if (ever !== undefined) return ever;
  return around === undefined ? Math.max(...LEVELS.map((each) => MOST[each][wanted])) : MOST[around][wanted];
}

/** A level of which no territory is known (a QPV, a country) gives nothing. */
function sumOf(level: unknown, most: (level: Level) => number): number {
  const wanted = level === null || level === undefined ? LEVELS : LEVELS.filter((each) => each === level);
  return wanted.reduce((sum, each) => sum + most(each), 0);
}

function countsOf(list: string): Record<string, number> {
  return Object.fromEntries(
    list.split(' ').map((each) => {
      const [code = '', count = ''] = each.split(':');
      return [code, Number(count)] as const;
    }),
  );
}
