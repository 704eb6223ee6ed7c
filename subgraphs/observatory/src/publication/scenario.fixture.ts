import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import type { SourceCell } from '../import/source-cell.ts';
import { ACTOR, cellsOf, communesOf, type Line, publishCells, VALLEE_SUD } from './publish.fixture.ts';
import type { PublishFileResult } from './publish-file.ts';
import { takeBack } from './take-back.ts';

export const DATASETS = ['ESS-FLORES', 'ESS-URSSAF'] as const;
export const YEARS = [2018, 2019] as const;
export const FAMILIES = ['ASSOCIATION', 'COOPERATIVE', 'FONDATION', 'MUTUELLE', 'SOCIETE_ESS'];
export const WHOLES = { FAMILIES: VALLEE_SUD, RANKS: 'DEP:92' } as const;

type Step =
  | { kind: 'WITHDRAW'; dataset: string }
  | {
      kind: 'PUBLISH';
      dataset: string;
      period: number;
      totals: boolean;
      families: boolean;
      /** Of a hundred communes, how many the file lacks. */
      absent: number;
      withWhole: boolean;
      withPrivate: boolean;
      /** Of a hundred figures, how many changed since the last file. */
      changed: number;
      tried: boolean;
      seed: number;
    };

/** Publications of two sources over the same places, revised and withdrawn, in any order. */
export type Scenario = { area: keyof typeof WHOLES; seed: number; lone: number; steps: Step[] };

const PUBLISH = fc.record({
  kind: fc.constant('PUBLISH' as const),
  dataset: fc.constantFrom(...DATASETS),
  period: fc.constantFrom(YEARS[1], YEARS[1], YEARS[0]),
  totals: fc.boolean(),
  families: fc.boolean(),
  absent: fc.constantFrom(0, 0, 0, 15),
  withWhole: fc.boolean(),
  withPrivate: fc.boolean(),
  changed: fc.constantFrom(0, 10, 50),
  tried: fc.boolean(),
  seed: fc.nat(1_000_000),
});
const WITHDRAW = fc.record({ kind: fc.constant('WITHDRAW' as const), dataset: fc.constantFrom(...DATASETS) });

export const SCENARIO: fc.Arbitrary<Scenario> = fc.record({
  area: fc.constantFrom('FAMILIES' as const, 'FAMILIES' as const, 'RANKS' as const),
  seed: fc.nat(1_000_000),
  lone: fc.constantFrom(3, 8, 20),
  steps: fc.array(fc.oneof({ weight: 6, arbitrary: PUBLISH }, { weight: 1, arbitrary: WITHDRAW }), {
    minLength: 3,
    maxLength: 6,
  }),
});

/** A generator of numbers that is the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

export type Played = {
  /** `year place` of each figure of jobs that was a secret for itself in some file that was published. */
  readonly primary: ReadonlySet<string>;
  readonly published: number;
  /** Trials whose counts were not those of the publication that followed. */
  readonly mistried: string[];
  readonly refusals: readonly string[];
};

/** Forgets what was published of the two sources. */
export async function forget(db: EntityManager): Promise<void> {
  for (const table of ['observation', 'vintage']) {
    await db.query(`DELETE FROM ${table} WHERE dataset_code = ANY($1)`, [[...DATASETS]]);
  }
}

