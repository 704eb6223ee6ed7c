import type { FaultCode } from '@graphess/subgraph-kit';
import { HttpRefusal } from './http-refusal.ts';

const MESSAGES: Readonly<Record<number, string>> = {
  400: 'La requête HTTP est mal formée.',
  404: 'Cette adresse n’existe pas. Le graphe répond sur /graphql.',
  405: 'Cette méthode HTTP n’est pas acceptée ici.',
  408: 'La requête a mis trop de temps à arriver.',
  413: 'Le corps de la requête dépasse 256 ko.',
  414: 'L’adresse est trop longue : envoyez la requête par POST.',
  415: 'Le corps de la requête doit être du JSON en UTF-8, non compressé (content-type: application/json).',
  431: 'Les en-têtes de la requête sont trop longs.',
};

/** What a refusal of HTTP says, in the shape of GraphQL errors. `requestId` is null where there is no request yet. */
export function refusalBody(status: number, requestId: string | null) {
  const code: FaultCode = status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
  const message =
    MESSAGES[status] ?? (status >= 500 ? 'Une erreur interne est survenue.' : 'La requête HTTP est refusée.');
  return { errors: [{ message, extensions: { code, ...(requestId === null ? {} : { requestId }) } }] };
}

export function jsonRefusal(): HttpRefusal {
  return new HttpRefusal(
    400,
    'BAD_REQUEST',
    'Le corps de la requête n’est pas un objet JSON bien formé : en UTF-8 sans marque d’ordre, chaque clé une seule fois.',
  );
}

export function mediaTypeRefusal(headers: Record<string, string> = {}): HttpRefusal {
  return new HttpRefusal(415, 'BAD_REQUEST', MESSAGES[415] ?? '', { headers });
}
