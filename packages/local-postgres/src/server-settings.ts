import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How a cluster was last served: its port on 127.0.0.1, and whether a commit survives a power cut. */
export type ServerSettings = { port: number; durable: boolean };

/** The settings of the last start; undefined before the first, or when the file is not readable as such. */
export async function readServerSettings(home: string): Promise<ServerSettings | undefined> {
  try {
    const { port, durable }: Partial<Record<keyof ServerSettings, unknown>> = JSON.parse(
      await readFile(settingsFile(home), 'utf8'),
    );
    const known = typeof port === 'number' && port > 0 && port < 65_536 && typeof durable === 'boolean';
    return known ? { port, durable } : undefined;
  } catch {
    return undefined;
  }
}

export async function writeServerSettings(home: string, settings: ServerSettings): Promise<void> {
  await writeFile(settingsFile(home), `${JSON.stringify(settings)}\n`);
}

function settingsFile(home: string): string {
  return join(home, 'server.json');
}
