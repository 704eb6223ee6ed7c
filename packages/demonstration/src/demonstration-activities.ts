/** Kinds of insertion structure that are invented; none in a prison, since no prison is invented. */
export type DemonstrationKind = 'EI' | 'AI' | 'ACI' | 'ETTI' | 'EITI' | 'GEIQ' | 'EA' | 'EATT' | 'ESAT';

/** DISP lends people, PREST sells a service, BUILD makes and sells goods. */
export type DemonstrationPrestaType = 'DISP' | 'PREST' | 'BUILD';

/** Codes of the sectors that invented structures work in. */
export const DEMONSTRATION_SECTORS = [
  'ESPACES_VERTS',
  'PROPRETE',
  'BATIMENT',
  'RESTAURATION',
  'BLANCHISSERIE',
  'TEXTILE',
  'REEMPLOI',
  'DECHETS',
  'LOGISTIQUE',
  'NUMERIQUE',
  'ADMINISTRATIF',
  'COMMUNICATION',
  'SOUS_TRAITANCE_INDUSTRIELLE',
  'MENUISERIE',
  'REPARATION',
  'SERVICES_A_LA_PERSONNE',
  'MARAICHAGE',
  'CULTURE',
] as const;
export type DemonstrationSector = (typeof DEMONSTRATION_SECTORS)[number];

type KindProfile = {
  weight: number;
  prestaTypes: readonly (readonly [readonly DemonstrationPrestaType[], number])[];
  insertion: readonly [least: number, most: number];
  permanent: readonly [least: number, most: number];
};

/** How often each kind is invented, how it sells, and how many people it employs. Plausible, drawn from no statistic. */
export const KIND_PROFILES: Readonly<Record<DemonstrationKind, KindProfile>> = {
  EI: {
    weight: 24,
    prestaTypes: [
      [['PREST'], 6],
      [['PREST', 'BUILD'], 3],
      [['BUILD'], 1],
    ],
    insertion: [4, 60],
    permanent: [2, 20],
  },
  ACI: {
    weight: 22,
    prestaTypes: [
      [['PREST'], 5],
      [['PREST', 'BUILD'], 4],
      [['BUILD'], 1],
    ],
    insertion: [6, 50],
    permanent: [2, 12],
  },
  AI: {
    weight: 10,
    prestaTypes: [
      [['DISP'], 7],
      [['DISP', 'PREST'], 3],
    ],
    insertion: [15, 180],
    permanent: [2, 12],
  },
  ETTI: { weight: 8, prestaTypes: [[['DISP'], 1]], insertion: [20, 220], permanent: [3, 15] },
  EITI: { weight: 3, prestaTypes: [[['PREST'], 1]], insertion: [5, 60], permanent: [1, 6] },
  GEIQ: { weight: 5, prestaTypes: [[['DISP'], 1]], insertion: [8, 90], permanent: [2, 10] },
  EA: {
    weight: 12,
    prestaTypes: [
      [['PREST'], 5],
      [['PREST', 'BUILD'], 4],
      [['BUILD'], 1],
    ],
    insertion: [8, 90],
    permanent: [2, 25],
  },
  EATT: { weight: 3, prestaTypes: [[['DISP'], 1]], insertion: [8, 70], permanent: [2, 8] },
  ESAT: {
    weight: 13,
    prestaTypes: [
      [['PREST', 'BUILD'], 6],
      [['PREST'], 2],
      [['DISP', 'PREST', 'BUILD'], 2],
    ],
    insertion: [25, 130],
    permanent: [8, 40],
  },
};
