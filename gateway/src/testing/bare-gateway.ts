import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphQLDataSource } from '@apollo/gateway';
import { platformSettings } from '@graphess/platform';
import type { Log, OpenSubgraph } from '@graphess/subgraph-kit';
import { pino } from 'pino';
import { lineSettings } from '../data-source/line-settings.ts';
import { type LineSettings, subgraphLine } from '../data-source/subgraph-line.ts';
import { type SubgraphAnswer, subgraphRequest } from '../data-source/subgraph-request.ts';
import { createGateway } from '../gateway.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { Guard } from '../guards.ts';
import { localTarget } from '../routes/local-target.ts';

export type BareGateway = { readonly url: string; readonly port: number; stop(): Promise<void> };

type Options = {
  env?: Record<string, string>;
  without?: readonly Guard[];
  /** What subgraphs answer; nothing when absent. */
  answer?: (domain: string, signal: AbortSignal) => Promise<SubgraphAnswer>;
  /** The gateway's own part of the graph; not open when absent. */
  access?: OpenSubgraph;
  /** Where events go; nowhere when absent. */
  log?: Log;
};

/** The gateway without a database nor subgraphs behind it, for what happens at its door. */
export async function bareGateway({
  env = {},
  without = [],
  answer,
  access,
  ...more
}: Options = {}): Promise<BareGateway> {
  const dataDir = await mkdtemp(join(tmpdir(), 'graphess-door-'));
  const settings = platformSettings({ LOG_LEVEL: 'silent', DATA_DIR: dataDir, PORT: '0', ...env });
  const log = more.log ?? pino({ level: 'silent' });
  const guards = new Set(without);
  const gateway = await createGateway({
    settings,
    log,
    without: guards,
    access: () => access,
    dataSource: (domain) =>
      lineSource(
        lineSettings(domain, settings, log, guards),
        answer ?? (() => Promise.reject(new Error('none'))),
      ),
    routeTarget: (domain) => localTarget(domain, () => undefined),
    domainStates: async () => [{ domain: 'grants', ready: true, follows: [] }],
  });
  const url = await gateway.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    port: Number(new URL(url).port),
    async stop() {
      await gateway.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

function lineSource(
  settings: LineSettings,
  answer: (domain: string, signal: AbortSignal) => Promise<SubgraphAnswer>,
): GraphQLDataSource<GatewayContext> {
  const line = subgraphLine(settings);
  return {
    process: (options) => line.ask(subgraphRequest(options), (signal) => answer(settings.domain, signal)),
  };
}
