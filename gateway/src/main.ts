import {
  connectDatabases,
  openPlatformSubgraph,
  platformSettings,
  runServer,
  SUBGRAPHS,
  serviceIdentity,
} from '@graphess/platform';
import { createLog } from '@graphess/subgraph-kit';
import { access } from './access/access.ts';
import { lineSettings } from './data-source/line-settings.ts';
import { remoteDataSource } from './data-source/remote-data-source.ts';
import { ensureExplorer } from './explorer/build-explorer.ts';
import { registerExplorer } from './explorer/serve-explorer.ts';
import { createGateway } from './gateway.ts';
import { remoteDomainState } from './http/remote-domain-state.ts';
import { remoteTarget } from './routes/remote-target.ts';
import { startTracing } from './seeing/tracing.ts';

/** The gateway alone, in front of subgraphs that run on their own. */
await runServer(async (program) => {
  const { progress, onStop } = program;
  const settings = platformSettings(undefined, { door: true });
  const log = createLog({ name: 'gateway', level: settings.logLevel, pretty: !settings.production });
  const tracing = await startTracing(settings, 'gateway');
  onStop(() => tracing.stop());
  const explorer = settings.production ? null : ensureExplorer(progress);
  onStop(async () => explorer?.stop());
  const databases = await connectDatabases(settings, ['access'], program);
  const own = await openPlatformSubgraph(access, { url: databases.urlOf('access'), settings, log });
  onStop(() => own.close());
  await own.jobs.work();
  const identity = await serviceIdentity(settings, 'gateway');
  const urlOf = (domain: string) => {
    const name = SUBGRAPHS.find((each) => each === domain);
    if (name === undefined) throw new RangeError(`The supergraph names an unknown subgraph: ${domain}`);
    return settings.subgraphUrl(name);
  };
  const gateway = await createGateway({
    log,
    settings,
    access: () => own,
    dataSource: (domain) => {
      return remoteDataSource({
        ...lineSettings(domain, settings, log),
        url: urlOf(domain),
        identity,
      });
    },
    routeTarget: (domain) => remoteTarget({ domain, url: urlOf(domain), identity, log }),
    domainStates: () =>
      Promise.all([
        ...SUBGRAPHS.map((name) => remoteDomainState(name, settings.subgraphUrl(name))),
        own.readiness().then(({ ready, follows }) => ({ domain: 'access', ready, follows })),
      ]),
    ...(explorer ? { extend: (app) => registerExplorer(app, explorer) } : {}),
  });
  onStop(() => gateway.stop());
  const url = await gateway.listen({ host: settings.host, port: settings.port(4000) });
  progress(`La passerelle répond sur ${url}/graphql`);
});
