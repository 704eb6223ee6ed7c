import { ObservationStatus } from '../observation/observation.status.ts';

/** What each status of a file says, for who reads it. The public is told one reason alone for what is hidden. */
export const STATUS_WORDS = {
  NORMAL: 'Valeur publiée.',
  PROVISIONAL: 'Valeur provisoire, qui sera révisée.',
  ESTIMATED: 'Valeur estimée.',
  REVISED: 'Valeur révisée depuis sa première publication.',
  BREAK: 'Rupture de série : la valeur ne se compare pas à la précédente.',
  SUPPRESSED:
    'Valeur masquée par le secret statistique : elle existe et n’est pas diffusée. Ce n’est pas zéro.',
  NOT_APPLICABLE: 'L’indicateur n’a pas de sens ici : il n’y a pas de valeur à attendre.',
  MISSING: 'Aucune valeur n’est connue. Ce n’est pas zéro.',
} as const satisfies Partial<Record<ObservationStatus, string>>;

export type FileStatus = keyof typeof STATUS_WORDS;

export const FILE_STATUSES = Object.keys(STATUS_WORDS) as FileStatus[];

/** The status of a file: any reason to hide becomes SUPPRESSED, so that no format tells it even if it were given. */
export function fileStatus(status: ObservationStatus): FileStatus {
  switch (status) {
    case ObservationStatus.SUPPRESSED_FREQUENCY:
    case ObservationStatus.SUPPRESSED_DOMINANCE:
    case ObservationStatus.SUPPRESSED_SECONDARY:
    case ObservationStatus.SUPPRESSED_PRODUCER:
      return 'SUPPRESSED';
    default:
      return status;
  }
}

/** Whether a cell of this status may hold a value. */
export const hasValue = (status: FileStatus): boolean =>
  status !== 'SUPPRESSED' && status !== 'NOT_APPLICABLE' && status !== 'MISSING';
