import type { CogCommune } from './cog.ts';

/** One line of INSEE's file of movements, as far as it tells of communes. Codes are bare: `75002`. */
export type Movement = {
  /** Line of the file, while it is read. */
  line?: number;
  on: string;
  kind: number;
  typeBefore: string;
  codeBefore: string;
  nameBefore: string;
  typeAfter: string;
  codeAfter: string;
  nameAfter: string;
};

/**
 * The Seine (75) and the Seine-et-Oise (78) gave way to the départements 91 to 95, 75 and 78 of today.
 * Source: loi n° 64-707 du 10 juillet 1964; in force on this day.
 */
const SEINE_DIVIDED_ON = '1968-01-01';

/** Codes 20 of Corsica became 2A and 2B. Source: loi n° 75-356 du 15 mai 1975, INSEE. */
const CORSICA_DIVIDED_ON = '1976-01-01';

/**
 * Communes that no movement touched between 1943 and today but the change of code of 1968: those of the Hauts-de-Seine,
 * and Argenteuil, of the same EPT as six of them. Source: INSEE, historique des communes.
 */
function isUnchangedButItsCode(communeCode: string): boolean {
  return communeCode.startsWith('92') || communeCode === '95018';
}

/** The time during which a code was that of a commune: from a day to the day before `to`, null while it lasts. */
type Life = { code: string; from: string; to: string | null };

/** A code that leads to a territory; `from` null where it is unknown, `to` null where it lasts or is unknown. */
export type TerritoryCode = {
  code: string;
  territory: string;
  from: string | null;
  to: string | null;
  own: boolean;
};

export type FormerCommune = { id: string; name: string; endedOn: string };
/** What movements make of the communes of today. `astray` leads to no commune: the file is of another year, or cut. */
export type History = { codes: TerritoryCode[]; former: FormerCommune[]; astray: Movement[] };

const BEGINS = new Set([20, 21, 41, 50]);
const ENDS = new Set([30, 31, 32, 33, 41, 50]);
const CHANGES_CODE = new Set([41, 50]);

/**
 * Goes back from the communes of today through the movements. A commune whose code alone changed stays the same
 * territory, under its last code; one that was merged is another territory, whose code also leads to its heir when it
 * has only one. Communes are followed since `firstDay`.
 */
export function historyOf(
  all: readonly Movement[],
  currentCodes: Iterable<string>,
  firstDay: string,
): History {
  const movements = all.filter(
    ({ typeBefore, typeAfter, codeBefore, codeAfter }) =>
      typeBefore === 'COM' && typeAfter === 'COM' && codeBefore !== codeAfter,
  );
  const byDay = Map.groupBy(movements, ({ on }) => on);
  const { lives, astray } = livesOf(byDay, currentCodes, firstDay);
  const livesOfCode = Map.groupBy(lives, ({ code }) => code);
  const lifeOn = (code: string, day: string) =>
    livesOfCode.get(code)?.find(({ from, to }) => from <= day && (to === null || day < to));

  const heirsOf = (life: Life): Life[] => {
    if (life.to === null) return [];
    const day = life.to;
    const seen = new Set<string>();
    const found: Life[] = [];
    const follow = (code: string) => {
      if (seen.has(code)) return;
      seen.add(code);
      for (const { kind, codeBefore, codeAfter } of byDay.get(day) ?? []) {
        if (codeBefore !== code || !ENDS.has(kind)) continue;
        const next = lifeOn(codeAfter, day);
        if (next === undefined) follow(codeAfter);
        else found.push(next);
      }
    };
    follow(life.code);
    return [...new Set(found)];
  };

  const territoryOf = (life: Life): { id: string; last: Life } => {
    const after = renamedTo(life);
    return after === null ? { id: `COM:${life.code}`, last: life } : territoryOf(after);
  };
  const renamedTo = (life: Life): Life | null => {
    const [heir, another] = heirsOf(life);
    if (heir === undefined || another !== undefined || heir.from !== life.to) return null;
    const arrivals = (byDay.get(heir.from) ?? []).filter(({ codeAfter }) => codeAfter === heir.code);
    const isSame = arrivals.every(
      ({ kind, codeBefore }) => codeBefore === life.code && CHANGES_CODE.has(kind),
    );
    const [firstOfCode] = livesOfCode.get(heir.code)?.toSorted((a, b) => (a.from < b.from ? -1 : 1)) ?? [];
    return isSame && arrivals.length > 0 && firstOfCode === heir ? heir : null;
  };

  const current = new Set([...currentCodes].map((code) => `COM:${code}`));
  const presentOf = (life: Life, seen = new Set<Life>()): Set<string> => {
    if (seen.has(life)) return new Set();
    seen.add(life);
    if (life.to === null) return new Set([territoryOf(life).id]);
    return new Set(heirsOf(life).flatMap((heir) => [...presentOf(heir, seen)]));
  };

  const codes: TerritoryCode[] = [];
  const former = new Map<string, FormerCommune>();
  for (const life of lives) {
    const { id, last } = territoryOf(life);
    codes.push({ code: `COM:${life.code}`, territory: id, from: life.from, to: life.to, own: true });
    if (current.has(id) || last.to === null) continue;
    const known = former.get(id);
    if (known === undefined || known.endedOn < last.to) {
      former.set(id, { id, name: nameAtEnd(byDay, last), endedOn: last.to });
    }
    const [heir, another] = presentOf(life);
    if (heir !== undefined && another === undefined) {
      codes.push({ code: `COM:${life.code}`, territory: heir, from: life.from, to: life.to, own: false });
    }
  }
  return { codes, former: [...former.values()], astray };
}

