import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { HttpShot, RawShot, SignedShot } from './case.ts';
import type { World } from './world.ts';

export type GraphError = {
  message?: string;
  path?: readonly (string | number)[];
  extensions?: { code?: string } & Record<string, unknown>;
};

export type Body = {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphError[];
  extensions?: Record<string, unknown>;
};

export type Answer = {
  /** 0 when no HTTP answer came. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly bytes: number;
  readonly milliseconds: number;
  /** The body read as a GraphQL answer, null when it is none. */
  readonly body: Body | null;
  /** Why there is no answer, or an incomplete one. */
  readonly failure: string | null;
  /** Raw shots: every status that came on the connection, and whether the server closed it. */
  readonly statuses: readonly number[];
  readonly closed: boolean;
};

const KEPT_BYTES = 5_000_000;

/** Sends one HTTP request on a connection of its own. Never rejects: what goes wrong is in `failure`. */
export function send(server: string, shot: HttpShot, timeoutMs: number): Promise<Answer> {
  const started = performance.now();
  return new Promise((resolve) => {
    const end = (answer: Partial<Answer>) => resolve(complete(started, answer));
    try {
      const request = httpRequest(new URL(server), {
        method: shot.method,
        path: shot.path,
        headers: {
          ...(shot.headers as Record<string, string | string[]>),
          ...(shot.body === undefined ? {} : { 'content-length': Buffer.byteLength(shot.body) }),
        },
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
      });
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes <= KEPT_BYTES) chunks.push(chunk);
        });
        const settle = (failure: string | null) =>
          end({
            status: response.statusCode ?? 0,
            headers: flat(response.headers),
            text: Buffer.concat(chunks).toString('utf8'),
            bytes,
            failure,
          });
        response.on('end', () => settle(null));
        response.on('error', (error) => settle(error.message));
      });
      request.on('error', (error) => end({ failure: codeOf(error) }));
      request.end(shot.body);
    } catch (error) {
      // Node itself refuses to send some paths and headers.
      end({ failure: codeOf(error) });
    }
  });
}

/** Writes bytes on a socket and keeps all that comes back until the server closes it, or `waitMs`. */
export function sendRaw(server: string, shot: RawShot, waitMs: number): Promise<Answer> {
  const started = performance.now();
  const { hostname, port } = new URL(server);
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(shot.bytes));
    const end = (closed: boolean) => {
      clearTimeout(timer);
      const statuses = [...text.matchAll(/^HTTP\/1\.[01] (\d{3})/gm)].map(([, status]) => Number(status));
      const content = text.slice(text.indexOf('\r\n\r\n') + 4);
      resolve(
        complete(started, {
          status: statuses[0] ?? 0,
          statuses,
          closed,
          text: content === '' ? text : content,
          bytes: text.length,
        }),
      );
    };
    const timer = setTimeout(() => {
      socket.destroy();
      end(false);
    }, waitMs);
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8');
    });
    socket.on('close', () => end(true));
    // A reset is a way to close.
    socket.on('error', () => {});
  });
}

/** Asks a subgraph past the gateway. */
export async function sendSigned(
  client: ReturnType<World['signedClient']>,
  { query, variables, headers }: SignedShot,
): Promise<Answer> {
  const started = performance.now();
  const response = await client('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return complete(started, {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text,
    bytes: Buffer.byteLength(text),
  });
}

function complete(started: number, answer: Partial<Answer>): Answer {
  const text = answer.text ?? '';
  return {
    status: 0,
    headers: {},
    bytes: 0,
    failure: null,
    statuses: answer.status ? [answer.status] : [],
    closed: true,
    ...answer,
    text,
    body: readBody(text),
    milliseconds: performance.now() - started,
  };
}

function readBody(text: string): Body | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.name;
}
