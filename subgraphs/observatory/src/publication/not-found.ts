import { NotFoundError } from '@graphess/subgraph-kit';

const MESSAGES = {
  datasetCode: 'Ce jeu de données n’existe pas, ou ne se publie pas ici.',
  uploadId: 'Cet envoi n’existe pas, n’est pas le vôtre, ou n’a pas encore été reçu.',
  vintage: 'Ce millésime n’existe pas, ou n’a pas été publié ici.',
} as const;

export function notFound(field: keyof typeof MESSAGES): NotFoundError {
  return Object.assign(new NotFoundError(), { code: 'NOT_FOUND', message: MESSAGES[field], path: [field] });
}
