import {
  communesOfArea,
  type DemonstrationStructure,
  demonstrationStructures,
} from '@graphess/demonstration';
import { upsertRows } from '@graphess/subgraph-kit';
import { type TestSubgraph, testSubgraph } from '@graphess/subgraph-kit/testing';
import { procurement } from '../procurement.ts';

export const STRUCTURES: readonly DemonstrationStructure[] = demonstrationStructures({
  area: '92',
  scale: 1,
});

/** How every load of these tests is set. */
export const LOAD = {
  dataDir: 'data',
  area: '92',
  demonstration: true,
  scale: 1,
  thorough: false,
  onProgress: () => {},
};

/** Its former code, and its EPT. */
const OF_NANTERRE = ['COM:75050', 'EPT:200057982'];

/** A directory of invented SIAE of the Hauts-de-Seine, with the copies that its siblings would have fed. */
export async function aDirectory(): Promise<TestSubgraph> {
  const graph = await testSubgraph(procurement);
  await graph.open.load(LOAD);
  const communes = communesOfArea('92').map(({ id, name, population }) => ({
    id,
    name,
    level: 'COMMUNE',
    population,
    within: [id, ...(id === 'COM:92050' ? OF_NANTERRE : []), 'DEP:92', 'REG:11'],
    within_partly: [],
  }));
  const organizations = STRUCTURES.map(({ organizationId: id, name, siret }) => ({
    id,
    name,
    aliases: [],
    siret,
  }));
  await upsertRows(graph.db, 'territory_copy', ['id'], communes);
  await upsertRows(graph.db, 'organization_copy', ['id'], organizations);
  return graph;
}