export async function play(db: EntityManager, { area, seed, lone, steps }: Scenario): Promise<Played> {
  const communes = await communesOf(db, WHOLES[area]);
  const next = numbers(seed);
  const leaves = communes.flatMap((id) => FAMILIES.map((family) => `${id}/ESS_FAMILY=${family}`));
  const world = new Map(leaves.map((leaf) => [leaf, drawn(next)]));
  const worlds = new Map<string, Map<string, number>>();
  const primary = new Set<string>();
  const mistried: string[] = [];
  const refusals: string[] = [];
  let published = 0;
  const vintages: { dataset: string; id: string }[] = [];
  for (const step of steps) {
    if (step.kind === 'WITHDRAW') {
      const last = vintages.findLast(({ dataset }) => dataset === step.dataset);
      if (last === undefined) continue;
      vintages.splice(vintages.indexOf(last), 1);
      const how = { reason: 'Essai', actor: ACTOR, now: new Date(0), reader: 'NON_NEGATIVE' as const };
      const taken = await db.transaction((tx) => takeBack(tx, { vintageId: last.id, ...how }));
      if (taken.kind !== 'DONE') refusals.push(taken.kind);
      continue;
    }
    const draw = numbers(step.seed);
    const slice = `${step.dataset} ${step.period}`;
    const values = new Map(worlds.get(slice) ?? perturbed(world, numbers(seed + slice.length + step.period)));
    for (const leaf of values.keys()) if (draw(100) < step.changed) values.set(leaf, drawn(draw));
    const { cells, secrets } = fileOf(step, { area, communes, values, draw, lone });
    if (cells.length === 0) continue;
    // Time enough for the design to end: the same file then has the same pattern, tried or not.
    const request = { datasetCode: step.dataset, budgetMs: 8_000 };
    const tried = step.tried ? await publishCells(db, cells, { ...request, dryRun: true }) : null;
    const result = await publishCells(db, cells, request);
    if (tried !== null && countsOf(tried) !== countsOf(result)) {
      mistried.push(`${countsOf(tried)} tried, ${countsOf(result)} published`);
    }
    if (result.kind !== 'PUBLISHED') {
      refusals.push(countsOf(result));
      continue;
    }
    published += 1;
    worlds.set(slice, values);
    vintages.push({ dataset: step.dataset, id: result.vintageId ?? '' });
    for (const place of secrets) primary.add(`${step.period} ${place}`);
  }
  return { primary, published, mistried, refusals };
}

function countsOf(result: PublishFileResult): string {
  if (result.kind === 'REJECTED') return `REJECTED ${result.problems.map(({ code }) => code).join(' ')}`;
  if (result.kind !== 'PUBLISHED') return result.kind;
  const { inserted, revised, deleted, disclosure } = result;
  const { cells, published, suppressedPrimary, suppressedSecondary } = disclosure;
  return [inserted, revised, deleted, cells, published, suppressedPrimary, suppressedSecondary].join(' ');
}

/** Small figures and large ones, and zeros. */
function drawn(next: (below: number) => number): number {
  const kind = next(10);
  if (kind === 0) return 0;
  return kind < 5 ? 1 + next(15) : 20 + next(400);
}

/** Another source tells the same within a few per cent. */
function perturbed(world: ReadonlyMap<string, number>, next: (below: number) => number): Map<string, number> {
  return new Map([...world].map(([leaf, value]) => [leaf, Math.round(value * (0.97 + next(7) / 100))]));
}

type Drawing = {
  area: keyof typeof WHOLES;
  communes: readonly string[];
  values: ReadonlyMap<string, number>;
  draw: (below: number) => number;
  lone: number;
};

function fileOf(
  step: Step & { kind: 'PUBLISH' },
  { area, communes, values, draw, lone }: Drawing,
): { cells: SourceCell[]; secrets: string[] } {
  const { period, absent } = step;
  const families = area === 'FAMILIES' && step.families;
  const present = communes.filter(() => draw(100) >= absent);
  const secrets: string[] = [];
  const totalOf = (id: string) =>
    FAMILIES.reduce((sum, family) => sum + (values.get(`${id}/ESS_FAMILY=${family}`) ?? 0), 0);
  const line = (territory: string, breakdown: string, value: number, units: number): Line => {
    const place = breakdown === '' ? territory : `${territory}/${breakdown}`;
    if (value > 0 && units < 3) secrets.push(place);
    return [territory, value, { period, breakdown, units: value === 0 ? 0 : units, largest: null }];
  };
  const few = () => (draw(100) < lone ? 1 + draw(2) : 12);
  const lines: Line[] = [];
  for (const id of present) {
    const units = FAMILIES.map(few);
    const told = families
      ? FAMILIES.map((family, at) => {
          const breakdown = `ESS_FAMILY=${family}`;
          return line(id, breakdown, values.get(`${id}/${breakdown}`) ?? 0, units[at] ?? 12);
        })
      : [];
    lines.push(...told);
    if (step.totals || !families) lines.push(line(id, '', totalOf(id), families ? 12 : few()));
    if (step.withPrivate) {
      lines.push([id, 10 * totalOf(id) + 50, { period, indicator: 'PRIVATE_JOBS', units: 90 }]);
    }
  }
  if (step.withWhole && (step.totals || !families)) {
    const whole = communes.reduce((sum, id) => sum + totalOf(id), 0);
    lines.push(line(WHOLES[area], '', whole, 200));
  }
  return { cells: cellsOf(lines), secrets };
}
