import { registerEnumType } from 'type-graphql';

export const ExportFormat = {
  CSV: 'CSV',
  XLSX: 'XLSX',
  JSON_STAT: 'JSON_STAT',
  SDMX_CSV: 'SDMX_CSV',
  JSONL: 'JSONL',
  PARQUET: 'PARQUET',
} as const;
export type ExportFormat = (typeof ExportFormat)[keyof typeof ExportFormat];

registerEnumType(ExportFormat, {
  name: 'ExportFormat',
  description: 'Format d’un fichier d’observations.',
  valuesConfig: {
    CSV: { description: 'CSV de la RFC 4180 : virgule, point décimal, UTF-8 sans marque d’ordre.' },
    XLSX: { description: 'Classeur Excel : codes en texte, nombres en nombres, notice jointe.' },
    JSON_STAT: { description: 'JSON-stat 2.0 : un cube, ses dimensions et le statut de chaque cellule.' },
    SDMX_CSV: { description: 'SDMX-CSV 2.0, pour les outils des instituts de statistique.' },
    JSONL: { description: 'Un objet JSON par ligne.' },
    PARQUET: { description: 'Apache Parquet : colonnes typées, codes en texte.' },
  },
});
