import { Money } from '@graphess/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Crédits d’une édition. Un montant inconnu est nul, jamais zéro.' })
export class Envelope {
  @Field(() => Money, { nullable: true, description: 'Montant total de l’enveloppe.' })
  total!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Plafond de la subvention d’un projet.' })
  maxPerProject!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Montant engagé.' })
  committed!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Montant versé.' })
  paid!: Money | null;

  @Field(() => Money, { nullable: true, description: 'Montant encore disponible.' })
  remaining!: Money | null;
}

@ObjectType({ description: 'Nombre de projets à chaque étape d’une édition. Un nombre inconnu est nul.' })
export class CallCounts {
  @Field(() => Int, { nullable: true, description: 'Candidatures reçues.' })
  applications!: number | null;

  @Field(() => Int, { nullable: true, description: 'Candidatures recevables.' })
  eligible!: number | null;

  @Field(() => Int, { nullable: true, description: 'Projets présélectionnés.' })
  shortlisted!: number | null;

  @Field(() => Int, { nullable: true, description: 'Projets auditionnés.' })
  auditioned!: number | null;

  @Field(() => Int, { nullable: true, description: 'Projets lauréats, que leur nom soit publié ou non.' })
  awarded!: number | null;

  @Field(() => Int, { description: 'Lauréats dont le nom est publié ici.' })
  publishedLaureates!: number;
}

@ObjectType({ description: 'Un document de l’appel à projets (règlement, dossier de candidature).' })
export class Document {
  @Field(() => String, { description: 'Titre.' })
  title!: string;

  @Field(() => String, { description: 'Adresse du fichier.' })
  url!: string;

  @Field(() => String, { description: 'Empreinte SHA-256 du fichier, en hexadécimal.' })
  sha256!: string;
}
