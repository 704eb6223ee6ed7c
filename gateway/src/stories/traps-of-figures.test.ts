import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts';
import { answerOf } from './answer-of.ts';

let graph: TestPlatform;
beforeAll(async () => {
  // As much as an agent may ask.
  graph = await testPlatform({ mode: 'one process', env: { MAX_COST: '5000' } });
});
afterAll(() => graph.stop());

const PANORAMA = 'Panorama départemental de l’Économie Sociale et Solidaire (ESS)';
const SHARES = ['ESS_ESTABLISHMENTS_SHARE', 'ESS_JOBS_SHARE', 'ESS_ESTABLISHMENTS_DEPARTMENT_SHARE'];

function countOf(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

test('T10: a figure that no document gives is MISSING and null, and a figure in words is approximate and quoted', async () => {
  const { ept } = await answerOf<{ ept: unknown }>(
    graph,
    `query ($codes: [String!]!) {
      ept: territories(within: "DEP:92", level: EPT) {
        code
        indicators(codes: $codes) { value approximate statement status provenance { quotation } }
      }
    }`,
    { codes: SHARES },
  );
  const nothing = { value: null, approximate: false, statement: null, status: 'MISSING', provenance: [] };
  const stated = (value: number | null, approximate: boolean, statement: string, quotation: string) => ({
    value,
    approximate,
    statement,
    status: value === null ? 'MISSING' : 'NORMAL',
    // The panorama is quoted; the two series it was drawn from are only named.
    provenance: [{ quotation }, { quotation: null }, { quotation: null }],
  });
  const ofBoucleNord =
    'les établissements de l’ESS représentent 5,5% des établissements privés, ce chiffre s’élève à 7,1% par rapport à l’emploi';
  const ofValleeSud = '7,9% des établissements et 11,6% des emplois de l’économie privée';
  const lower = 'la part d’établissements et d’emplois de l’ESS restent inférieures sur cet EPT';
  const aThird = 'Un tiers des établissements de l’ESS du département est situé à Paris Ouest La Défense';
  expect(ept).toEqual([
    {
      code: 'EPT:200057990',
      indicators: [
        stated(0.055, false, '5,5%', ofBoucleNord),
        stated(0.071, false, '7,1%', ofBoucleNord),
        nothing,
      ],
    },
    { code: 'EPT:200057974', indicators: [nothing, nothing, nothing] },
    {
      code: 'EPT:200057982',
      indicators: [
        stated(null, true, 'inférieures', lower),
        stated(null, true, 'inférieures', lower),
        stated(1 / 3, true, 'Un tiers', aThird),
      ],
    },
    {
      code: 'EPT:200057966',
      indicators: [
        stated(0.079, false, '7,9%', ofValleeSud),
        stated(0.116, false, '11,6%', ofValleeSud),
        nothing,
      ],
    },
  ]);
});

test('T11: every figure carries its document and its vintage; the panorama and the page of 2022 never mix', async () => {
  type Figure = {
    value: number | null;
    statement: string | null;
    vintage: { label: string; dataset: { code: string } } | null;
    provenance: { title: string; vintage: string | null }[];
  };
  type Figures = { indicators: Figure[] };
  const { indicators } = await answerOf<{ indicators: { code: string }[] }>(graph, '{ indicators { code } }');
  const { department, epts, communes } = await answerOf<{
    department: Figures;
    epts: Figures[];
    communes: Figures[];
  }>(
    graph,
    `query ($codes: [String!]!) {
      department: territory(code: "DEP:92") { ...figures }
      epts: territories(within: "DEP:92", level: EPT) { ...figures }
      communes: territories(within: "DEP:92", level: COMMUNE) { ...figures }
    }
    fragment figures on Territory {
      indicators(codes: $codes) {
        value statement vintage { label dataset { code } } provenance { title vintage }
      }
    }`,
    { codes: indicators.map(({ code }) => code) },
  );
  const given = [department, ...epts, ...communes]
    .flatMap((territory) => territory.indicators)
    .filter(({ value, statement }) => value !== null || statement !== null);
  const origins = given.map(({ vintage, provenance }) =>
    [
      vintage?.dataset.code,
      vintage?.label,
      ...provenance.map((each) => `${each.title}, ${each.vintage}`),
    ].join(' | '),
  );
  expect(countOf(origins)).toEqual({
    [`ESS-PANORAMA-92 | Panorama 2025-2026 | ${PANORAMA}, 2025-2026 | ACOSS URSSAF 2010 - 2023, 2010-2023 | FLORES (Fichier localisé des rémunérations et de l’emploi salarié), 2020 et 2021`]: 21,
    'ESS-PANORAMA-92 | Article RTES du 23 novembre 2022 | Nouvelle stratégie du département des Hauts-de-Seine pour le développement de l’ESS, 2022': 4,
  });
});

test('T12: Marnes-la-Coquette, the village whose rate stands for about 133 jobs, publishes the rate alone', async () => {
  type Marnes = { population: number; indicators: { value: number | null; status: string }[] };
  const { marnes } = await answerOf<{ marnes: Marnes }>(
    graph,
    `{
      marnes: territory(code: "COM:92047") {
        population
        indicators(codes: ["ESS_JOBS_PER_1000", "ESS_JOBS", "ESS_ESTABLISHMENTS"]) { value status }
      }
    }`,
  );
  expect(marnes).toEqual({
    population: 1_752,
    indicators: [
      { value: 76, status: 'NORMAL' },
      { value: null, status: 'MISSING' },
      { value: null, status: 'MISSING' },
    ],
  });
  expect(Math.round((76 * marnes.population) / 1000)).toBe(133);
});

test('T13: the four EPT hold the 36 communes of the département, and Argenteuil', async () => {
  type Ept = {
    partial: boolean;
    territory: { code: string; population: number; contains: { code: string }[] };
  };
  const { department, argenteuil } = await answerOf<{
    department: { population: number; containment: Ept[] };
    argenteuil: { name: string; population: number };
  }>(
    graph,
    `{
      department: territory(code: "DEP:92") {
        population
        containment(level: EPT) { partial territory { code population contains(level: COMMUNE) { code } } }
      }
      argenteuil: territory(code: "COM:95018") { name population }
    }`,
  );
  const epts = department.containment.map(({ partial, territory }) => ({
    code: territory.code,
    partial,
    communes: countOf(territory.contains.map(({ code }) => code.slice(0, 'COM:92'.length))),
  }));
  expect(epts).toEqual([
    { code: 'EPT:200057990', partial: true, communes: { 'COM:92': 6, 'COM:95': 1 } },
    { code: 'EPT:200057974', partial: false, communes: { 'COM:92': 8 } },
    { code: 'EPT:200057982', partial: false, communes: { 'COM:92': 11 } },
    { code: 'EPT:200057966', partial: false, communes: { 'COM:92': 11 } },
  ]);
  const ofEpts = department.containment.reduce((total, { territory }) => total + territory.population, 0);
  expect(argenteuil.name).toBe('Argenteuil');
  expect(ofEpts - department.population).toBe(argenteuil.population);
});

test('what nobody tells is told: the figures of Grand Paris Seine Ouest, 16 names, the amounts of three editions', async () => {
  type Unknowns = { totalCount: number; nodes: { subject: string; field: string; count: number | null }[] };
  const answer = await answerOf<Record<'names' | 'amounts' | 'figures', Unknowns>>(
    graph,
    `{
      names: unknowns(reason: [NAMES_NOT_PUBLISHED]) { ...all }
      amounts: unknowns(reason: [AMOUNTS_NOT_PUBLISHED]) { ...all }
      figures: unknowns(reason: [NO_SOURCE], within: "EPT:200057974", first: 100) { ...all }
    }
    fragment all on UnknownConnection { totalCount nodes { subject field count } }`,
  );
  expect(answer.names.nodes).toEqual([{ subject: 'CALL:3', field: 'laureates', count: 16 }]);
  expect(answer.amounts.nodes.filter(({ field }) => field === 'laureates.awarded')).toEqual(
    [13, 14, 16].map((count, index) => ({ subject: `CALL:${index + 1}`, field: 'laureates.awarded', count })),
  );
  expect(
    answer.figures.nodes.filter(({ subject }) => subject === 'EPT:200057974').map(({ field }) => field),
  ).toEqual([
    'ESS_ESTABLISHMENTS',
    'ESS_ESTABLISHMENTS_SHARE',
    'ESS_JOBS',
    'ESS_JOBS_PER_1000',
    'ESS_JOBS_SHARE',
  ]);
});
