import { registerEnumType } from 'type-graphql';

export const AttachmentKind = {
  STATUTES: 'STATUTES',
  BANK_DETAILS: 'BANK_DETAILS',
  ACCOUNTS: 'ACCOUNTS',
  ACTIVITY_REPORT: 'ACTIVITY_REPORT',
  REPRESENTATION_MANDATE: 'REPRESENTATION_MANDATE',
  QUOTE: 'QUOTE',
  OTHER: 'OTHER',
} as const;
export type AttachmentKind = (typeof AttachmentKind)[keyof typeof AttachmentKind];

export const ATTACHMENT_LABELS: Readonly<Record<AttachmentKind, string>> = {
  STATUTES: 'Statuts de la structure.',
  BANK_DETAILS: 'Relevé d’identité bancaire de la structure.',
  ACCOUNTS: 'Derniers comptes approuvés.',
  ACTIVITY_REPORT: 'Dernier rapport d’activité.',
  REPRESENTATION_MANDATE: 'Pouvoir de la personne qui dépose, si elle n’est pas le représentant légal.',
  QUOTE: 'Devis.',
  OTHER: 'Autre document.',
};

/** What no application is filed without. */
export const REQUIRED_ATTACHMENTS: readonly AttachmentKind[] = ['STATUTES', 'BANK_DETAILS'];

registerEnumType(AttachmentKind, {
  name: 'AttachmentKind',
  description: 'Nature d’une pièce jointe.',
  valuesConfig: Object.fromEntries(
    Object.entries(ATTACHMENT_LABELS).map(([kind, description]) => [kind, { description }]),
  ),
});

export const AttachmentScan = {
  NOT_SCANNED: 'NOT_SCANNED',
  CLEAN: 'CLEAN',
  INFECTED: 'INFECTED',
} as const;
export type AttachmentScan = (typeof AttachmentScan)[keyof typeof AttachmentScan];

registerEnumType(AttachmentScan, {
  name: 'AttachmentScan',
  description: 'Ce que l’antivirus de l’exploitant a dit d’une pièce jointe.',
  valuesConfig: {
    NOT_SCANNED: {
      description: 'Aucun antivirus n’est branché, ou il n’a pas répondu : la pièce n’est pas vérifiée.',
    },
    CLEAN: { description: 'Rien n’y a été trouvé.' },
    INFECTED: {
      description: 'Un virus y a été trouvé : la pièce est en quarantaine, personne ne la reçoit.',
    },
  },
});
