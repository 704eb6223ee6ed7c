import type { HostileCase } from '../case.ts';
import { authorization, bytes, GRAPH } from '../shots.ts';
import type { World } from '../world.ts';

const HARMLESS = JSON.stringify({ query: '{ __typename }' });
const CALLS = JSON.stringify({ query: '{ calls { edition } }' });
const socket = { category: 'header', twin: 'bytes on a socket' } as const;

const lines = (...all: string[]) => all.join('\r\n');
const onSocket = (world: World, headers: readonly string[], content: string) =>
  lines(
    `POST ${GRAPH} HTTP/1.1`,
    'Host: graphe.exemple.fr',
    'Content-Type: application/json',
    ...Object.entries(authorization(world, 'applicant')).map(([name, value]) => `${name}: ${value}`),
    ...headers,
    '',
    content,
  );

/** Bytes that are almost HTTP: requests in requests, targets that are elsewhere, clients that never finish. */
export const sockets: readonly HostileCase[] = [
  {
    ...socket,
    id: 'HTTP-300',
    severity: 'medium',
    intent: 'Send a header of twenty kilobytes.',
    source: 'limits of header sizes',
    shot: (world) => bytes(HARMLESS, { 'x-big': 'a'.repeat(20_000) })(world),
    expect: { status: [400, 431] },
  },
  {
    ...socket,
    id: 'HTTP-530',
    severity: 'medium',
    intent: 'Send three thousand headers.',
    source: 'own: the number of headers',
    shot: () => ({
      bytes: lines(
        `GET /healthz HTTP/1.1`,
        'Host: x',
        ...Array.from({ length: 3_000 }, (_, n) => `a${n}: 1`),
        '',
        '',
      ),
    }),
    expect: { status: [400, 431] },
  },
  {
    ...socket,
    id: 'HTTP-301',
    severity: 'high',
    intent: 'Smuggle a second request behind two disagreeing lengths.',
    source: 'ASVS 5.0, 4.2.1: TE against CL',
    shot: () => ({
      bytes: lines(
        `POST ${GRAPH} HTTP/1.1`,
        'Host: x',
        'Content-Type: application/json',
        'Content-Length: 6',
        'Transfer-Encoding: chunked',
        '',
        '0',
        '',
        'GET /smuggled HTTP/1.1',
        'Host: x',
        '',
        '',
      ),
    }),
    expect: { status: [400], maxAnswers: 1 },
  },
  {
    ...socket,
    id: 'HTTP-302',
    severity: 'high',
    intent: 'Disguise the transfer encoding so that one of two servers overlooks it.',
    source: 'request smuggling by obfuscation',
    shot: () => ({
      bytes: lines(
        `POST ${GRAPH} HTTP/1.1`,
        'Host: x',
        'Transfer-Encoding : chunked',
        'Content-Length: 5',
        '',
        '0',
        '',
        '',
      ),
    }),
    expect: { status: [400], maxAnswers: 1 },
  },
  {
    ...socket,
    id: 'HTTP-531',
    severity: 'high',
    intent: 'Give the length twice, with different values.',
    source: 'RFC 9112, 6.3; own',
    shot: (world) => ({
      bytes: onSocket(world, ['Content-Length: 5', `Content-Length: ${CALLS.length}`], CALLS),
    }),
    expect: { status: [400], maxAnswers: 1 },
  },
  {
    ...socket,
    id: 'HTTP-532',
    severity: 'medium',
    intent: 'End header lines by a bare line feed, to slip one past a proxy.',
    source: 'RFC 9112, 2.2; own',
    shot: () => ({
      bytes: `GET /healthz HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n0\n\nGET /x HTTP/1.1\nHost: x\n\n`,
    }),
    expect: { status: [0, 400], maxAnswers: 1 },
  },
  {
    ...socket,
    id: 'HTTP-533',
    severity: 'low',
    intent: 'Send a request without the host it is for.',
    source: 'RFC 9112, 3.2; own',
    shot: () => ({ bytes: lines('GET /healthz HTTP/1.1', 'Connection: close', '', '') }),
    expect: { status: [400] },
  },
  {
    ...socket,
    id: 'HTTP-534',
    severity: 'low',
    intent: 'Mix the answers of two requests sent in one breath.',
    source: 'HTTP pipelining; own',
    shot: (world) => ({
      bytes:
        onSocket(world, [`Content-Length: ${CALLS.length}`], CALLS) +
        onSocket(world, [`Content-Length: ${HARMLESS.length}`, 'Connection: close'], HARMLESS),
    }),
    expect: { status: [200], maxAnswers: 2, never: [/"errors"/] },
  },
  {
    ...socket,
    id: 'HTTP-305',
    category: 'ssrf',
    severity: 'medium',
    intent: 'Have the server fetch an address of the cloud it runs in.',
    source: 'absolute-form targets',
    shot: () => ({
      bytes: lines(
        'GET http://169.254.169.254/latest/meta-data HTTP/1.1',
        'Host: 169.254.169.254',
        'Connection: close',
        '',
        '',
      ),
    }),
    expect: { status: [400, 403, 404, 405] },
  },
  {
    ...socket,
    id: 'HTTP-308',
    category: 'path',
    severity: 'medium',
    intent: 'Leave the served folder by encoded dots and a null byte.',
    source: 'path traversal',
    shot: () => ({
      bytes: lines('GET /%2e%2e/%2e%2e/etc/passwd%00.json HTTP/1.1', 'Host: x', 'Connection: close', '', ''),
    }),
    expect: { status: [400, 404, 405], never: [/root:/] },
  },
  {
    ...socket,
    id: 'HTTP-535',
    category: 'path',
    severity: 'medium',
    intent: 'Leave the folder of a subgraph’s files for another subgraph’s.',
    source: 'own: routes that the gateway forwards',
    shot: () => ({
      bytes: lines(
        'GET /files/grants/..%2f..%2fchanges/laureates HTTP/1.1',
        'Host: x',
        'Connection: close',
        '',
        '',
      ),
    }),
    expect: { status: [400, 401, 403, 404, 405] },
  },
  {
    ...socket,
    id: 'HTTP-536',
    category: 'path',
    severity: 'medium',
    intent: 'Read the change feed of a subgraph at the gateway.',
    source: 'own: what siblings read of each other',
    shot: () => ({ bytes: lines('GET /changes/laureates HTTP/1.1', 'Host: x', 'Connection: close', '', '') }),
    expect: { status: [401, 403, 404] },
  },
  {
    ...socket,
    id: 'DOS-048',
    category: 'slow',
    severity: 'medium',
    intent: 'Promise a body and never bring it.',
    source: 'slow requests, R.U.D.Y.',
    shot: () => ({
      bytes: lines(
        `POST ${GRAPH} HTTP/1.1`,
        'Host: x',
        'Content-Type: application/json',
        'Content-Length: 100',
        '',
        '{"qu',
      ),
      closesWithinMs: 31_000,
    }),
    expect: {
      status: [0, 400, 408],
      holds: ({ closed }) => (closed ? null : 'the connection is still open'),
    },
    slow: true,
  },
  {
    ...socket,
    id: 'DOS-540',
    category: 'slow',
    severity: 'medium',
    intent: 'Begin the headers and never end them.',
    source: 'slowloris; own',
    shot: () => ({ bytes: lines(`POST ${GRAPH} HTTP/1.1`, 'Host: x', 'X-a: 1'), closesWithinMs: 31_000 }),
    expect: {
      status: [0, 400, 408],
      holds: ({ closed }) => (closed ? null : 'the connection is still open'),
    },
    slow: true,
  },
];
