import { gzipSync } from 'node:zlib';
import type { HostileCase } from '../case.ts';
import { harmless, refusedRequest } from '../expectations.ts';
import { bytes } from '../shots.ts';

const HARMLESS = JSON.stringify({ query: '{ __typename }' });
const body = { category: 'body', twin: 'a body with spaces' } as const;

/** Bodies that unfold, nest or swell. */
export const bodies: readonly HostileCase[] = [
  {
    ...body,
    id: 'DOS-039',
    severity: 'high',
    intent: 'Have a hundred kilobytes unfold into a hundred megabytes.',
    source: 'decompression bombs',
    shot: (world) => bytes(bomb(), { 'content-encoding': 'gzip' })(world),
    expect: refusedRequest({ status: [400, 413, 415] }),
  },
  {
    ...body,
    id: 'DOS-530',
    severity: 'medium',
    intent: 'Name two encodings of the body, of which one is unknown.',
    source: 'own: content codings in a chain',
    shot: bytes(gzipSync(HARMLESS), { 'content-encoding': 'br, x-unknown' }),
    expect: refusedRequest({ status: [400, 413, 415] }),
  },
  {
    ...body,
    id: 'DOS-041',
    severity: 'high',
    intent: 'Exhaust the stack of the JSON reader by twenty thousand lists.',
    source: 'measured: recursion on variables',
    shot: bytes(`{"query":"{__typename}","variables":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`),
    expect: refusedRequest(),
  },
  {
    ...body,
    id: 'DOS-531',
    severity: 'high',
    intent: 'Exhaust the stack by twenty thousand objects in the extensions.',
    source: 'own: what nobody reads is still parsed',
    shot: bytes(`{"query":"{__typename}","extensions":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`),
    expect: harmless({ maxBytes: 4_096 }),
  },
  {
    ...body,
    id: 'DOS-042',
    severity: 'medium',
    intent: 'Send eight thousand variables that no document declares.',
    source: 'cost of unknown keys',
    shot: bytes(
      `{"query":"{__typename}","variables":{${Array.from({ length: 8_000 }, (_, n) => `"k${n}":${n}`).join(',')}}}`,
    ),
    expect: harmless({ status: [200, 400, 413] }),
  },
  {
    ...body,
    id: 'DOS-532',
    severity: 'high',
    intent: 'Send a body of five megabytes.',
    source: 'own: the bound of bodies',
    shot: bytes(JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(5_000_000) } })),
    expect: { status: [413], data: 'none', codes: ['BAD_REQUEST'], maxBytes: 4_096, orRefused: true },
  },
];

function bomb(): Buffer {
  return gzipSync(Buffer.alloc(100 * 1_048_576, 0x20));
}
