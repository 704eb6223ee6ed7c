export {
  DEMONSTRATION_SIRET_COUNT,
  demonstrationSiret,
  isDemonstrationSiret,
} from './demonstration-siret.ts';
export {
  apiKeyId,
  applicationId,
  callId,
  communeId,
  datasetId,
  departmentId,
  epciId,
  eptId,
  eventId,
  type GlobalId,
  type IdPrefix,
  NODE_PREFIXES,
  needId,
  organizationId,
  type ParsedId,
  parseId,
  regionId,
  siaeId,
  TERRITORY_PREFIXES,
} from './global-id.ts';
export {
  formatRid,
  formatRidet,
  isRid,
  isRidet,
  normaliseRid,
  normaliseRidet,
} from './ridet.ts';
export { formatRna, isDocumentedRna, isRna, normaliseRna } from './rna.ts';
export { formatSiren, isSiren, normaliseSiren } from './siren.ts';
export { formatSiret, isSiret, normaliseSiret, sirenOfSiret } from './siret.ts';
export { isSlug, slugify } from './slug.ts';
export { formatTahitiNumber, isTahitiNumber, normaliseTahitiNumber } from './tahiti-number.ts';
export {
  isTerritoryId,
  type ParsedTerritoryId,
  parseTerritoryId,
  type TerritoryId,
  type TerritoryIdLevel,
} from './territory-id.ts';
export { formatTva, isTva, normaliseTva, tvaOfSiren } from './tva.ts';
