import { type ServiceIdentity, signStatement } from '@graphess/subgraph-kit';
import type { GatewayContext } from '../gateway-context.ts';

/** Signs once per request for one subgraph: a query plan may fetch from it many times. */
export function statementsFor(
  identity: ServiceIdentity,
  audience: string,
): (ctx: GatewayContext) => Promise<string> {
  const signed = new WeakMap<GatewayContext, Promise<string>>();
  return (ctx) => {
    const known = signed.get(ctx);
    if (known !== undefined) return known;
    const statement = signStatement(identity, { audience, viewer: ctx.viewer, requestId: ctx.requestId });
    signed.set(ctx, statement);
    return statement;
  };
}
