import { AsyncLocalStorage } from 'node:async_hooks';
import { connect } from 'node:net';
import { Client, type ClientConfig } from 'pg';

const askedFor = new AsyncLocalStorage<AbortSignal>();

/**
 * Runs `work`; once the signal is aborted the statements it has in PostgreSQL are cancelled and it can start no other.
 * For reads alone: a write is finished whoever listens, and its idempotency key tells what became of it.
 */
export function cancelledBy<Value>(signal: AbortSignal, work: () => Value): Value {
  return askedFor.run(signal, work);
}

/** A statement that was not sent, or was interrupted, because nobody waits for it any more. */
export class Abandoned extends Error {
  override name = 'Abandoned';
}

/** What ends a transaction must reach the server, or the connection would go back to its pool in the middle of it. */
const TRANSACTION_CONTROL = /^\s*(START|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/i;

/** A cancellation may come between two statements of a transaction: it is asked again while one goes on. */
const ASK_AGAIN_MS = 100;

/** A connection whose statements end when the request that sent them does (see `cancelledBy`). */
export class CancellableClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const send = this.query.bind(this) as (...values: unknown[]) => unknown;
    const query = (...values: unknown[]): unknown => {
      const signal = askedFor.getStore();
      if (signal === undefined || !isCancellable(values)) return send(...values);
      if (signal.aborted) return Promise.reject(new Abandoned());
      return untilAborted(signal, send(...values) as Promise<unknown>, () => cancelStatementOf(this));
    };
    this.query = query as typeof this.query;
  }
}

function isCancellable(values: readonly unknown[]): boolean {
  const [statement] = values;
  return (
    typeof statement === 'string' &&
    typeof values.at(-1) !== 'function' &&
    !TRANSACTION_CONTROL.test(statement)
  );
}

async function untilAborted(
  signal: AbortSignal,
  answer: Promise<unknown>,
  cancel: () => Promise<void>,
): Promise<unknown> {
  let asking: Promise<void> = Promise.resolve();
  let again: NodeJS.Timeout | undefined;
  const ask = () => {
    asking = asking.then(cancel);
    again = setTimeout(ask, ASK_AGAIN_MS);
  };
  signal.addEventListener('abort', ask);
  try {
    return await answer;
  } catch (error) {
    if (signal.aborted) throw new Abandoned();
    throw error;
  } finally {
    signal.removeEventListener('abort', ask);
    clearTimeout(again);
    // A request to cancel that is still on its way would strike the next statement of this connection.
    await asking;
  }
}

type Backend = { host: string; port: number; processID: number | null; secretKey: number | null };

const CANCEL_REQUEST_CODE = 80_877_102;

/**
 * PostgreSQL's own request to cancel, which needs no session: it also works when all connections are taken. The server
 * closes the connection once the signal is sent. https://www.postgresql.org/docs/current/protocol-flow.html (55.2.8)
 */
function cancelStatementOf(client: Client): Promise<void> {
  const { host, port, processID, secretKey } = client as unknown as Backend;
  if (processID === null || secretKey === null) return Promise.resolve();
  const message = Buffer.alloc(16);
  message.writeInt32BE(16, 0);
  message.writeInt32BE(CANCEL_REQUEST_CODE, 4);
  message.writeInt32BE(processID, 8);
  message.writeInt32BE(secretKey, 12);
  return new Promise((resolve) => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('connect', () => socket.write(message));
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    socket.resume();
  });
}
