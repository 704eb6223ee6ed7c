import { RouteRefusal } from '@graphess/subgraph-kit';
import type { FileContent } from './file-content.rules.ts';

type Reason = (FileContent & { kind: 'REFUSED' })['reason'] | 'OTHER_EXTENSION';

const MESSAGES: Readonly<Record<Reason, string>> = {
  EXECUTABLE: 'Ce fichier est un programme, quel que soit son nom.',
  POLYGLOT: 'Ce fichier en contient un autre : enregistrez-le de nouveau depuis le logiciel qui l’a fait.',
  MACROS: 'Ce document contient des macros : enregistrez-le sans elles.',
  TRUNCATED: 'Ce fichier est incomplet.',
  UNKNOWN_TYPE: 'Sont pris les PDF, PNG, JPEG, DOCX, XLSX, ODT et ODS.',
  OTHER_EXTENSION: 'Le nom de ce fichier annonce un autre type que son contenu.',
};

/** The refusal of a file for what it is. Nothing of it is kept. */
export function contentRefused(reason: Reason): RouteRefusal {
  return new RouteRefusal(422, 'BAD_USER_INPUT', `${MESSAGES[reason]} Rien n’en est gardé.`, {
    reason: `FILE_${reason}`,
  });
}
