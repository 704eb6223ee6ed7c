import { seededRandom } from '@graphess/demonstration';
import type { IndicatorCode } from '../indicator/indicator.code.ts';

export type Commune = { id: string; population: number };
export type Group = { id: string; communes: readonly string[] };
export type Places = { communes: readonly Commune[]; groups: readonly Group[] };

/** What is really known, that no invented figure may replace or contradict. */
export type KnownFacts = {
  isKnown(indicator: IndicatorCode, territory: string): boolean;
  jobsPer1000: ReadonlyMap<string, number>;
  rankByJobs: ReadonlyMap<string, number>;
  leadingByEstablishments: ReadonlySet<string>;
};

export type InventedFigure = { indicator: IndicatorCode; territory: string; year: number; value: number };

/** A cell built from fewer establishments is a statistical secret: demonstration figures do not show one. */
const LEAST_ESTABLISHMENTS = 3;

type Counts = { establishments: number; jobs: number; population: number };

/**
 * Invents establishments, jobs and jobs per 1 000 inhabitants of communes, and of the groups as the sums of theirs.
 * Decided by the communes alone: the same every time. Communes that are really said to lead do lead. A group of which
 * one commune has no figure has none either.
 */
export function inventFigures(
  { communes, groups }: Places,
  years: readonly number[],
  known: KnownFacts,
): InventedFigure[] {
  return years.flatMap((year, index) => {
    const counts = new Map<string, Counts>();
    for (const commune of communes) {
      const invented = inventCounts(commune, years.length - 1 - index, known);
      if (invented.establishments >= LEAST_ESTABLISHMENTS) counts.set(commune.id, invented);
    }
    orderByRank(counts, known.rankByJobs);
    for (const group of groups) {
      const members = group.communes.flatMap((id) => counts.get(id) ?? []);
      if (members.length === group.communes.length && members.length > 0) counts.set(group.id, sum(members));
    }
    return [...counts].flatMap(([territory, each]) =>
      figuresOf(each)
        .filter(([indicator]) => !known.isKnown(indicator, territory))
        .map(([indicator, value]) => ({ indicator, territory, year, value })),
    );
  });
}

function inventCounts({ id, population }: Commune, yearsBeforeLast: number, known: KnownFacts): Counts {
  const random = seededRandom(`demonstration figures ${id}`);
  const between = (least: number, most: number) => least + random() * (most - least);
  const establishmentsPer1000 = known.leadingByEstablishments.has(id) ? between(3.4, 3.8) : between(2, 2.6);
  const drawnJobsPer1000 = known.rankByJobs.has(id) ? between(45, 50) : between(18, 32);
  const jobsPer1000 = known.jobsPer1000.get(id) ?? drawnJobsPer1000;
  const growth = between(-0.01, 0.02);
  const scale = (population / 1000) * (1 - growth * yearsBeforeLast);
  return {
    establishments: Math.round(establishmentsPer1000 * scale),
    jobs: Math.round(jobsPer1000 * scale),
    population,
  };
}

/** Hands the numbers of jobs of ranked communes out again, the largest to the first: a printed rate is too round to tell. */
function orderByRank(counts: Map<string, Counts>, rankByJobs: ReadonlyMap<string, number>): void {
  const ranked = [...counts]
    .map(([id, each]) => ({ id, each, rank: rankByJobs.get(id) ?? 0 }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => a.rank - b.rank);
  const jobs = ranked.map(({ each }) => each.jobs).sort((a, b) => b - a);
  ranked.forEach(({ id, each }, index) => {
    counts.set(id, { ...each, jobs: jobs[index] ?? each.jobs });
  });
}

function sum(counts: readonly Counts[]): Counts {
  return counts.reduce((total, each) => ({
    establishments: total.establishments + each.establishments,
    jobs: total.jobs + each.jobs,
    population: total.population + each.population,
  }));
}

function figuresOf({ establishments, jobs, population }: Counts): [IndicatorCode, number][] {
  return [
    ['ESS_ESTABLISHMENTS', establishments],
    ['ESS_JOBS', jobs],
    ['ESS_JOBS_PER_1000', Math.round((jobs * 1000) / population)],
  ];
}
