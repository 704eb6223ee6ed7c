import { createLog, httpChangeSource, type Subgraph, serveSubgraph } from '@graphess/subgraph-kit';
import { connectDatabases } from './database.ts';
import { loadPlatformSubgraph, openPlatformSubgraph } from './open-platform-subgraph.ts';
import { FIRST_SUBGRAPH_PORT, platformSettings, SUBGRAPHS, type SubgraphName } from './settings.ts';
import { runProgram, stopOnSignals, terminalProgress } from './terminal.ts';

/** The whole program of a subgraph that runs on its own: database, data, copies, HTTP, clean stop. */
export function startSubgraph(subgraph: Subgraph & { readonly name: SubgraphName | string }): Promise<void> {
  return runProgram(async () => {
    const name = SUBGRAPHS.find((each) => each === subgraph.name);
    if (name === undefined) throw new RangeError(`Not a subgraph of the platform: ${subgraph.name}`);
    const settings = platformSettings();
    const progress = terminalProgress();
    const log = createLog({ name, level: settings.logLevel, pretty: !settings.production });
    const databases = await connectDatabases(settings, [name], progress);
    const open = await openPlatformSubgraph(subgraph, {
      url: databases.urlOf(name),
      settings,
      log,
      progress,
    });
    if (!settings.production) await loadPlatformSubgraph(open, settings, progress, false);
    open.follow(SUBGRAPHS.map((each) => httpChangeSource(each, settings.subgraphUrl(each))));
    const served = await serveSubgraph(open, {
      host: settings.host,
      port: settings.port(FIRST_SUBGRAPH_PORT + SUBGRAPHS.indexOf(name)),
    });
    progress(`${name} répond sur ${served.url}`);
    stopOnSignals(async () => {
      await served.stop();
      await open.close();
      await databases.release();
    }, progress);
  });
}
