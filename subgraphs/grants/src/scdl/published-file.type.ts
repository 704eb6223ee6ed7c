import { DateTimeScalar } from '@graphess/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Un fichier de données ouvertes.' })
export class PublishedFile {
  @Field(() => String, { description: 'Adresse du fichier.' })
  url!: string;

  @Field(() => String, { description: 'Version du schéma SCDL « Subventions » que le fichier suit.' })
  schemaVersion!: string;

  @Field(() => Int, { description: 'Nombre de lignes, sans l’en-tête : une par lauréat.' })
  rowCount!: number;

  @Field(() => String, { description: 'Empreinte SHA-256 du fichier, en hexadécimal.' })
  sha256!: string;

  @Field(() => Int, { description: 'Nombre de cellules que le schéma refuse.' })
  validationErrors!: number;

  @Field(() => DateTimeScalar, {
    description: 'Instant où il a été fait : à la demande, des décisions en vigueur à cet instant.',
  })
  generatedAt!: Date;
}
