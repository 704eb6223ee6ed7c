export { testIdentities } from './service-identities.ts';
export { type SignedClient, signedClient } from './signed-client.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
export { type TestSubgraph, testSubgraph } from './test-subgraph.ts';
