export { type CopyDifferences, compareCopy } from './compare-copy.ts';
export { OrganizationCopy } from './organization-copy.entity.ts';
export { followOrganizations, type OrganizationValue } from './organization-copy.follow.ts';
export { ReferenceTables1767225800000 } from './reference-tables.migration.ts';
export { rnaArgument, siretArgument } from './structure-arguments.ts';
export { territoryArgument } from './territory-argument.ts';
export { TerritoryCopy } from './territory-copy.entity.ts';
export { followTerritories, type TerritoryValue } from './territory-copy.follow.ts';
