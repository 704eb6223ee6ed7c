import {
  ConflictError,
  NotFoundError,
  PermissionError,
  UserError,
  ValidationError,
} from '@graphess/subgraph-kit';
import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { Dataset } from '../dataset/dataset.entity.ts';
import { Vintage } from '../dataset/vintage.entity.ts';
import { DisclosureAudit } from './disclosure-audit.entity.ts';
import { Publication } from './publication.entity.ts';

const COUNTED = 'totaux et indicateurs calculés compris';

@ObjectType({ description: 'Lignes mises de côté pour une même raison : rien d’elles n’est gardé ici.' })
export class QuarantinedRows {
  @Field(() => String, { description: 'Code stable de la raison.' })
  code!: string;

  @Field(() => String, { description: 'La raison, en français.' })
  message!: string;

  @Field(() => Int, { description: 'Nombre de lignes.' })
  count!: number;

  @Field(() => Int, { description: 'La première d’entre elles.' })
  firstLine!: number;
}

@ObjectType({ description: 'Le millésime est publié, ou le serait s’il ne s’agissait pas d’un essai.' })
export class PublishVintageSuccess {
  @Field(() => Vintage, { nullable: true, description: 'Le millésime, nul pour un essai.' })
  vintage!: Vintage | null;

  @Field(() => Int, { description: `Cellules nouvelles, ${COUNTED}.` })
  inserted!: number;

  @Field(() => Int, { description: `Cellules dont la valeur ou le statut change, ${COUNTED}.` })
  revised!: number;

  @Field(() => Int, { description: `Cellules que le fichier ne donne plus, ${COUNTED}.` })
  deleted!: number;

  @Field(() => DisclosureAudit, { description: 'Contrôle du secret statistique.' })
  disclosure!: DisclosureAudit;

  @Field(() => [QuarantinedRows], { description: 'Lignes mises de côté, par raison ; liste courte.' })
  quarantined!: QuarantinedRows[];
}

@ObjectType({ description: 'Ce qui ne va pas dans une ligne du fichier.' })
export class RowError {
  @Field(() => Int, { description: 'Ligne du fichier ; la première est 1.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'Colonne, nulle quand toute la ligne est en cause.' })
  column!: string | null;

  @Field(() => String, { description: 'Code stable, pour les programmes.' })
  code!: string;

  @Field(() => String, { description: 'Explication en français.' })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Ce que le fichier écrit, 80 caractères au plus ; nul si rien n’est à montrer, ou pour un secret.',
  })
  raw!: string | null;
}

@ObjectType({ implements: UserError, description: 'Le fichier est refusé ; rien n’est publié.' })
export class PublishVintageRejected extends UserError {
  @Field(() => [RowError], { description: 'Les lignes en cause, par numéro ; les 100 premières.' })
  rowErrors!: RowError[];

  @Field(() => Int, { description: 'Nombre total de problèmes ; les 100 premiers sont montrés.' })
  problemCount!: number;

  @Field(() => [QuarantinedRows], { description: 'Lignes mises de côté, par raison ; liste courte.' })
  quarantined!: QuarantinedRows[];
}

@ObjectType({
  description:
    'La publication est en cours. La même demande renvoyée avec la même clé de reprise en donne le résultat, comme `publication`.',
})
export class PublicationRunning {
  @Field(() => Publication, { description: 'La publication.' })
  publication!: Publication;
}

export const PublicationResult = createUnionType({
  name: 'PublicationResult',
  description: 'Ce à quoi une publication est arrivée.',
  types: () => [PublishVintageSuccess, PublishVintageRejected, ConflictError, NotFoundError] as const,
});

export const PublishVintagePayload = createUnionType({
  name: 'PublishVintagePayload',
  description: 'Ce que donne la publication d’un millésime.',
  types: () =>
    [
      PublishVintageSuccess,
      PublishVintageRejected,
      PublicationRunning,
      ValidationError,
      ConflictError,
      NotFoundError,
      PermissionError,
    ] as const,
});

@ObjectType({ description: 'Le millésime est retiré : ce qu’il remplaçait est de nouveau en vigueur.' })
export class WithdrawVintageSuccess {
  @Field(() => Vintage, { description: 'Le millésime retiré.' })
  vintage!: Vintage;

  @Field(() => Int, { description: 'Cellules qui reprennent leur valeur d’avant.' })
  restored!: number;

  @Field(() => Int, { description: 'Cellules qui n’ont plus de valeur.' })
  deleted!: number;
}

export const WithdrawVintagePayload = createUnionType({
  name: 'WithdrawVintagePayload',
  description: 'Ce que donne le retrait d’un millésime.',
  types: () =>
    [WithdrawVintageSuccess, ValidationError, ConflictError, NotFoundError, PermissionError] as const,
});

@ObjectType({ description: 'La prochaine publication est annoncée, ou ne l’est plus.' })
export class AnnounceReleaseSuccess {
  @Field(() => Dataset, { description: 'Le jeu de données.' })
  dataset!: Dataset;
}

export const AnnounceReleasePayload = createUnionType({
  name: 'AnnounceReleasePayload',
  description: 'Ce que donne l’annonce d’une publication.',
  types: () =>
    [AnnounceReleaseSuccess, ValidationError, ConflictError, NotFoundError, PermissionError] as const,
});
