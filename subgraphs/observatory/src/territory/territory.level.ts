import type { TerritoryIdLevel } from '@graphess/identifiers';
import { registerEnumType } from 'type-graphql';

export const TerritoryLevel = {
  QPV: 'QPV',
  COMMUNE: 'COMMUNE',
  EPCI: 'EPCI',
  EPT: 'EPT',
  DEPARTMENT: 'DEPARTMENT',
  REGION: 'REGION',
  COUNTRY: 'COUNTRY',
} as const satisfies Record<TerritoryIdLevel | 'QPV' | 'COUNTRY', string>;
export type TerritoryLevel = (typeof TerritoryLevel)[keyof typeof TerritoryLevel];

registerEnumType(TerritoryLevel, {
  name: 'TerritoryLevel',
  description: 'Échelon d’un territoire.',
  valuesConfig: {
    QPV: { description: 'Quartier prioritaire de la politique de la ville.' },
    COMMUNE: { description: 'Commune.' },
    EPCI: { description: 'Établissement public de coopération intercommunale à fiscalité propre.' },
    EPT: { description: 'Établissement public territorial de la Métropole du Grand Paris.' },
    DEPARTMENT: { description: 'Département.' },
    REGION: { description: 'Région.' },
    COUNTRY: { description: 'Pays.' },
  },
});
