/** Where an organisation stands in the register. */
export type Standing = {
  readonly id: string;
  /** The living organisation that it leads to: itself unless it was merged. */
  readonly currentId: string;
  readonly isDemonstration: boolean;
  /** Records that it holds, its own included. */
  readonly records: number;
  readonly version: number;
};

/** Why an act of the register is not done; kept as it is for whoever sends the same again. */
export type RegisterRefusal = {
  readonly kind: 'UNKNOWN' | 'CONFLICT' | 'INVALID';
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly currentVersion: number | null;
};

/** Records that one organisation may gather, itself included. */
export const MOST_RECORDS = 50;

/** Why `merge` may not be merged into `keep`, or null when it may. */
export function refusalOfMerge(
  keep: Standing | null,
  merge: Standing | null,
  expectedVersion: number | null,
): RegisterRefusal | null {
  if (keep === null) return unknown('keep');
  if (merge === null) return unknown('merge');
  if (keep.currentId !== keep.id) return alreadyMerged('keep', keep);
  if (merge.currentId !== merge.id) return alreadyMerged('merge', merge);
  if (keep.isDemonstration !== merge.isDemonstration) {
    return refusal(
      'INVALID',
      'DEMONSTRATION_AND_REAL',
      'Une organisation de démonstration ne se fusionne pas avec une vraie.',
      'merge',
    );
  }
  if (keep.records + merge.records > MOST_RECORDS) {
    return refusal(
      'INVALID',
      'TOO_MANY_RECORDS',
      `Une organisation réunit ${MOST_RECORDS} fiches au plus.`,
      'merge',
    );
  }
  if (expectedVersion !== null && expectedVersion !== keep.version) {
    return changed(keep.version);
  }
  return null;
}

/** Why an organisation may not be taken out of another, or null when it may. */
export function refusalOfUnmerge(
  organization: Standing | null,
  keptVersion: number | null,
  expectedVersion: number | null,
): RegisterRefusal | null {
  if (organization === null) return unknown('organization');
  if (organization.currentId === organization.id) {
    return refusal('CONFLICT', 'CONFLICT', 'Cette fiche n’est fusionnée dans aucune autre.', 'organization');
  }
  if (expectedVersion !== null && expectedVersion !== keptVersion) return changed(keptVersion);
  return null;
}

function alreadyMerged(field: string, { currentId }: Standing): RegisterRefusal {
  return refusal(
    'CONFLICT',
    'CONFLICT',
    `Cette fiche est déjà fusionnée dans ${currentId} : c’est celle-ci qu’il faut désigner.`,
    field,
  );
}

function changed(currentVersion: number | null): RegisterRefusal {
  const message = 'La fiche gardée a changé depuis qu’elle a été lue.';
  return { ...refusal('CONFLICT', 'CONFLICT', message, 'expectedVersion'), currentVersion };
}

function unknown(field: string): RegisterRefusal {
  return refusal('UNKNOWN', 'NOT_FOUND', 'Cette organisation n’existe pas.', field);
}

function refusal(
  kind: RegisterRefusal['kind'],
  code: string,
  message: string,
  field: string,
): RegisterRefusal {
  return { kind, code, message, path: [field], currentVersion: null };
}
