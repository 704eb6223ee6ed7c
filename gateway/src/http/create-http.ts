import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { boundBodies, type Log, REQUEST_ID_HEADER, requestIdOf } from '@graphess/subgraph-kit';
import {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
} from 'fastify';
import type { WithoutGuards } from '../guards.ts';
import { tagAnswers } from './answer-headers.ts';
import { HttpRefusal } from './http-refusal.ts';
import { readJsonBodies } from './json-body.ts';
import { refusalBody } from './refusal-body.ts';
import { BODY_LIMITS, serverLimits } from './server-limits.ts';
import { type Shedding, shedLoad } from './shedding.ts';

export type HttpOptions = {
  production: boolean;
  log: Log;
  maxInFlight: number;
  corsOrigins: readonly string[];
  trustedProxies?: readonly string[];
  without?: WithoutGuards | undefined;
  /** Added before all that may refuse a request. */
  first?: (app: FastifyInstance) => void;
};

export type Http = { readonly app: FastifyInstance; readonly shedding: Shedding };

const INFINITY = Number.POSITIVE_INFINITY;
const MAX_BODY_BYTES = 256 * 1024;
/** Below, an answer fits in one packet anyway. */
const COMPRESSED_FROM_BYTES = 1_400;
/** The default, 11, costs a hundred times as much for a tenth less. */
const BROTLI_PARAMS = { [constants.BROTLI_PARAM_QUALITY]: 4 };
const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;
const PREFLIGHT_SECONDS = 600;
export const PROBES: readonly string[] = ['/healthz', '/readyz'];

/** The HTTP server before any route: bounded, shedding, and refusing in the shape of GraphQL errors. */
export async function createHttp(options: HttpOptions): Promise<Http> {
  const { log, trustedProxies = [], without = new Set() } = options;
  const app = fastify({
    ...serverLimits(without),
    logger: false,
    bodyLimit: without.has('body-limit') ? 100 * MAX_BODY_BYTES : MAX_BODY_BYTES,
    // Anybody may write `X-Forwarded-For`: it is read from these alone.
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    genReqId: (request) => requestIdOf(request.headers),
    return503OnClosing: false,
    frameworkErrors: tellBadAddress,
  });
  if (!without.has('slow-client')) boundBodies(app.server, BODY_LIMITS);
  options.first?.(app);
  const shedding = shedLoad(
    app,
    without.has('shedding')
      ? { maxInFlight: INFINITY, maxDelayMs: INFINITY, maxAwaited: { perAddress: INFINITY, all: INFINITY } }
      : { maxInFlight: options.maxInFlight },
    PROBES,
  );
  app.addHook('onRequest', async (request, reply) => {
    reply.header(REQUEST_ID_HEADER, request.id);
  });
  readJsonBodies(app, without);
  await headersAndCoding(app, options, without);
  app.setNotFoundHandler(tellUnknown);
  // Locally the graph has a page; in production this address is as unknown as any other.
  if (!options.production) app.get('/', (_request, reply) => reply.redirect('/graphql'));
  app.setErrorHandler((error: { statusCode?: number; name?: string }, request, reply) => {
    if (error instanceof HttpRefusal) {
      return reply
        .code(error.statusCode)
        .headers(error.more.headers ?? {})
        .send(error.body(request.id));
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ requestId: request.id, kind: error.name }, 'http error');
    return reply.code(status).send(refusalBody(status, request.id));
  });
  return { app, shedding };
}

/** A hook (`onRequest`): no body is read for an address that leads nowhere. To be added after those for every address. */
export async function answerUnknown(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  return request.is404 ? tellUnknown(request, reply) : undefined;
}

function tellUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.url.split('?')[0] !== '/graphql') return reply.code(404).send(refusalBody(404, request.id));
  return reply.code(405).header('allow', 'GET, HEAD, POST').send(refusalBody(405, request.id));
}

/** What the router itself cannot read. */
function tellBadAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode ?? 400;
  void reply.code(status).send(refusalBody(status, request.id));
}

async function headersAndCoding(
  app: FastifyInstance,
  { production, corsOrigins }: HttpOptions,
  without: WithoutGuards,
): Promise<void> {
  if (!without.has('security-headers')) {
    await app.register(helmet, {
      // Answers are data; a page that needs more says it itself.
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      },
      strictTransportSecurity: production ? { maxAge: ONE_YEAR_SECONDS, includeSubDomains: false } : false,
      frameguard: { action: 'deny' },
      referrerPolicy: { policy: 'no-referrer' },
    });
  }
  if (corsOrigins.length > 0) {
    await app.register(cors, {
      origin: [...corsOrigins],
      // A session serves the pages of the platform; those of others bring a token.
      credentials: false,
      methods: ['GET', 'HEAD', 'POST'],
      allowedHeaders: [
        'accept',
        'apollo-require-preflight',
        'authorization',
        'content-type',
        'x-api-key',
        'x-apollo-operation-name',
        REQUEST_ID_HEADER,
      ],
      exposedHeaders: [
        'etag',
        'ratelimit-limit',
        'ratelimit-remaining',
        'ratelimit-reset',
        'retry-after',
        REQUEST_ID_HEADER,
      ],
      maxAge: PREFLIGHT_SECONDS,
      strictPreflight: true,
    });
  }
  tagAnswers(app);
  // No answer holds a secret beside what a page of another site may choose (BREACH): sessions are in headers alone.
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: COMPRESSED_FROM_BYTES,
    brotliOptions: { params: BROTLI_PARAMS },
    globalDecompression: false,
  });
}
