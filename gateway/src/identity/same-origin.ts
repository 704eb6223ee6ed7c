import type { FastifyRequest } from 'fastify';
import { HttpRefusal } from '../http/http-refusal.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A browser sends its cookies along with what another site makes it send. What may change something must come from the
 * platform's own pages: `Sec-Fetch-Site` says so, or `Origin` where the browser does not know it (Fetch Metadata, W3C).
 * Throws HttpRefusal 403.
 */
export function requireOwnPage(request: FastifyRequest, origin: string): void {
  if (READING.includes(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const from = request.headers.origin;
  const own =
    site === undefined ? from === undefined || from === origin : site === 'same-origin' || site === 'none';
  const consistent = from === undefined || from === origin;
  if (own && consistent) return;
  throw new HttpRefusal(
    403,
    'FORBIDDEN',
    'Cette requête vient d’un autre site : une session ne sert que depuis les pages de la plateforme.',
  );
}
