export { createTestDatabase, type TestDatabase } from './test-database.ts';
export { type TestSubgraph, testSubgraph } from './test-subgraph.ts';
