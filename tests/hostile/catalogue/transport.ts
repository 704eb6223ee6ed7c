import type { HostileCase } from '../case.ts';
import { harmless } from '../expectations.ts';
import { bytes, GRAPH, get, graphUrl, headersOf } from '../shots.ts';
import type { World } from '../world.ts';

const HARMLESS = JSON.stringify({ query: '{ __typename }' });
const CALLS = JSON.stringify({ query: '{ calls { edition } }' });
const method = { category: 'method', severity: 'medium', twin: 'a query by GET' } as const;

const by = (name: string, content?: string) => (world: World) => ({
  method: name,
  path: GRAPH,
  headers: headersOf(world, 'applicant'),
  ...(content === undefined ? {} : { body: content }),
});
const lines = (...all: string[]) => all.join('\r\n');

/** HTTP itself: methods, addresses, forms of answers and what caches keep. */
export const transport: readonly HostileCase[] = [
  {
    ...method,
    id: 'HTTP-002',
    intent: 'Use DELETE where only GET and POST mean something.',
    source: 'ASVS 5.0, 4.1.4',
    shot: by('DELETE', HARMLESS),
    expect: { status: [400, 404, 405], data: 'none' },
  },
  {
    ...method,
    id: 'HTTP-003',
    intent: 'Use PATCH where only GET and POST mean something.',
    source: 'ASVS 5.0, 4.1.4',
    shot: by('PATCH', HARMLESS),
    expect: { status: [400, 404, 405], data: 'none' },
  },
  {
    ...method,
    id: 'HTTP-004',
    intent: 'Use HEAD to make the server work for an answer it does not send.',
    source: 'ASVS 5.0, 4.1.4',
    shot: by('HEAD'),
    expect: { status: [400, 404, 405] },
  },
  {
    ...method,
    id: 'HTTP-005',
    intent: 'Have headers, cookies among them, echoed by TRACE.',
    source: 'ASVS 5.0, 4.1.4',
    shot: () => ({
      bytes: lines(`TRACE ${GRAPH} HTTP/1.1`, 'Host: x', 'Cookie: secret=1', 'Connection: close', '', ''),
    }),
    expect: { status: [400, 404, 405, 501], never: [/secret=1/] },
    twin: 'bytes on a socket',
  },
  {
    ...method,
    id: 'HTTP-501',
    intent: 'Turn a GET into a write by a header that names another method.',
    source: 'own: method override of other frameworks',
    shot: get(
      graphUrl({ query: 'mutation { __typename }' }),
      { 'x-http-method-override': 'POST', 'x-method-override': 'POST', 'apollo-require-preflight': '1' },
      'admin',
    ),
    expect: { status: [400, 405], data: 'none' },
  },
  {
    ...method,
    id: 'HTTP-502',
    intent: 'Open a tunnel by CONNECT.',
    source: 'own: HTTP proxies by accident',
    shot: () => ({ bytes: lines('CONNECT 169.254.169.254:80 HTTP/1.1', 'Host: 169.254.169.254:80', '', '') }),
    expect: { status: [0, 400, 404, 405, 501] },
    twin: 'bytes on a socket',
  },
  {
    id: 'HTTP-503',
    category: 'upgrade',
    severity: 'medium',
    intent: 'Upgrade to a WebSocket and keep it.',
    source: 'own: no subscription, hence no socket',
    shot: () => ({
      bytes: lines(
        `GET ${GRAPH} HTTP/1.1`,
        'Host: x',
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Protocol: graphql-transport-ws',
        '',
        '',
      ),
    }),
    expect: { status: [400, 401, 403, 404, 405, 406, 426] },
    twin: 'bytes on a socket',
    slow: true,
  },
  {
    id: 'HTTP-009',
    category: 'parameter-pollution',
    severity: 'medium',
    intent: 'Send one document in the address and another in the body.',
    source: 'ASVS 5.0, 15.3.7',
    shot: (world) => ({
      method: 'POST',
      path: graphUrl({ query: '{__schema{types{name}}}' }),
      headers: headersOf(world, 'applicant'),
      body: HARMLESS,
    }),
    expect: harmless({ never: [/"types"/] }),
    twin: 'a short document',
  },
  {
    id: 'HTTP-520',
    category: 'parameter-pollution',
    severity: 'medium',
    intent: 'Give two documents in one address.',
    source: 'ASVS 5.0, 15.3.7; own',
    shot: get(
      `${GRAPH}?query=%7B__typename%7D&query=%7Bme%7Bkind%7D%7D`,
      { 'apollo-require-preflight': '1' },
      'applicant',
    ),
    expect: { status: [400], data: 'none' },
    twin: 'a query by GET',
  },
  {
    id: 'HTTP-521',
    category: 'path',
    severity: 'low',
    intent: 'Send an address of sixty kilobytes.',
    source: 'own: buffers of request lines',
    shot: get(graphUrl({ query: `{ calls { ${'id '.repeat(20_000)} } }` }), {
      'apollo-require-preflight': '1',
    }),
    expect: { status: [400, 414, 431], data: 'none' },
    twin: 'a query by GET',
  },
  {
    id: 'HTTP-540',
    category: 'negotiation',
    severity: 'low',
    intent: 'Ask for an answer in a form that the server does not make.',
    source: 'GraphQL over HTTP, 4.2; own',
    shot: bytes(CALLS, { accept: 'image/png' }),
    expect: { status: [200, 400, 406], never: [/stack/] },
    twin: 'a short document',
  },
  {
    id: 'HTTP-541',
    category: 'cache',
    severity: 'medium',
    intent: 'Have a signed-in answer kept by a cache that others read.',
    source: 'own: web cache deception',
    shot: get(
      graphUrl({ query: '{ me { kind } }' }),
      { 'apollo-require-preflight': '1', accept: 'application/json' },
      'applicant',
    ),
    expect: { status: [200], data: 'some', headers: { 'cache-control': /no-store|private/ } },
    twin: 'a query by GET',
  },
  {
    id: 'HTTP-542',
    category: 'cache',
    severity: 'low',
    intent: 'Probe by its ETag what another viewer was answered.',
    source: 'own: validators as an oracle',
    shot: get(
      graphUrl({ query: '{ applications { totalCount } }' }),
      { 'if-none-match': '*', 'apollo-require-preflight': '1', accept: 'application/json' },
      'applicant',
    ),
    expect: { status: [200, 400, 401, 403], codes: ['FORBIDDEN', 'UNAUTHENTICATED'], data: 'none' },
    twin: 'the list of an agent',
  },
];
