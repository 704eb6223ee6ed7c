import { registerEnumType } from 'type-graphql';

export const OrgRole = {
  APPLICANT: 'APPLICANT',
  LAUREATE: 'LAUREATE',
  FUNDER: 'FUNDER',
  SUPPORT_PARTNER: 'SUPPORT_PARTNER',
  DATA_PROVIDER: 'DATA_PROVIDER',
  ORGANIZER: 'ORGANIZER',
  INCUBATOR: 'INCUBATOR',
  CALL_OWNER: 'CALL_OWNER',
  CONSULAR_CHAMBER: 'CONSULAR_CHAMBER',
  PUBLISHER: 'PUBLISHER',
  SPEAKER: 'SPEAKER',
  SIAE: 'SIAE',
  BUYER: 'BUYER',
  CLUB_MEMBER: 'CLUB_MEMBER',
} as const;
export type OrgRole = (typeof OrgRole)[keyof typeof OrgRole];

registerEnumType(OrgRole, {
  name: 'OrgRole',
  description: 'Rôle d’une organisation dans l’économie sociale et solidaire du département.',
  valuesConfig: {
    APPLICANT: { description: 'A candidaté à un appel à projets.' },
    LAUREATE: { description: 'Lauréate d’un appel à projets.' },
    FUNDER: { description: 'Finance des projets.' },
    SUPPORT_PARTNER: { description: 'Accompagne les porteurs de projets.' },
    DATA_PROVIDER: { description: 'Fournit ou mobilise des données.' },
    ORGANIZER: { description: 'Organise des événements.' },
    INCUBATOR: { description: 'Héberge et fait grandir des projets.' },
    CALL_OWNER: { description: 'Porte un appel à projets.' },
    CONSULAR_CHAMBER: { description: 'Chambre consulaire.' },
    PUBLISHER: { description: 'Publie un document dont viennent des faits.' },
    SPEAKER: { description: 'Intervient dans un événement.' },
    SIAE: { description: 'Structure d’insertion par l’activité économique.' },
    BUYER: { description: 'Acheteur public ou privé.' },
    CLUB_MEMBER: { description: 'Membre du club d’entreprises inclusives.' },
  },
});
