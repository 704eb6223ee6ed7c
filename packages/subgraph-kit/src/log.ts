import { type Logger, pino } from 'pino';
import { PinoPretty } from 'pino-pretty';

export type Log = Logger;

/** Logs readable in a terminal, or one JSON object a line for production. `level` is a level of pino or `silent`. */
export function createLog(options: { name: string; level: string; pretty: boolean }): Log {
  const settings = { name: options.name, level: options.level, base: { service: options.name } };
  if (!options.pretty) return pino(settings);
  return pino(
    settings,
    PinoPretty({
      colorize: process.stdout.isTTY,
      ignore: 'pid,hostname,name',
      translateTime: 'HH:MM:ss',
      sync: true,
    }),
  );
}
