import { organizationId } from '@graphess/identifiers';
import { type Clock, readDataFile, upsertRows } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { grants } from '../grants.ts';

/** The EPT of the communes that laureates act in, and of a few others. */
const EPT_BY_COMMUNE: Readonly<Record<string, readonly [name: string, ept: string]>> = {
  '92002': ['Antony', '200057966'],
  '92007': ['Bagneux', '200057966'],
  '92023': ['Clamart', '200057966'],
  '92046': ['Malakoff', '200057966'],
  '92049': ['Montrouge', '200057966'],
  '92071': ['Sceaux', '200057966'],
  '92040': ['Issy-les-Moulineaux', '200057974'],
  '92048': ['Meudon', '200057974'],
  '92047': ['Marnes-la-Coquette', '200057974'],
  '92026': ['Courbevoie', '200057982'],
  '92050': ['Nanterre', '200057982'],
  '92063': ['Rueil-Malmaison', '200057982'],
  '92024': ['Clichy', '200057990'],
};

/** Codes that communes had, as their owner sends them. */
const FORMER_CODES: Readonly<Record<string, readonly string[]>> = { '92002': ['COM:75002'] };

const LARGER = [
  { id: 'EPT:200057966', name: 'Vallée Sud-Grand Paris', within: ['DEP:92', 'REG:11'], within_partly: [] },
  { id: 'EPT:200057974', name: 'Grand Paris Seine Ouest', within: ['DEP:92', 'REG:11'], within_partly: [] },
  { id: 'EPT:200057982', name: 'Paris Ouest La Défense', within: ['DEP:92', 'REG:11'], within_partly: [] },
  {
    id: 'EPT:200057990',
    name: 'Boucle Nord de Seine',
    within: ['REG:11'],
    within_partly: ['DEP:92', 'DEP:95'],
  },
  { id: 'DEP:92', name: 'Hauts-de-Seine', within: ['REG:11'], within_partly: [] },
  { id: 'REG:11', name: 'Île-de-France', within: [], within_partly: [] },
];

const territories = [
  ...LARGER.map((territory) => ({ ...territory, within: [territory.id, ...territory.within] })),
  ...Object.entries(EPT_BY_COMMUNE).map(([code, [name, ept]]) => ({
    id: `COM:${code}`,
    name,
    within: [`COM:${code}`, ...(FORMER_CODES[code] ?? []), 'DEP:92', `EPT:${ept}`, 'REG:11'],
    within_partly: [],
  })),
  { id: 'COM:75056', name: 'Paris', within: ['COM:75056', 'DEP:75', 'REG:11'], within_partly: [] },
].map((territory) => ({ ...territory, level: 'ANY', population: null }));

type OrganizationRecord = {
  slug: string;
  name: string;
  aliases: string[];
  siret: string | null;
  roles: { role: string }[];
};

export const HAUTS_DE_SEINE = {
  dataDir: 'data',
  area: '92',
  demonstration: true,
  scale: 1,
  thorough: false,
  onProgress: () => {},
};

/** Grants with the facts of the Hauts-de-Seine, and the territories and organisations that they name. */
export async function loadedGrants(options: { clock?: Clock } = {}): Promise<TestSubgraph> {
  const graph = await testSubgraph(grants, options);
  await graph.open.load(HAUTS_DE_SEINE);
  await upsertRows(graph.db, 'territory_copy', ['id'], territories);
  const organizations = readDataFile<OrganizationRecord[]>('data', '92', 'organizations.json', []);
  await upsertRows(
    graph.db,
    'organization_copy',
    ['id'],
    organizations.map(({ slug, name, aliases, siret, roles }) => ({
      id: organizationId(slug),
      name,
      aliases,
      siret,
      roles: roles.map(({ role }) => role).sort(),
    })),
  );
  return graph;
}
