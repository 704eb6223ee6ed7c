import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A JSON data file of an area, or `fallback` where the area has none. The caller states the shape of its own files. */
export function readDataFile<Shape>(dataDir: string, area: string, name: string, fallback: Shape): Shape {
  const path = join(dataDir, area, name);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Shape) : fallback;
}

/** A fingerprint of values and of what data files hold, to tell whether a load has something new to read. */
export function fingerprintOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
