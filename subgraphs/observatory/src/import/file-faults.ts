import { UnreadableFile } from './row-problem.ts';

export function workbook(): UnreadableFile {
  return new UnreadableFile(
    1,
    'WORKBOOK',
    'Le fichier est un classeur Excel : enregistrez la feuille au format CSV (UTF-8) et recommencez.',
  );
}

/** What was read up to `line` came out of an archive that is cut or damaged. */
export function damagedArchive(line: number): UnreadableFile {
  return new UnreadableFile(
    line,
    'ARCHIVE_DAMAGED',
    'L’archive est incomplète ou abîmée : son contenu s’interrompt à cette ligne. Téléchargez-la de nouveau.',
  );
}