function livesOf(
  byDay: ReadonlyMap<string, readonly Movement[]>,
  currentCodes: Iterable<string>,
  firstDay: string,
) {
  const alive = new Map<string, string | null>([...currentCodes].map((code) => [code, null]));
  const lives: Life[] = [];
  const astray: Movement[] = [];
  for (const day of [...byDay.keys()].sort().toReversed()) {
    const movements = byDay.get(day) ?? [];
    const before = new Set(movements.map(({ codeBefore }) => codeBefore));
    const after = new Set(movements.map(({ codeAfter }) => codeAfter));
    astray.push(...movements.filter(({ codeAfter }) => !alive.has(codeAfter) && !before.has(codeAfter)));
    const born = movements.filter(({ kind, codeAfter }) => BEGINS.has(kind) && !before.has(codeAfter));
    for (const code of new Set(born.map(({ codeAfter }) => codeAfter))) {
      const to = alive.get(code);
      if (to === undefined) continue;
      lives.push({ code, from: day, to });
      alive.delete(code);
    }
    const ended = movements.filter(
      ({ kind, codeBefore }) => ENDS.has(kind) && !after.has(codeBefore) && !alive.has(codeBefore),
    );
    for (const { codeBefore } of ended) alive.set(codeBefore, day);
  }
  for (const [code, to] of alive) lives.push({ code, from: firstDay, to });
  return { lives, astray };
}

function nameAtEnd(byDay: ReadonlyMap<string, readonly Movement[]>, { code, to }: Life): string {
  return byDay.get(to ?? '')?.find(({ codeBefore }) => codeBefore === code)?.nameBefore ?? code;
}

/**
 * The codes that the npm package of the geographic code tells, without movements. It gives no dates: known are those of
 * the départements that were divided, and the whole history of the communes that nothing else touched.
 */
export function codesOfPackage(communes: readonly CogCommune[], firstDay: string): TerritoryCode[] {
  return communes.flatMap((commune) => {
    const territory = `COM:${commune.code}`;
    const divided = divisionOf(commune);
    const unchanged = divided !== null && isUnchangedButItsCode(commune.code);
    const former = (commune.anciensCodes ?? []).map((old) => ({
      code: `COM:${old}`,
      territory,
      from: unchanged ? firstDay : null,
      to: old === divided?.old ? divided.on : null,
      own: old === divided?.old,
    }));
    return unchanged
      ? [...former, { code: territory, territory, from: divided.on, to: null, own: true }]
      : former;
  });
}

/** The changes of code by the division of départements that the package tells, and movements of INSEE's file do not. */
export function movementsOfPackage(communes: readonly CogCommune[], told: readonly Movement[]): Movement[] {
  const known = new Set(told.map(({ codeBefore }) => codeBefore));
  return communes.flatMap((commune) => {
    const divided = divisionOf(commune);
    if (divided === null || known.has(divided.old)) return [];
    const names = { nameBefore: commune.nom, nameAfter: commune.nom };
    const types = { typeBefore: 'COM', typeAfter: 'COM' };
    return { on: divided.on, kind: 41, codeBefore: divided.old, codeAfter: commune.code, ...names, ...types };
  });
}

/**
 * The code that a commune had before its département was divided, when its former codes tell which: the only one, or the
 * one with the same last three digits.
 */
function divisionOf({
  code,
  departement,
  anciensCodes = [],
}: CogCommune): { old: string; on: string } | null {
  const old =
    anciensCodes.length === 1
      ? anciensCodes[0]
      : anciensCodes.find((each) => each.slice(2) === code.slice(2));
  if (old === undefined) return null;
  if (/^7[58]/.test(old) && /^9[1-5]$/.test(departement)) return { old, on: SEINE_DIVIDED_ON };
  return old.startsWith('20') && /^2[AB]$/.test(departement) ? { old, on: CORSICA_DIVIDED_ON } : null;
}
