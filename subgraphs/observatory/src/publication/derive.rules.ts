import type { IndicatorCode } from '../indicator/indicator.code.ts';
import type { DerivationInput } from '../observation/observation-revision.entity.ts';
import type { Geography } from './cube-cell.ts';

/** A total that derived figures are computed from. A hidden one is known, and nothing of it may be told. */
export type Total = {
  readonly id: string;
  readonly territory: string;
  readonly value: number | null;
  readonly isHidden: boolean;
  readonly status: string;
  readonly vintageId: string;
  /** Whether it compares to the one of the year before. */
  readonly comparable: boolean;
};

export type Totals = ReadonlyMap<string, Total>;

/** What a year has, by territory; `before` is the year before it. */
export type Year = {
  readonly of: (indicator: IndicatorCode) => Totals;
  readonly before: (indicator: IndicatorCode) => Totals;
  readonly geography: Geography;
  readonly population: ReadonlyMap<string, { count: number; year: number | null }>;
};

/** A derived figure. Hidden, or without meaning, it has neither value nor inputs. */
export type Derived = {
  readonly indicator: IndicatorCode;
  readonly territory: string;
  readonly value: number | null;
  readonly status: string;
  readonly inputs: DerivationInput[] | null;
};

/** Every derived figure of a year. */
export function derivedOf(year: Year): Derived[] {
  return [
    ...quotients(year, 'ESS_JOBS_SHARE', 'ESS_JOBS', 'PRIVATE_JOBS'),
    ...quotients(year, 'ESS_ESTABLISHMENTS_SHARE', 'ESS_ESTABLISHMENTS', 'PRIVATE_ESTABLISHMENTS'),
    ...perThousand(year),
    ...departmentShares(year),
    ...ranks(year),
    ...topFive(year, 'ESS_JOBS_TOP5_SHARE', 'ESS_JOBS'),
    ...topFive(year, 'ESS_ESTABLISHMENTS_TOP5_SHARE', 'ESS_ESTABLISHMENTS'),
    ...growthOf(year),
  ].filter(isSaid);
}

/** Of what cannot be computed nothing is said. */
const isSaid = ({ status }: Derived) => status !== 'MISSING';

/** How each year compares to the one before. */
export function growthOf(year: Year): Derived[] {
  return [
    ...growths(year, 'ESS_JOBS_GROWTH', 'ESS_JOBS'),
    ...growths(year, 'ESS_ESTABLISHMENTS_GROWTH', 'ESS_ESTABLISHMENTS'),
  ].filter(isSaid);
}

/** The value of a derived figure, from its inputs alone: what anybody may check. Null when it has no meaning. */
export function computed(
  indicator: IndicatorCode,
  inputs: readonly Pick<DerivationInput, 'role' | 'value'>[],
): number | null {
  const of = (role: string) => inputs.find((input) => input.role === role)?.value ?? Number.NaN;
  switch (indicator) {
    case 'ESS_JOBS_PER_1000':
      return ratio(1000 * of('NUMERATOR'), of('POPULATION'));
    case 'ESS_JOBS_RANK':
      return of('AHEAD') + 1;
    case 'ESS_JOBS_TOP5_SHARE':
    case 'ESS_ESTABLISHMENTS_TOP5_SHARE':
      return ratio(
        inputs.filter(({ role }) => role === 'TOP').reduce((sum, { value }) => sum + value, 0),
        of('DENOMINATOR'),
      );
    case 'ESS_JOBS_GROWTH':
    case 'ESS_ESTABLISHMENTS_GROWTH': {
      const times = ratio(of('CURRENT'), of('PREVIOUS'));
      return times === null ? null : times - 1;
    }
    default:
      return ratio(of('NUMERATOR'), of('DENOMINATOR'));
  }
}

function ratio(numerator: number, denominator: number): number | null {
  return denominator > 0 ? numerator / denominator : null;
}

function quotients(
  year: Year,
  indicator: IndicatorCode,
  above: IndicatorCode,
  below: IndicatorCode,
): Derived[] {
  const denominators = year.of(below);
  return [...year.of(above).values()].flatMap((numerator) => {
    const denominator = denominators.get(numerator.territory);
    return denominator === undefined ? [] : [quotient(indicator, numerator, denominator)];
  });
}

function quotient(indicator: IndicatorCode, numerator: Total, denominator: Total): Derived {
  return derived(indicator, numerator.territory, [numerator, denominator], () => [
    inputOf('NUMERATOR', numerator),
    inputOf('DENOMINATOR', denominator),
  ]);
}

function perThousand({ of, population }: Year): Derived[] {
  return [...of('ESS_JOBS').values()].flatMap((jobs) => {
    const people = population.get(jobs.territory);
    if (people === undefined) return [];
    const id = `POPULATION:${jobs.territory}`;
    return [
      derived('ESS_JOBS_PER_1000', jobs.territory, [jobs], () => [
        inputOf('NUMERATOR', jobs),
        { role: 'POPULATION', id, value: people.count, vintageId: null },
        ...(people.year === null
          ? []
          : [{ role: 'POPULATION_YEAR', id, value: people.year, vintageId: null }]),
      ]),
    ];
  });
}

