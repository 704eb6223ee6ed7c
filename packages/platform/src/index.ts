export { connectDatabases, type Databases } from './database.ts';
export { loadPlatformSubgraph, openPlatformSubgraph } from './open-platform-subgraph.ts';
export { type Program, runCommand, runServer } from './program.ts';
export {
  DOMAINS,
  type DomainName,
  FIRST_SUBGRAPH_PORT,
  PROJECT_ROOT,
  platformSettings,
  type Settings,
  SUBGRAPHS,
  type SubgraphName,
} from './settings.ts';
export { startSubgraph } from './start-subgraph.ts';
export type { Progress } from './terminal.ts';
