import type { FastifyInstance } from 'fastify';
import type { WithoutGuards } from '../guards.ts';
import { jsonRefusal } from './refusal-body.ts';
import { jsonDefect } from './strict-json.ts';

/** Bodies in JSON alone, in UTF-8 without a mark, where no key is written twice. */
export function readJsonBodies(app: FastifyInstance, without: WithoutGuards): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => {
      if (without.has('strict-json')) return JSON.parse(body.toString('utf8')) as unknown;
      try {
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
        const value = JSON.parse(text) as unknown;
        const defect = jsonDefect(text);
        if (defect === null) return value;
      } catch {
        // Told the same way, whatever is wrong with it.
      }
      throw jsonRefusal();
    },
  );
}
