import type { ObservationStatus } from './observation.status.ts';

/** Whether the value is hidden, for whatever reason. */
export function isSecret(status: ObservationStatus): boolean {
  return status.startsWith('SUPPRESSED');
}

/** The one status that every hidden value has for the public, whatever hides it; any other status as it is. */
export function publicStatus(status: ObservationStatus): ObservationStatus {
  return isSecret(status) ? 'SUPPRESSED' : status;
}

type Printed = {
  status: ObservationStatus;
  value: number | null;
  statement: string | null;
  quotation: string | null;
};

/** A revision as anybody may see it: a hidden value is told neither in figures nor in the words of its source. */
export function withoutSecret<Revision extends Printed>(revision: Revision): Revision {
  return isSecret(revision.status)
    ? {
        ...revision,
        value: null,
        statement: null,
        quotation: null,
        ...('reason' in revision && { reason: null }),
      }
    : revision;
}
