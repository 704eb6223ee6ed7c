import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Which posture a key was made for. A key of one is never a key of the other. */
export type KeyPosture = 'live' | 'test';

/** What the platform knows of a secret once it has seen it: never the secret itself. */
export type ReadSecret = {
  readonly posture: KeyPosture;
  /** The part that may be shown: `ess_live_` and six characters. Unique among keys. */
  readonly prefix: string;
  /** SHA-256 of the whole secret, 32 bytes. 178 random bits need no slower function. */
  readonly hash: Buffer;
};

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_LENGTH = 30;
const CHECKSUM_LENGTH = 6;
const SHOWN_LENGTH = 'ess_live_'.length + 6;
const SECRET = /^ess_(live|test)_[0-9A-Za-z]{36}$/;

/** Text that holds something like a secret, whole or cut. */
export const LOOKS_LIKE_SECRET = /ess_(live|test)_[0-9A-Za-z]{8}/i;

/**
 * A new secret: `ess_live_` or `ess_test_`, 30 random base62 characters and the CRC-32 of what precedes in 6 more, so
 * that whoever scans for leaked secrets recognises one without asking (the shape of GitHub's tokens,
 * https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/).
 */
export function newSecret(posture: KeyPosture): string {
  const random = Array.from({ length: RANDOM_LENGTH }, () => BASE62[randomInt(BASE62.length)]).join('');
  const body = `ess_${posture}_${random}`;
  return `${body}${checksumOf(body)}`;
}

/** The parts of a secret, or what keeps `text` from being one. Asks nobody. */
export function readSecret(text: string): ReadSecret | 'MALFORMED' | 'CHECKSUM' {
  const posture = SECRET.exec(text)?.[1];
  if (posture === undefined) return 'MALFORMED';
  if (text.slice(-CHECKSUM_LENGTH) !== checksumOf(text.slice(0, -CHECKSUM_LENGTH))) return 'CHECKSUM';
  return { posture: posture as KeyPosture, prefix: text.slice(0, SHOWN_LENGTH), hash: hashOf(text) };
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function checksumOf(body: string): string {
  let rest = crc32(body);
  let digits = '';
  for (let place = 0; place < CHECKSUM_LENGTH; place += 1) {
    digits = `${BASE62[rest % BASE62.length]}${digits}`;
    rest = Math.floor(rest / BASE62.length);
  }
  return digits;
}