/** Communes of each département, and EPT that lie wholly in it: what a part of another one has is no share of this one. */
function departmentShares({ of, geography }: Year): Derived[] {
  const counts = of('ESS_ESTABLISHMENTS');
  return departmentsOf(geography).flatMap(({ department, communes }) => {
    const whole = counts.get(department);
    if (whole === undefined) return [];
    const inside = new Set(communes);
    const epts = [...geography].flatMap(([id, members]) =>
      id.startsWith('EPT:') && members.every((member) => inside.has(member)) ? [id] : [],
    );
    return [...communes, ...epts].flatMap((territory) => {
      const part = counts.get(territory);
      return part === undefined ? [] : [quotient('ESS_ESTABLISHMENTS_DEPARTMENT_SHARE', part, whole)];
    });
  });
}

/** Communes of each département by jobs, when each is told or hidden; hidden ones are left out, ties share a rank. */
function ranks({ of, geography }: Year): Derived[] {
  const jobs = of('ESS_JOBS');
  return departmentsOf(geography).flatMap(({ department, communes }) => {
    const present = communes.flatMap((commune) => jobs.get(commune) ?? []);
    // A commune that nobody tells of may come before any other.
    if (!communes.every((commune) => isRankable(jobs.get(commune)))) return [];
    const shown = present.flatMap(({ value, isHidden }) => (value === null || isHidden ? [] : [value]));
    return present.map((each) =>
      derived('ESS_JOBS_RANK', each.territory, [each], () => [
        inputOf('OWN', each),
        {
          role: 'AHEAD',
          id: `RANKED:${department}`,
          value: shown.filter((value) => value > (each.value ?? 0)).length,
          vintageId: null,
        },
      ]),
    );
  });
}

const isRankable = (total: Total | undefined) =>
  total !== undefined && (total.isHidden || total.value !== null);

/** Told only of a département whose every commune is told: which five come first bounds all the others. */
function topFive({ of, geography }: Year, indicator: IndicatorCode, from: IndicatorCode): Derived[] {
  const totals = of(from);
  return departmentsOf(geography).flatMap(({ department, communes }) => {
    const whole = totals.get(department);
    const present = communes.flatMap((commune) => totals.get(commune) ?? []);
    if (whole === undefined || present.length < communes.length || present.length < 5) return [];
    return [
      derived(indicator, department, [whole, ...present], () => [
        ...present
          .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0) || (a.territory < b.territory ? -1 : 1))
          .slice(0, 5)
          .map((each) => inputOf('TOP', each)),
        inputOf('DENOMINATOR', whole),
      ]),
    ];
  });
}

function growths({ of, before }: Year, indicator: IndicatorCode, from: IndicatorCode): Derived[] {
  const previous = before(from);
  return [...of(from).values()].flatMap((current) => {
    const earlier = previous.get(current.territory);
    if (earlier === undefined) return [];
    const inputs = () => [inputOf('CURRENT', current), inputOf('PREVIOUS', earlier)];
    const result = derived(indicator, current.territory, [current, earlier], inputs);
    if (current.comparable || result.status === 'SUPPRESSED_SECONDARY') return [result];
    return [withoutMeaning(indicator, current.territory)];
  });
}

/** A figure computed from a hidden one tells it: it is hidden too. */
function derived(
  indicator: IndicatorCode,
  territory: string,
  from: readonly Total[],
  inputsOf: () => DerivationInput[],
): Derived {
  if (from.some(({ isHidden }) => isHidden)) {
    return { indicator, territory, value: null, status: 'SUPPRESSED_SECONDARY', inputs: null };
  }
  if (from.some(({ value }) => value === null)) {
    return { indicator, territory, value: null, status: 'MISSING', inputs: null };
  }
  const inputs = inputsOf();
  const value = computed(indicator, inputs);
  if (value === null) return withoutMeaning(indicator, territory);
  const status = ['PROVISIONAL', 'ESTIMATED'].find((each) => from.some((total) => total.status === each));
  return { indicator, territory, value, status: status ?? 'NORMAL', inputs };
}

const withoutMeaning = (indicator: IndicatorCode, territory: string): Derived => ({
  indicator,
  territory,
  value: null,
  status: 'NOT_APPLICABLE',
  inputs: null,
});

function inputOf(role: string, { id, value, vintageId }: Total): DerivationInput {
  return { role, id, value: value ?? 0, vintageId };
}

function departmentsOf(geography: Geography): { department: string; communes: readonly string[] }[] {
  return [...geography].flatMap(([id, communes]) =>
    id.startsWith('DEP:') ? [{ department: id, communes }] : [],
  );
}
