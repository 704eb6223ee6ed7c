import { registerEnumType } from 'type-graphql';

export const TerritoryChangeKind = {
  RENAMED: 'RENAMED',
  CREATED: 'CREATED',
  REESTABLISHED: 'REESTABLISHED',
  ABOLISHED: 'ABOLISHED',
  MERGED: 'MERGED',
  NEW_COMMUNE: 'NEW_COMMUNE',
  MERGED_AS_ASSOCIATE: 'MERGED_AS_ASSOCIATE',
  ASSOCIATE_ABSORBED: 'ASSOCIATE_ABSORBED',
  DELEGATE_ABOLISHED: 'DELEGATE_ABOLISHED',
  DEPARTMENT_CHANGED: 'DEPARTMENT_CHANGED',
  SEAT_MOVED: 'SEAT_MOVED',
  OTHER: 'OTHER',
} as const;
export type TerritoryChangeKind = (typeof TerritoryChangeKind)[keyof typeof TerritoryChangeKind];

registerEnumType(TerritoryChangeKind, {
  name: 'TerritoryChangeKind',
  description: 'Nature d’un mouvement de communes (INSEE).',
  valuesConfig: {
    RENAMED: { description: 'Changement de nom.' },
    CREATED: { description: 'Création.' },
    REESTABLISHED: { description: 'Rétablissement d’une commune qui avait été réunie à une autre.' },
    ABOLISHED: { description: 'Suppression.' },
    MERGED: { description: 'Fusion simple.' },
    NEW_COMMUNE: { description: 'Création d’une commune nouvelle.' },
    MERGED_AS_ASSOCIATE: { description: 'Fusion-association.' },
    ASSOCIATE_ABSORBED: { description: 'Passage d’une fusion-association à une fusion simple.' },
    DELEGATE_ABOLISHED: { description: 'Suppression de commune déléguée.' },
    DEPARTMENT_CHANGED: { description: 'Changement de code dû à un changement de département.' },
    SEAT_MOVED: { description: 'Changement de code dû à un transfert de chef-lieu.' },
    OTHER: { description: 'Autre changement.' },
  },
});

/** What each code of INSEE's column MOD is. Source: INSEE, dessin du fichier des mouvements de communes. */
export const KIND_OF_MOVEMENT: Readonly<Record<number, TerritoryChangeKind>> = {
  10: 'RENAMED',
  20: 'CREATED',
  21: 'REESTABLISHED',
  30: 'ABOLISHED',
  31: 'MERGED',
  32: 'NEW_COMMUNE',
  33: 'MERGED_AS_ASSOCIATE',
  34: 'ASSOCIATE_ABSORBED',
  35: 'DELEGATE_ABOLISHED',
  41: 'DEPARTMENT_CHANGED',
  50: 'SEAT_MOVED',
  70: 'OTHER',
  71: 'OTHER',
};
