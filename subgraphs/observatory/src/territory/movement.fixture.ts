const HEADER =
  'MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP';

type End = readonly [code: string, name: string, type?: string];

/** A line of INSEE's file of movements, in its fourteen columns. */
export function movementLine(kind: number, on: string, before: End, after: End): string {
  const columns = ([code, name, type = 'COM']: End) =>
    [type, code, '0', name.toUpperCase(), name, name].join(',');
  return [kind, on, columns(before), columns(after)].join(',');
}

/** A file of movements, as INSEE writes it. */
export function movementFile(lines: readonly string[]): string {
  return [HEADER, ...lines, ''].join('\n');
}

/** A file as chunks that cut lines and letters. */
export async function* bytesOf(text: string | Buffer): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 61) yield bytes.subarray(at, at + 61);
}

const merged = (on: string, kept: End, gone: End, becomes: End) => [
  movementLine(32, on, kept, becomes),
  movementLine(32, on, gone, becomes),
  movementLine(32, on, kept, [kept[0], kept[1], 'COMD']),
  movementLine(32, on, gone, [gone[0], gone[1], 'COMD']),
];

/**
 * Movements that happened: Antony and Neuilly changing their code with the département, Pierrefitte joining Saint-Denis,
 * Villeneuve-la-Garenne's neighbour Les Ulis being created out of three communes; and one that did not, invented for the
 * tests: « Vieux-Bourg » (92901) joins Nanterre in 1970, leaves it in 1980 and joins it for good in 1990.
 */
export const MOVEMENTS: readonly string[] = [
  movementLine(41, '1968-01-01', ['75002', 'Antony'], ['92002', 'Antony']),
  movementLine(41, '1968-01-01', ['75051', 'Neuilly-sur-Seine'], ['92051', 'Neuilly-sur-Seine']),
  movementLine(41, '1968-01-01', ['75050', 'Nanterre'], ['92050', 'Nanterre']),
  movementLine(41, '1968-01-01', ['75066', 'Saint-Denis'], ['93066', 'Saint-Denis']),
  movementLine(41, '1968-01-01', ['75059', 'Pierrefitte'], ['93059', 'Pierrefitte']),
  movementLine(10, '1977-01-01', ['93059', 'Pierrefitte'], ['93059', 'Pierrefitte-sur-Seine']),
  ...merged(
    '2025-01-01',
    ['93066', 'Saint-Denis'],
    ['93059', 'Pierrefitte-sur-Seine'],
    ['93066', 'Saint-Denis'],
  ),
  movementLine(33, '1970-01-01', ['92050', 'Nanterre'], ['92050', 'Nanterre']),
  movementLine(33, '1970-01-01', ['92901', 'Vieux-Bourg'], ['92050', 'Nanterre']),
  movementLine(33, '1970-01-01', ['92901', 'Vieux-Bourg'], ['92901', 'Vieux-Bourg', 'COMA']),
  movementLine(21, '1980-01-01', ['92050', 'Nanterre'], ['92050', 'Nanterre']),
  movementLine(21, '1980-01-01', ['92050', 'Nanterre'], ['92901', 'Vieux-Bourg']),
  movementLine(31, '1990-01-01', ['92050', 'Nanterre'], ['92050', 'Nanterre']),
  movementLine(31, '1990-01-01', ['92901', 'Vieux-Bourg'], ['92050', 'Nanterre']),
];
