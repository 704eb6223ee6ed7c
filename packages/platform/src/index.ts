export { connectDatabases, type Databases, restartDatabase } from './database.ts';
export { type IdentitySettings, ROLES, type Role } from './identity-settings.ts';
export { loadPlatformSubgraph, openPlatformSubgraph } from './open-platform-subgraph.ts';
export { type Program, runCommand, runServer } from './program.ts';
export type { QuotaSettings } from './quota-settings.ts';
export type { ResilienceSettings } from './resilience-settings.ts';
export { SERVICES, type ServiceName, serviceIdentity } from './service-identity.ts';
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
