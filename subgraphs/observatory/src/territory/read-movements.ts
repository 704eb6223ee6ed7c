import { createHash } from 'node:crypto';
import { isCalendarDay } from '@graphess/subgraph-kit';
import { decodeText } from '../import/decode-text.ts';
import { headerOf, type Places, placesOf } from '../import/header.ts';
import type { Meter } from '../import/meter.ts';
import { readRecords } from '../import/read-records.ts';
import { rowProblem, UnreadableFile } from '../import/row-problem.ts';
import type { RowProblem } from '../import/source-cell.ts';
import { FIRST_KNOWN_DAY } from './known-history.ts';
import { KIND_OF_MOVEMENT } from './movement.kind.ts';
import type { Movement } from './movement.rules.ts';

/** INSEE's file has some 14 000 lines. */
const MOST_LINES = 200_000;
const MOST_PROBLEMS = 10_000;

const COLUMNS = {
  kind: { names: ['mod'], required: true },
  on: { names: ['date_eff'], required: true },
  typeBefore: { names: ['typecom_av'], required: true },
  codeBefore: { names: ['com_av'], required: true },
  nameBefore: { names: ['libelle_av'], required: true },
  typeAfter: { names: ['typecom_ap'], required: true },
  codeAfter: { names: ['com_ap'], required: true },
  nameAfter: { names: ['libelle_ap'], required: true },
} as const;
type Name = keyof typeof COLUMNS;

/** The name in plain letters has three more forms in the file; only the one with its article is kept. */
const FORMS_OF_NAMES = /^(?:tncc|ncc|nccenr)_(?:av|ap)$/;

export type ReadMovements = {
  movements: Movement[];
  problems: RowProblem[];
  lines: number;
  repeated: number;
  sha256: string;
};

/**
 * Reads INSEE's file of movements of communes (`mvtcommune_AAAA.csv`), in UTF-8 or Windows-1252. Every problem is told,
 * with its line and column; a line that has one gives no movement.
 */
export async function readMovements(
  bytes: AsyncIterable<Buffer>,
  onProgress: (meter: Readonly<Meter>) => void,
): Promise<ReadMovements> {
  const meter: Meter = { bytes: 0, lines: 0 };
  const hash = createHash('sha256');
  const byKey = new Map<string, Movement>();
  const problems: RowProblem[] = [];
  let repeated = 0;
  let reader: MovementReader | null = null;
  try {
    for await (const batch of readRecords(decodeText(measured(bytes, meter, hash), meter), meter)) {
      for (const { line, fields } of batch) {
        if (reader === null) {
          reader = readerOf(line, fields, problems);
          continue;
        }
        const movement = reader(line, fields);
        if (movement === null) continue;
        const key = keyOf(movement);
        if (byKey.has(key)) repeated += 1;
        else byKey.set(key, movement);
      }
      if (byKey.size > MOST_LINES || problems.length > MOST_PROBLEMS) throw tooMuch(meter.lines);
      onProgress(meter);
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    problems.push(error.problem);
  }
  if (byKey.size === 0 && problems.length === 0) {
    problems.push(rowProblem(1, null, 'EMPTY_FILE', 'Le fichier ne contient aucun mouvement.', null));
  }
  return {
    movements: [...byKey.values()],
    problems,
    lines: meter.lines,
    repeated,
    sha256: hash.digest('hex'),
  };
}

async function* measured(
  bytes: AsyncIterable<Buffer>,
  meter: Meter,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    meter.bytes += chunk.length;
    hash.update(chunk);
    yield chunk;
  }
}

type MovementReader = (line: number, fields: readonly string[]) => Movement | null;

function readerOf(headerLine: number, header: readonly string[], problems: RowProblem[]): MovementReader {
  const { written, ...names } = headerOf(headerLine, header);
  const { places, problems: ofHeader } = placesOf({ written, ...names }, COLUMNS, (name) =>
    FORMS_OF_NAMES.test(name),
  );
  problems.push(...ofHeader);
  if (ofHeader.length > 0) {
    throw new UnreadableFile(
      headerLine,
      'NOT_MOVEMENTS',
      'Le fichier n’a pas les colonnes du fichier des mouvements de communes de l’INSEE (mvtcommune_AAAA.csv).',
    );
  }
  return (line, fields) => {
    if (fields.length !== written.length) {
      problems.push(
        rowProblem(
          line,
          null,
          'COLUMN_COUNT',
          `La ligne a ${fields.length} colonnes, l’en-tête ${written.length} : elle est coupée, ou un séparateur est de trop.`,
          fields.join(','),
        ),
      );
      return null;
    }
    const { movement, faults } = movementOf(textsOf(fields, places));
    for (const { name, code, message, raw } of faults) {
      problems.push(rowProblem(line, written[places[name]] ?? name, code, message, raw));
    }
    return movement && { ...movement, line };
  };
}

function textsOf(fields: readonly string[], places: Places<Name>): Record<Name, string> {
  const entries = Object.entries(places).map(([name, at]) => [name, (fields[at] ?? '').trim()]);
  return Object.fromEntries(entries) as Record<Name, string>;
}

type Fault = { name: Name; code: string; message: string; raw: string };

const CODE = /^(?:\d{2}|2[AB])\d{3}$/;
const TYPE = /^(?:COM|COMA|COMD|ARM)$/;

function movementOf(texts: Record<Name, string>): { movement: Movement | null; faults: Fault[] } {
  const faults: Fault[] = [];
  const check = (name: Name, isRight: boolean, code: string, message: string) => {
    if (!isRight) faults.push({ name, code, message, raw: texts[name] });
  };
  const kind = /^\d{1,2}$/.test(texts.kind) ? Number(texts.kind) : Number.NaN;
  check(
    'kind',
    Object.hasOwn(KIND_OF_MOVEMENT, kind),
    'MOVEMENT_KIND_UNKNOWN',
    'Ce type de mouvement n’est pas connu.',
  );
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(texts.on) && isCalendarDay(texts.on);
  check('on', isDay, 'DATE_MALFORMED', 'Une date du calendrier est attendue, sous la forme AAAA-MM-JJ.');
  if (isDay) {
    check(
      'on',
      texts.on >= FIRST_KNOWN_DAY,
      'DATE_TOO_EARLY',
      'Le code officiel géographique ne suit les communes que depuis le 1er janvier 1943.',
    );
  }
  for (const name of ['typeBefore', 'typeAfter'] as const) {
    check(
      name,
      TYPE.test(texts[name]),
      'COMMUNE_TYPE_UNKNOWN',
      'Un type de commune est attendu : COM, COMA, COMD ou ARM.',
    );
  }
  for (const name of ['codeBefore', 'codeAfter'] as const) {
    check(
      name,
      CODE.test(texts[name]),
      'COMMUNE_CODE_MALFORMED',
      'Un code de commune a cinq caractères, par exemple 92050 ou 2A004.',
    );
  }
  for (const name of ['nameBefore', 'nameAfter'] as const) {
    check(name, texts[name] !== '', 'NAME_MISSING', 'Le nom de la commune manque.');
  }
  return { movement: faults.length > 0 ? null : { ...texts, kind }, faults };
}

function keyOf({ on, kind, typeBefore, codeBefore, typeAfter, codeAfter }: Movement): string {
  return [on, kind, typeBefore, codeBefore, typeAfter, codeAfter].join('|');
}

function tooMuch(line: number): UnreadableFile {
  return new UnreadableFile(
    line,
    'TOO_MUCH',
    'La lecture s’arrête ici : le fichier a trop de lignes, ou trop d’erreurs, pour être celui des mouvements de communes.',
  );
}
