import type { HttpShot } from './case.ts';
import type { Credential, World } from './world.ts';

type Variables = Readonly<Record<string, unknown>>;
type Headers = HttpShot['headers'];
export type ToShot = (world: World) => HttpShot;

export const GRAPH = '/graphql';
const JSON_TYPE = { 'content-type': 'application/json' } as const;

/** A person in good standing who has no special right: an attacker with an account. */
const ANYBODY: Credential = 'applicant';

/** A document by POST, signed in. */
export function ask(query: string, variables?: Variables, as: Credential = ANYBODY): ToShot {
  return (world) =>
    post(JSON.stringify({ query, ...(variables ? { variables } : {}) }), headersOf(world, as));
}

/** A document by POST, with what the world alone knows in its variables. */
export function askWith(
  query: string,
  variables: (world: World) => Variables,
  as: Credential = ANYBODY,
): ToShot {
  return (world) => ask(query, variables(world), as)(world);
}

/** Bytes by POST, as they are. */
export function bytes(body: string | Buffer, headers: Headers = {}, as: Credential = ANYBODY): ToShot {
  return (world) => post(body, { ...headersOf(world, as), ...headers });
}

/** A document by POST and headers that are no part of a good request. */
export function askUnder(
  headers: Headers | ((world: World) => Headers),
  query: string,
  as: Credential = ANYBODY,
): ToShot {
  return (world) =>
    post(JSON.stringify({ query }), {
      ...headersOf(world, as),
      ...(typeof headers === 'function' ? headers(world) : headers),
    });
}

export function get(
  path: string | ((world: World) => string),
  headers: Headers = {},
  as: Credential = 'nobody',
): ToShot {
  return (world) => ({
    method: 'GET',
    path: typeof path === 'string' ? path : path(world),
    headers: { ...authorization(world, as), ...headers },
  });
}

export function graphUrl(parameters: Readonly<Record<string, string>>): string {
  return `${GRAPH}?${new URLSearchParams(parameters)}`;
}

export function headersOf(world: World, as: Credential): Record<string, string> {
  return { ...JSON_TYPE, ...authorization(world, as) };
}

export function authorization(world: World, as: Credential): Record<string, string> {
  return as === 'nobody' ? {} : { authorization: `Bearer ${world.tokens[as]}` };
}

function post(body: string | Buffer, headers: Headers): HttpShot {
  return { method: 'POST', path: GRAPH, headers, body };
}

/** The same text for each number from 0, where `#` stands for the number. */
export function numbered(count: number, text: string): string {
  return Array.from({ length: count }, (_, number) => text.replaceAll('#', String(number))).join('');
}

export function nested(count: number, open: string, inner: string, close: string): string {
  return open.repeat(count) + inner + close.repeat(count);
}
