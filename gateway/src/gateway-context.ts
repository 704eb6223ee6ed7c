import type { Viewer } from '@graphess/subgraph-kit';

/** What the gateway knows of one request. */
export type GatewayContext = { readonly viewer: Viewer; readonly requestId: string };
