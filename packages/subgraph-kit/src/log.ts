import { type DestinationStream, type Logger, pino } from 'pino';
import { PinoPretty } from 'pino-pretty';

export type Log = Logger;

/**
 * Logs readable in a terminal, or one JSON object a line for production. `level` is a level of pino or `silent`;
 * `to` receives the lines of production in place of standard output.
 */
export function createLog(options: {
  name: string;
  level: string;
  pretty: boolean;
  to?: DestinationStream;
}): Log {
  const settings = { name: options.name, level: options.level, base: { service: options.name } };
  // The message of an unexpected error may quote what a person wrote; its kind and place are enough to find it.
  const quiet = { ...settings, redact: { paths: ['message'], remove: true } };
  if (!options.pretty) return options.to ? pino(quiet, options.to) : pino(quiet);
  return pino(
    settings,
    PinoPretty({
      colorize: process.stdout.isTTY,
      ignore: 'pid,hostname,name',
      translateTime: 'HH:MM:ss',
      singleLine: true,
      sync: true,
    }),
  );
}
