import {
  connectDatabases,
  DOMAINS,
  loadPlatformSubgraph,
  openPlatformSubgraph,
  type Settings,
  SUBGRAPHS,
} from '@graphess/platform';
import {
  GATEWAY_SERVICE,
  httpChangeSource,
  type Log,
  type OpenSubgraph,
  type ServedSubgraph,
  type StatementListener,
  serveSubgraph,
  type Viewer,
} from '@graphess/subgraph-kit';
import { signedClient, testIdentities } from '@graphess/subgraph-kit/testing';
import { access } from '../access/access.ts';
import { lineSettings } from '../data-source/line-settings.ts';
import { remoteDataSource } from '../data-source/remote-data-source.ts';
import { createGateway } from '../gateway.ts';
import { statementGuards, type WithoutGuards } from '../guards.ts';
import { remoteDomainState } from '../http/remote-domain-state.ts';
import { remoteTarget } from '../routes/remote-target.ts';
import { subgraphs } from '../subgraphs.ts';

export type Signer = { as?: string; viewer?: Viewer; requestId?: string; now?: Date; audience?: string };

/** Each subgraph behind real HTTP on loopback, and the gateway before them. */
export async function startServices(
  settings: Settings,
  without: WithoutGuards,
  log: Log,
  onStatement: StatementListener,
  onFetch: () => void,
) {
  const databases = await connectDatabases(settings, DOMAINS, { progress: () => {}, onStop: () => {} });
  const own = await openPlatformSubgraph(access, {
    url: databases.urlOf('access'),
    settings,
    log,
    onStatement,
    without: without.has('permissions') ? 'permissions' : undefined,
  });
  const identityOf = await testIdentities(...SUBGRAPHS);
  const open = new Map<string, OpenSubgraph>();
  const served = new Map<string, ServedSubgraph>();
  for (const name of SUBGRAPHS) {
    const each = await openPlatformSubgraph(subgraphs[name], {
      url: databases.urlOf(name),
      settings,
      log,
      onStatement,
      without: without.has('permissions') ? 'permissions' : undefined,
    });
    await loadPlatformSubgraph(each, settings, () => {}, false);
    await each.jobs.work();
    open.set(name, each);
    served.set(
      name,
      await serveSubgraph(each, {
        host: '127.0.0.1',
        port: 0,
        identity: identityOf(name),
        introspection: !settings.production,
        without: statementGuards(without),
      }),
    );
  }
  const urlOf = (name: string) => served.get(name)?.url ?? 'http://127.0.0.1:9';
  for (const [follower, each] of open) {
    each.follow(SUBGRAPHS.map((name) => httpChangeSource(name, urlOf(name), identityOf(follower))));
  }
  await Promise.all([...open.values()].map((each) => each.catchUp()));
  const gateway = await createGateway({
    log,
    settings,
    without,
    access: () => own,
    dataSource: (domain) => {
      const remote = remoteDataSource({
        ...lineSettings(domain, settings, log, without),
        url: urlOf(domain),
        identity: identityOf('gateway'),
      });
      return {
        process: (options) => {
          onFetch();
          return remote.process(options);
        },
      };
    },
    routeTarget: (domain) =>
      remoteTarget({ domain, url: urlOf(domain), identity: identityOf('gateway'), log }),
    domainStates: () => Promise.all(SUBGRAPHS.map((name) => remoteDomainState(name, urlOf(name)))),
  });
  const url = await gateway.listen({ host: '127.0.0.1', port: settings.port(0) });
  return {
    url,
    open,
    subgraphUrls: new Map(SUBGRAPHS.map((name) => [name, urlOf(name)])),
    signedClient: (domain: string, { as = GATEWAY_SERVICE, ...signer }: Signer = {}) =>
      signedClient({ url: urlOf(domain), audience: domain, identity: identityOf(as), ...signer }),
    kill: async (domain: string) => served.get(domain)?.stop(),
    async stop() {
      await gateway.stop();
      for (const each of served.values()) await each.stop();
      for (const each of open.values()) await each.close();
      await own.close();
    },
  };
}
