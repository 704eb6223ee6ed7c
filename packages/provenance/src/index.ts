export { Claim } from './claim.entity.ts';
export { claimFeed, followClaims } from './claim.feed.ts';
export { ClaimResolver } from './claim.resolver.ts';
export {
  type ClaimRecord,
  DEMONSTRATION_SOURCE,
  loadClaims,
  loadSources,
  readSources,
  type SourceRecord,
  type SubjectClaim,
} from './load-provenance.ts';
export { PROVENANCE_ROWS } from './provenance.permissions.ts';
export { claimsOfSubject, provenanceOf, sourceById } from './provenance.queries.ts';
export { ProvenanceTables1767225700000 } from './provenance-tables.migration.ts';
export { Source } from './source.entity.ts';
export { UNKNOWN_VALUE_REASONS, UnknownValue, type UnknownValueReason } from './unknown-value.entity.ts';
export { followUnknowns, loadUnknowns, type UnknownRecord, unknownFeed } from './unknown-value.feed.ts';
export { UnknownValue1767227700000 } from './unknown-value.migration.ts';
