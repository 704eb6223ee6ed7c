/**
 * The sectors in which suppliers sell: our own short list, coarse enough for a buyer to choose from, each with the
 * French label that facets show and that search reads.
 */
export const SECTOR_LABELS: Readonly<Record<string, string>> = {
  ADMINISTRATIF: 'Travaux administratifs et numérisation',
  BATIMENT: 'Bâtiment et travaux publics',
  BLANCHISSERIE: 'Blanchisserie et entretien du linge',
  COMMUNICATION: 'Communication, impression et routage',
  CULTURE: 'Culture, spectacle et événementiel',
  DECHETS: 'Collecte et traitement des déchets',
  ESPACES_VERTS: 'Espaces verts et propreté urbaine',
  LOGISTIQUE: 'Transport, livraison et logistique',
  MARAICHAGE: 'Maraîchage et alimentation locale',
  MENUISERIE: 'Menuiserie et mobilier',
  NUMERIQUE: 'Services et équipements numériques',
  PROPRETE: 'Nettoyage et propreté',
  REEMPLOI: 'Réemploi et recyclage',
  REPARATION: 'Réparation et maintenance',
  RESTAURATION: 'Restauration et traiteur',
  SERVICES_A_LA_PERSONNE: 'Services à la personne',
  SOUS_TRAITANCE_INDUSTRIELLE: 'Sous-traitance industrielle et conditionnement',
  TEXTILE: 'Textile, couture et upcyclage',
};
