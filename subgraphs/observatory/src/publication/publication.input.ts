import { DateScalar } from '@graphess/subgraph-kit';
import { Field, ID, InputType, Int } from 'type-graphql';

const IDEMPOTENCY_KEY =
  'Clé de reprise, de 1 à 255 caractères : la même demande renvoyée avec la même clé n’est faite qu’une fois.';

@InputType({ description: 'Le millésime à publier.' })
export class PublishVintageInput {
  @Field(() => String, { description: 'Jeu de données, par exemple `ESS-FLORES`.' })
  datasetCode!: string;

  @Field(() => String, {
    description: 'Nom du millésime, de 2 à 80 caractères, unique dans le jeu : « 2023 provisoire ».',
  })
  label!: string;

  @Field(() => DateScalar, {
    description:
      'Jour de la géographie du fichier : `2024-01-01` pour le code officiel géographique de 2024.',
  })
  geographyDate!: string;

  @Field(() => ID, { description: 'Envoi du fichier, ouvert par `createUpload` et reçu.' })
  uploadId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Vrai pour un essai : tout est fait, compté, contrôlé, et rien n’est gardé.',
  })
  dryRun!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Raison des révisions, montrée avec chaque valeur qui change ; 500 caractères au plus.',
  })
  reason?: string | null;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'Le millésime à retirer.' })
export class WithdrawVintageInput {
  @Field(() => ID, { description: 'Millésime : le dernier en vigueur de son jeu de données.' })
  vintage!: string;

  @Field(() => String, { description: 'Raison du retrait, montrée à tous ; de 2 à 500 caractères.' })
  reason!: string;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@InputType({ description: 'La publication à annoncer.' })
export class AnnounceReleaseInput {
  @Field(() => String, { description: 'Jeu de données, par exemple `ESS-FLORES`.' })
  datasetCode!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Jour de la prochaine publication, aujourd’hui ou plus tard ; absent pour ne plus l’annoncer.',
  })
  on?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Version du jeu de données telle qu’elle a été lue : une autre est un conflit.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}
