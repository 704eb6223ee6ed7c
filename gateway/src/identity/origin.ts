import type { Settings } from '@graphess/platform';
import type { FastifyInstance } from 'fastify';

/** Where browsers see the platform: as settings say, else where it listens, once it does. */
export function originOf(app: FastifyInstance, { identity, production }: Settings): () => string {
  return () => {
    if (identity.publicUrl !== null) return identity.publicUrl;
    if (production) throw new RangeError('production has no public address but the one that settings give');
    const { port } = new URL(app.listeningOrigin);
    return `http://127.0.0.1:${port}`;
  };
}
