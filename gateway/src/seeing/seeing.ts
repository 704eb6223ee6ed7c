import type { GraphQLDataSource } from '@apollo/gateway';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Log, OpenSubgraph } from '@graphess/subgraph-kit';
import { context, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BreakerState } from '../data-source/breaker.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { codesOf, codesOfBody, type Ending, outcomeOf, requestLine } from './request-line.rules.ts';
import { newRecord, type RequestRecord } from './request-record.ts';

/** A source that may tell how its circuit breaker is. */
export type WatchedSource = GraphQLDataSource<GatewayContext> & { breakerState?: () => BreakerState };

export type Seeing = {
  /** To be called before anything else is added to the server: what refuses a request is seen too. */
  attach(app: FastifyInstance): void;
  readonly metrics: Metrics;
  /** Notes what Apollo knows of a request: the last of the plugins, so that it sees what the others did. */
  readonly plugin: ApolloServerPlugin<GatewayContext>;
  /** The same source, whose fetches are counted. */
  watch(domain: string, source: WatchedSource): GraphQLDataSource<GatewayContext>;
};

type Options = {
  log: Log;
  /** Whether a document is one of the platform's own, by the SHA-256 of its text. */
  isTrusted(hash: string): boolean;
  /** The domains whose database this process holds. */
  open(): Iterable<OpenSubgraph>;
};

/** Longest answer before the graph that is read for its codes: refusals are short. */
const LONGEST_REFUSAL = 4_096;
/** Asked by machines again and again. */
const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/version']);

/** One structured log line, one span and the metrics for every request, those included that never reach the graph. */
export function createSeeing({ log, isTrusted, open }: Options): Seeing {
  const metrics = createMetrics(open);
  const tracer = trace.getTracer('graphess');

  const attach = (app: FastifyInstance): void => {
    app.addHook('onRequest', (request, reply, done) => {
      // The trace begins here: outsiders do not choose what is traced.
      const span = tracer.startSpan('request', { kind: SpanKind.SERVER }, ROOT_CONTEXT);
      const record = newRecord(request, span);
      request.record = record;
      reply.raw.once('close', () => finish(record, request, reply));
      context.with(trace.setSpan(ROOT_CONTEXT, span), done);
    });
    // The body arrives in another asynchronous context.
    app.addHook('preValidation', (request, _reply, done) => {
      if (request.record === undefined) done();
      else context.with(trace.setSpan(ROOT_CONTEXT, request.record.span), done);
    });
    app.addHook('onSend', async (request, reply, payload) => {
      const { record } = request;
      if (record === undefined || reply.statusCode < 400) return;
      if (typeof payload === 'string' && payload.length <= LONGEST_REFUSAL)
        record.refusal = codesOfBody(payload);
    });
  };

  function finish(record: RequestRecord, request: FastifyRequest, reply: FastifyReply): void {
    const answer = record.answer?.() ?? null;
    const route = request.routeOptions.url ?? null;
    const ending: Ending = { status: reply.statusCode, finished: reply.raw.writableFinished };
    const ms = performance.now() - record.startedAt;
    const bytes = request.raw.socket.bytesWritten - record.bytesBefore;
    const line = requestLine(
      record,
      answer,
      { requestId: request.id, method: request.method, route },
      { ...ending, ms, bytes },
    );
    const isProbe = route !== null && PROBES.has(route);
    log[isProbe ? 'debug' : 'info'](line, 'request');

    const codes = answer?.codes ?? record.refusal;
    const outcome = outcomeOf(ending, codes, answer?.data ?? false);
    if (!isProbe) metrics.request(operationLabel(record), outcome, ms / 1_000, codes);
    record.span.setAttributes({
      'http.request.method': request.method,
      'http.response.status_code': ending.status,
      'graphess.request_id': request.id,
      'graphess.outcome': outcome,
      ...(route === null ? {} : { 'http.route': route }),
    });
    record.span.end();
  }

  return {
    metrics,
    attach,
    plugin: recordingPlugin(isTrusted),
    watch(domain, source) {
      if (source.breakerState) metrics.breaker(domain, source.breakerState);
      return {
        async process(options) {
          const startedAt = performance.now();
          const record = (options.context as Partial<GatewayContext> | undefined)?.record;
          record?.fetches.set(domain, (record.fetches.get(domain) ?? 0) + 1);
          const answer = await source.process(options);
          const unavailable = codesOf(answer.errors).includes('SUBGRAPH_UNAVAILABLE');
          metrics.fetch(domain, unavailable ? 'unavailable' : 'ok', (performance.now() - startedAt) / 1_000);
          return answer;
        },
      };
    },
  };
}

function operationLabel({ operation }: RequestRecord): string {
  if (operation === null) return 'none';
  return operation.trusted ? (operation.name ?? 'other') : 'other';
}

function recordingPlugin(isTrusted: (hash: string) => boolean): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart({ contextValue: { record, viewer } }) {
      if (record === undefined) return;
      record.viewer = viewer;
      return {
        async didResolveSource({ queryHash }) {
          record.operation = { name: null, document: queryHash.slice(0, 12), trusted: isTrusted(queryHash) };
        },
        async didResolveOperation({ operationName }) {
          if (record.operation !== null) record.operation = { ...record.operation, name: operationName };
        },
        async willSendResponse({ response }) {
          record.answer = () => {
            const { body } = response;
            if (body.kind !== 'single') return { codes: [], data: true, cost: undefined };
            const { errors, data, extensions } = body.singleResult;
            return {
              codes: codesOf(errors),
              data: data !== undefined && data !== null,
              cost: extensions?.['cost'],
            };
          };
        },
      };
    },
  };
}
