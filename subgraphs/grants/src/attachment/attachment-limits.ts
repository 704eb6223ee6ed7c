/** How long its sending may take: the largest one, at 256 kbit/s. */
export const SENDING_MS = 5 * 60_000;

/** How long an address waits for its file. */
export const OPEN_HOURS = 1;

/** Attachments of one application, those whose file is awaited included. */
export const MOST_ATTACHMENTS = 20;
