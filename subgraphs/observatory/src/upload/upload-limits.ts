/** The largest file taken over HTTP, in bytes; larger ones are imported by the operator's command. */
export const LONGEST_UPLOAD = 200_000_000;

/** How long the sending of a file may take: the largest one, at 2 Mbit/s. */
export const SENDING_MS = 15 * 60_000;

/** How long an address waits for its file, and how long a file waits to be published. */
export const OPEN_HOURS = 1;
export const KEPT_DAYS = 7;

/** Uploads that one person or key may have open. */
export const MOST_OPEN = 10;
