import type { IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import {
  describeError,
  type Log,
  ROUTE_ANSWER_HEADER,
  type RouteAnswer,
  routeUrl,
  type ServiceIdentity,
  STATEMENT_HEADER,
  signStatement,
} from '@graphess/subgraph-kit';
import { traceHeaders } from '../seeing/trace-headers.ts';
import type { ForwardedCall, RouteTarget } from './route-target.ts';
import { unavailableRoute } from './unavailable-route.ts';

type Settings = { domain: string; url: string; identity: ServiceIdentity; log: Log };

/**
 * Reaches the routes of a subgraph over HTTP, streamed both ways, on a connection of its own: a body that was sent once
 * cannot be sent again on another when a kept one turns out to be closed.
 */
export function remoteTarget({ domain, url, identity, log }: Settings): RouteTarget {
  const base = new URL(url);
  return async (call) => {
    const { viewer, requestId, signal } = call;
    try {
      const statement = await signStatement(identity, { audience: domain, viewer, requestId });
      const response = await ask(base, call, { ...traceHeaders(), [STATEMENT_HEADER]: statement });
      if (response.headers[ROUTE_ANSWER_HEADER] === domain) return answerOf(response);
      response.destroy();
      throw new Error(`something else than its route answered ${response.statusCode}`);
    } catch (error) {
      signal.throwIfAborted();
      log.warn({ requestId, domain, ...describeError(error) }, 'subgraph did not answer');
      return unavailableRoute(domain, requestId);
    }
  };
}

function ask(base: URL, call: ForwardedCall, own: Record<string, string>): Promise<IncomingMessage> {
  const { route, announced, body, headers, signal } = call;
  const send = base.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = send({
      protocol: base.protocol,
      host: base.hostname.replace(/^\[|\]$/g, ''),
      port: base.port,
      // Written anew from what the gateway understood: two readers of one address may not see the same.
      path: pathOf(call),
      method: route.method,
      agent: false,
      headers: {
        ...headers,
        ...own,
        ...(announced === null ? {} : { 'content-length': announced }),
      },
      signal,
    });
    outgoing.once('response', resolve);
    outgoing.on('error', reject);
    if (route.method === 'GET') outgoing.end();
    else body.pipe(outgoing);
  });
}

function pathOf({ route, params, query }: ForwardedCall): string {
  const path = routeUrl(route.domain, route).replace(/:([a-zA-Z]+)/g, (_part, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const search = query.toString();
  return search === '' ? path : `${path}?${search}`;
}

function answerOf(response: IncomingMessage): RouteAnswer {
  const headers = Object.entries(response.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return { status: response.statusCode ?? 502, headers: Object.fromEntries(headers), body: response };
}
