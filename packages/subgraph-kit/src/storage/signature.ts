import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A signature of an address, and what is kept of it. */
export function newSignature(): { signature: string; hash: Buffer } {
  const signature = randomBytes(32).toString('base64url');
  return { signature, hash: hashOf(signature) };
}

/** Whether what somebody shows is the signature behind a hash, in constant time. */
export function isSignature(given: string, hash: Buffer): boolean {
  const own = hashOf(given);
  return own.length === hash.length && timingSafeEqual(own, hash);
}

function hashOf(signature: string): Buffer {
  return createHash('sha256').update(signature).digest();
}
