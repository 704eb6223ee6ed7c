import { createLog, httpChangeSource, type Subgraph, serveSubgraph } from '@graphess/subgraph-kit';
import { connectDatabases } from './database.ts';
import { loadPlatformSubgraph, openPlatformSubgraph } from './open-platform-subgraph.ts';
import { runServer } from './program.ts';
import { serviceIdentity } from './service-identity.ts';
import { FIRST_SUBGRAPH_PORT, platformSettings, SUBGRAPHS } from './settings.ts';

/** The whole program of a subgraph that runs on its own: database, data, copies, HTTP, clean stop. */
export function startSubgraph(subgraph: Subgraph): Promise<void> {
  return runServer(async (program) => {
    const { progress, onStop } = program;
    const name = SUBGRAPHS.find((each) => each === subgraph.name);
    if (name === undefined) throw new RangeError(`Not a subgraph of the platform: ${subgraph.name}`);
    const settings = platformSettings();
    const log = createLog({ name, level: settings.logLevel, pretty: !settings.production });
    const identity = await serviceIdentity(settings, name);
    const databases = await connectDatabases(settings, [name], program);
    const open = await openPlatformSubgraph(subgraph, { url: databases.urlOf(name), settings, log });
    onStop(() => open.close());
    if (!settings.production) await loadPlatformSubgraph(open, settings, progress, false);
    await open.jobs.work();
    open.follow(SUBGRAPHS.map((each) => httpChangeSource(each, settings.subgraphUrl(each), identity)));
    const served = await serveSubgraph(open, {
      identity,
      host: settings.host,
      port: settings.port(FIRST_SUBGRAPH_PORT + SUBGRAPHS.indexOf(name)),
      introspection: !settings.production,
      lameDuckMs: settings.resilience.lameDuckMs,
    });
    onStop(() => served.stop());
    progress(`${name} répond sur ${served.url}`);
  });
}
