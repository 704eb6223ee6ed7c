import { registerEnumType } from 'type-graphql';

export const QualityKind = {
  SHARED_PHONE: 'SHARED_PHONE',
  EMAIL_DOMAIN_NEAR_SITE: 'EMAIL_DOMAIN_NEAR_SITE',
  POSTCODE_OF_OTHER_DEPARTMENT: 'POSTCODE_OF_OTHER_DEPARTMENT',
  POSTCODE_OF_OTHER_COMMUNE: 'POSTCODE_OF_OTHER_COMMUNE',
  POSTCODE_SPACING: 'POSTCODE_SPACING',
  NAME_VARIANT: 'NAME_VARIANT',
  RETIRED_TERRITORY: 'RETIRED_TERRITORY',
  CLAIM_UNDECIDED: 'CLAIM_UNDECIDED',
  STALE_VINTAGE: 'STALE_VINTAGE',
} as const;
export type QualityKind = (typeof QualityKind)[keyof typeof QualityKind];

registerEnumType(QualityKind, {
  name: 'QualityKind',
  description:
    'Nature d’un signalement. Rien n’est cherché hors de la plateforme : un site internet qui ne répond plus n’est pas signalé.',
  valuesConfig: {
    SHARED_PHONE: { description: 'Le même téléphone est imprimé pour plusieurs organisations.' },
    EMAIL_DOMAIN_NEAR_SITE: {
      description: 'Le domaine du courriel diffère de celui du site d’une lettre ou deux.',
    },
    POSTCODE_OF_OTHER_DEPARTMENT: {
      description: 'Le code postal imprimé n’est pas de la commune, ni même de son département.',
    },
    POSTCODE_OF_OTHER_COMMUNE: {
      description: 'Le code postal imprimé est du département, mais pas de la commune.',
    },
    POSTCODE_SPACING: { description: 'Le code postal est imprimé avec une espace.' },
    NAME_VARIANT: { description: 'Les sources n’écrivent pas le nom de la même façon.' },
    RETIRED_TERRITORY: { description: 'Le territoire n’est plus dans le code officiel géographique.' },
    CLAIM_UNDECIDED: {
      description: 'Des sources se contredisent, et aucune affirmation, ou plusieurs, sont retenues.',
    },
    STALE_VINTAGE: { description: 'Le jeu de données n’a pas paru au rythme annoncé.' },
  },
});

export const QualitySeverity = { ERROR: 'ERROR', WARNING: 'WARNING', INFO: 'INFO' } as const;
export type QualitySeverity = (typeof QualitySeverity)[keyof typeof QualitySeverity];

registerEnumType(QualitySeverity, {
  name: 'QualitySeverity',
  description: 'Gravité d’un signalement.',
  valuesConfig: {
    ERROR: { description: 'La donnée est fausse, ou l’une des deux l’est.' },
    WARNING: { description: 'La donnée est sans doute fausse ou périmée.' },
    INFO: { description: 'La donnée se lit, mais gagnerait à être harmonisée.' },
  },
});

export const QualityStatus = { OPEN: 'OPEN', RESOLVED: 'RESOLVED' } as const;
export type QualityStatus = (typeof QualityStatus)[keyof typeof QualityStatus];

registerEnumType(QualityStatus, {
  name: 'QualityStatus',
  description: 'Où en est un signalement.',
  valuesConfig: {
    OPEN: { description: 'À traiter.' },
    RESOLVED: { description: 'Traité.' },
  },
});

export const QualityResolution = {
  FIXED_AT_SOURCE: 'FIXED_AT_SOURCE',
  ACCEPTED: 'ACCEPTED',
  FALSE_POSITIVE: 'FALSE_POSITIVE',
} as const;
export type QualityResolution = (typeof QualityResolution)[keyof typeof QualityResolution];

registerEnumType(QualityResolution, {
  name: 'QualityResolution',
  description: 'Ce qui a été décidé d’un signalement.',
  valuesConfig: {
    FIXED_AT_SOURCE: { description: 'L’auteur du document a été prévenu ou l’a corrigé.' },
    ACCEPTED: { description: 'La donnée est gardée telle quelle.' },
    FALSE_POSITIVE: { description: 'Il n’y avait rien à corriger.' },
  },
});
