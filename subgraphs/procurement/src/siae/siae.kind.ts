import { registerEnumType } from 'type-graphql';

export const SiaeKind = {
  EI: 'EI',
  AI: 'AI',
  ACI: 'ACI',
  ETTI: 'ETTI',
  EITI: 'EITI',
  GEIQ: 'GEIQ',
  EA: 'EA',
  EATT: 'EATT',
  ESAT: 'ESAT',
  SEP: 'SEP',
} as const;
export type SiaeKind = (typeof SiaeKind)[keyof typeof SiaeKind];

/** What a facet calls each kind. */
export const SIAE_KIND_LABELS: Readonly<Record<SiaeKind, string>> = {
  EI: 'Entreprise d’insertion',
  AI: 'Association intermédiaire',
  ACI: 'Atelier et chantier d’insertion',
  ETTI: 'Entreprise de travail temporaire d’insertion',
  EITI: 'Entreprise d’insertion par le travail indépendant',
  GEIQ: 'Groupement d’employeurs pour l’insertion et la qualification',
  EA: 'Entreprise adaptée',
  EATT: 'Entreprise adaptée de travail temporaire',
  ESAT: 'Établissement et service d’accompagnement par le travail',
  SEP: 'Produits et services réalisés en prison',
};

registerEnumType(SiaeKind, {
  name: 'SiaeKind',
  description: 'Nature d’une structure d’insertion ou du secteur adapté et protégé.',
  valuesConfig: {
    EI: { description: `${SIAE_KIND_LABELS.EI} (code du travail, L. 5132-5).` },
    AI: { description: `${SIAE_KIND_LABELS.AI} (code du travail, L. 5132-7).` },
    ACI: { description: `${SIAE_KIND_LABELS.ACI} (code du travail, L. 5132-15).` },
    ETTI: { description: `${SIAE_KIND_LABELS.ETTI} (code du travail, L. 5132-6).` },
    EITI: { description: `${SIAE_KIND_LABELS.EITI} (code du travail, L. 5132-5-1).` },
    GEIQ: { description: `${SIAE_KIND_LABELS.GEIQ} (code du travail, L. 1253-1).` },
    EA: { description: `${SIAE_KIND_LABELS.EA} (code du travail, L. 5213-13).` },
    EATT: { description: `${SIAE_KIND_LABELS.EATT} (code du travail, L. 5213-13-3).` },
    ESAT: { description: `${SIAE_KIND_LABELS.ESAT} (code de l’action sociale et des familles, L. 344-2).` },
    SEP: { description: `${SIAE_KIND_LABELS.SEP} (code de la commande publique, L. 2113-13-1).` },
  },
});
