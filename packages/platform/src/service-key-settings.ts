import type { ServiceJwk, ServiceJwks } from '@graphess/subgraph-kit';
import { z } from 'zod';

/** One Ed25519 key (RFC 8037), private when it has a `d`. */
export const serviceKey: z.ZodType<ServiceJwk> = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  d: z.string().optional(),
  kid: z.string().regex(/^[a-z]+\.[\w-]+$/),
}) as z.ZodType<ServiceJwk>;

const jwks: z.ZodType<ServiceJwks> = z.object({ keys: z.array(serviceKey).min(1) });

/**
 * JSON, or base64url of it: files of environment variables differ in what they make of quotes. A text that is neither
 * becomes one French message without the text, which may be a secret.
 */
function encoded<Value>(shape: z.ZodType<Value>, message: string): z.ZodType<Value, string> {
  return z.string().transform((text, ctx) => {
    try {
      const json = text.trimStart().startsWith('{') ? text : Buffer.from(text, 'base64url').toString('utf8');
      return shape.parse(JSON.parse(json));
    } catch {
      ctx.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
  });
}

export const jwkText = encoded(
  serviceKey.refine(({ d }) => d !== undefined),
  'une clé privée JWK Ed25519 est attendue (npm run service-keys en fait)',
);
export const jwksText = encoded(
  jwks,
  'un ensemble JWKS de clés publiques Ed25519 est attendu (npm run service-keys en fait)',
);
