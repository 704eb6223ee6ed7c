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

/**
 * A revision as anybody may see it. A hidden value is told neither in figures nor in the words of its source, nor by what
 * it was computed from. `secretSince` is that of its observation: a cell that was hidden once is hidden in every revision.
 */
export function withoutSecret<Revision extends Printed>(
  revision: Revision,
  secretSince: Date | null,
): Revision {
  if (secretSince === null && !isSecret(revision.status)) return revision;
  return {
    ...revision,
    status: isSecret(revision.status) ? revision.status : 'SUPPRESSED',
    value: null,
    statement: null,
    quotation: null,
    ...('reason' in revision && { reason: null }),
    ...('inputs' in revision && { inputs: null }),
    ...('units' in revision && { units: null }),
    ...('largest' in revision && { largest: null }),
  };
}

type Span = { status: ObservationStatus; validFrom: Date; validTo: Date | null };

/**
 * Revisions as anybody may see them, the first one first: those of a secret that follow one another are one, since the
 * instants at which a hidden value changed, or did not, already tell something of it.
 */
export function withoutSecretChanges<Revision extends Span>(revisions: readonly Revision[]): Revision[] {
  const shown: Revision[] = [];
  for (const revision of revisions) {
    const last = shown.at(-1);
    if (last !== undefined && followsInSecret(last, revision)) {
      shown.splice(-1, 1, { ...last, status: revision.status, validTo: revision.validTo });
    } else {
      shown.push(revision);
    }
  }
  return shown;
}

function followsInSecret(before: Span, after: Span): boolean {
  return (
    isSecret(before.status) &&
    isSecret(after.status) &&
    before.validTo?.getTime() === after.validFrom.getTime()
  );
}
