import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

type Limits = {
  /** How long a body may take that nobody was told would be long, in milliseconds. */
  bodyMs: number;
  /** Tells a client whose body does not come, and closes. */
  tellLate(socket: Socket): void;
};

/** What a body that may be long must bring at least, or it is not coming: 8 kB/s. */
const SLOWEST_BYTES_PER_MS = 8;

const patience = new WeakMap<IncomingMessage, (timeoutMs: number) => void>();

/**
 * Ends the connection of whoever does not finish a body in time: as Node's `requestTimeout`, but that some requests may be
 * given longer (`allowLongBody`). Node's own is to be as long as the longest of them.
 */
export function boundBodies(server: Server, { bodyMs, tellLate }: Limits): void {
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const end = () => {
      if (request.complete || socket.destroyed) return;
      if (response.headersSent) socket.destroy();
      else tellLate(socket);
    };
    let waiting = setTimeout(end, bodyMs).unref();
    let least = socket.bytesRead;
    patience.set(request, (timeoutMs) => {
      const until = performance.now() + timeoutMs;
      const look = () => {
        if (performance.now() >= until || socket.bytesRead < least + bodyMs * SLOWEST_BYTES_PER_MS)
          return end();
        least = socket.bytesRead;
        waiting = setTimeout(look, bodyMs).unref();
      };
      clearTimeout(waiting);
      least = socket.bytesRead;
      waiting = setTimeout(look, bodyMs).unref();
    });
    request.once('close', () => {
      clearTimeout(waiting);
      patience.delete(request);
    });
  });
}

/** Gives the body of a request longer, as long as it keeps coming; for those whose sender is known. */
export function allowLongBody(request: IncomingMessage, timeoutMs: number): void {
  patience.get(request)?.(timeoutMs);
}
