import { registerEnumType } from 'type-graphql';

/** What may bind a reviewer to an applicant. All but the last are looked for in the graph. */
export const ConflictKind = {
  SAME_ORGANIZATION: 'SAME_ORGANIZATION',
  RIVAL: 'RIVAL',
  JOINT_PROJECT: 'JOINT_PROJECT',
  SUPPORT_PARTNER: 'SUPPORT_PARTNER',
  DATA_PRODUCER: 'DATA_PRODUCER',
  CLUB: 'CLUB',
  CONTRACT: 'CONTRACT',
  PERSONAL: 'PERSONAL',
} as const;
export type ConflictKind = (typeof ConflictKind)[keyof typeof ConflictKind];

registerEnumType(ConflictKind, {
  name: 'ConflictKind',
  description: 'Ce qui peut lier un juré à la structure qui candidate.',
  valuesConfig: {
    SAME_ORGANIZATION: { description: 'La structure qui l’envoie est celle qui candidate.' },
    RIVAL: { description: 'Les deux structures candidatent à la même édition.' },
    JOINT_PROJECT: { description: 'Les deux structures mènent un projet ensemble.' },
    SUPPORT_PARTNER: { description: 'L’une accompagne l’autre, ou une édition où l’autre est engagée.' },
    DATA_PRODUCER: { description: 'L’une fournit les données que l’autre publie.' },
    CLUB: { description: 'Les deux structures sont au Club des lauréats.' },
    CONTRACT: { description: 'L’une achète à l’autre.' },
    PERSONAL: { description: 'Un lien personnel, que seul le juré connaît.' },
  },
});

export const ConflictSeverity = { BLOCKING: 'BLOCKING', TO_DECLARE: 'TO_DECLARE' } as const;
export type ConflictSeverity = (typeof ConflictSeverity)[keyof typeof ConflictSeverity];

registerEnumType(ConflictSeverity, {
  name: 'ConflictSeverity',
  description: 'Ce qu’un lien entraîne.',
  valuesConfig: {
    BLOCKING: { description: 'Le juré ne peut pas évaluer la candidature.' },
    TO_DECLARE: { description: 'Le juré se récuse, ou un second agent écarte le lien avec un motif.' },
  },
});

export const ConflictRelation = {
  SAME_AS: 'SAME_AS',
  PARTNER_IN: 'PARTNER_IN',
  SUPPORTS: 'SUPPORTS',
  SUPPORT_PARTNER_OF: 'SUPPORT_PARTNER_OF',
  OWNS: 'OWNS',
  LAUREATE_OF: 'LAUREATE_OF',
  APPLIES_TO: 'APPLIES_TO',
  PROVIDES_DATA_TO: 'PROVIDES_DATA_TO',
  MEMBER_OF: 'MEMBER_OF',
  SUPPLIES: 'SUPPLIES',
} as const;
export type ConflictRelation = (typeof ConflictRelation)[keyof typeof ConflictRelation];

registerEnumType(ConflictRelation, {
  name: 'ConflictRelation',
  description: 'Un lien d’un chemin entre un juré et une candidature.',
  valuesConfig: {
    SAME_AS: { description: 'Est la même structure.' },
    PARTNER_IN: { description: 'Mène ce projet commun.' },
    SUPPORTS: { description: 'Accompagne.' },
    SUPPORT_PARTNER_OF: { description: 'Est partenaire d’accompagnement de cette édition.' },
    OWNS: { description: 'Porte cette édition.' },
    LAUREATE_OF: { description: 'Est lauréate de cette édition.' },
    APPLIES_TO: { description: 'Candidate à cette édition.' },
    PROVIDES_DATA_TO: { description: 'Fournit des données à.' },
    MEMBER_OF: { description: 'Est membre de.' },
    SUPPLIES: { description: 'Est titulaire d’un marché de.' },
  },
});
