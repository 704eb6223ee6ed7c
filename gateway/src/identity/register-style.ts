import type { FastifyInstance } from 'fastify';
import { STYLE, STYLE_PATH } from './page.ts';

export function registerStyle(app: FastifyInstance): void {
  app.get(STYLE_PATH, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=3600').send(STYLE),
  );
}
