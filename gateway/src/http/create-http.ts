import { type Log, requestIdOf } from '@graphess/subgraph-kit';
import { type FastifyInstance, fastify } from 'fastify';

const MAX_BODY_BYTES = 256 * 1024;

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'La requête HTTP est mal formée.',
  404: 'Cette adresse n’existe pas. Le graphe répond sur /graphql.',
  405: 'Cette méthode HTTP n’est pas acceptée ici.',
  413: 'Le corps de la requête dépasse 256 ko.',
  415: 'Le corps de la requête doit être du JSON (content-type: application/json).',
};

/** The HTTP server before any route: JSON bodies alone, bounded, and refusals in the shape of GraphQL errors. */
export function createHttp(log: Log): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    genReqId: (request) => requestIdOf(request.headers),
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  });
  app.removeContentTypeParser('text/plain');
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
  });
  app.setNotFoundHandler((request, reply) => {
    if (request.url.split('?')[0] !== '/graphql') return reply.code(404).send(refusal(404, request.id));
    return reply.code(405).header('allow', 'GET, POST').send(refusal(405, request.id));
  });
  app.get('/', (_request, reply) => reply.redirect('/graphql'));
  app.setErrorHandler((error: { statusCode?: number; name?: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ requestId: request.id, kind: error.name }, 'http error');
    return reply.code(status).send(refusal(status, request.id));
  });
  return app;
}

function refusal(status: number, requestId: string) {
  const code = status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
  const message =
    REFUSALS[status] ?? (status >= 500 ? 'Une erreur interne est survenue.' : 'La requête HTTP est refusée.');
  return { errors: [{ message, extensions: { code, requestId } }] };
}
