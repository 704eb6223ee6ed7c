import type { Viewer } from '@graphess/subgraph-kit';
import type { Allowance } from './quota/allowance.ts';
import type { RequestRecord } from './seeing/request-record.ts';

/** What the gateway knows of one request. */
export type GatewayContext = {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** What is noted of it for the log and the metrics. */
  readonly record?: RequestRecord;
  /** Aborted when the client left or has waited long enough: what is not fetched yet is not fetched any more. */
  readonly signal?: AbortSignal;
  /** Counts the cost of the operation against the viewer's quota; throws a RATE_LIMITED fault when it is spent. */
  spendPoints(cost: number): Promise<Allowance>;
};
