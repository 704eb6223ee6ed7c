import type { FastifyReply } from 'fastify';
import { PAGE_POLICY } from './page.ts';

export function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', PAGE_POLICY)
    .header('cache-control', 'no-store')
    .send(html);
}
