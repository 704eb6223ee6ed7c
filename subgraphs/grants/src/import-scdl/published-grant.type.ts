import { connectionOf, DateScalar, DateTimeScalar, Money } from '@graphess/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'Une subvention telle qu’une collectivité l’a publiée, à qui que ce soit. Ce qui n’était pas lisible est nul.',
})
export class PublishedGrant {
  cents!: number;

  @Field(() => String, { description: 'Source : le nom que l’import a donné au fichier.' })
  source!: string;

  @Field(() => String, { description: 'Clé de la subvention dans sa source.' })
  key!: string;

  @Field(() => Int, { description: 'Ligne du fichier.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'Qui l’attribue.' })
  grantorName!: string | null;

  @Field(() => String, { nullable: true, description: 'SIRET de qui l’attribue.' })
  grantorSiret!: string | null;

  @Field(() => Int, { description: 'Année de la convention, à défaut du versement.' })
  year!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Jour de la convention.' })
  agreedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Référence de la décision.' })
  reference!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Nom de la structure bénéficiaire, tel qu’il est écrit ; nul quand rien ne dit que ce n’est pas celui d’une personne.',
  })
  beneficiaryName!: string | null;

  @Field(() => String, { nullable: true, description: 'Son SIRET, quand sa clé est juste.' })
  beneficiarySiret!: string | null;

  @Field(() => String, { nullable: true, description: 'Son SIREN, quand sa clé est juste.' })
  beneficiarySiren!: string | null;

  @Field(() => String, { nullable: true, description: 'Son numéro au répertoire national des associations.' })
  beneficiaryRna!: string | null;

  @Field(() => String, { nullable: true, description: 'Objet.' })
  object!: string | null;

  @Field(() => Money, { description: 'Montant attribué.' })
  amount!: Money;

  @Field(() => String, { nullable: true, description: 'Nature de l’aide, telle qu’elle est écrite.' })
  nature!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Conditions de versement, telles qu’elles sont écrites.',
  })
  terms!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Premier jour de versement.' })
  paidFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Dernier jour de versement.' })
  paidTo!: string | null;
}

@ObjectType({ description: 'Nombre de fois qu’un défaut a été trouvé.' })
export class PublishedGrantProblem {
  @Field(() => String, { description: 'Code stable.' })
  code!: string;

  @Field(() => String, { description: 'Ce que le code veut dire.' })
  message!: string;

  @Field(() => Int, { description: 'Nombre de cellules.' })
  count!: number;
}

@ObjectType({ description: 'Un fichier de subventions importé, et ce que ses lignes sont devenues.' })
export class PublishedGrantFile {
  @Field(() => String, { description: 'Source, telle que l’import l’a nommée.' })
  source!: string;

  @Field(() => String, { description: 'Nom du fichier.' })
  fileName!: string;

  @Field(() => String, { description: 'Empreinte SHA-256 du fichier, en hexadécimal.' })
  sha256!: string;

  @Field(() => DateTimeScalar, { description: 'Instant de l’import.' })
  importedAt!: Date;

  @Field(() => Int, { description: 'Lignes lues.' })
  read!: number;

  @Field(() => Int, { description: 'Lignes gardées.' })
  kept!: number;

  @Field(() => Int, { description: 'Lignes mises de côté : lues et gardées en diffèrent d’autant.' })
  quarantined!: number;

  @Field(() => [PublishedGrantProblem], { description: 'Défauts trouvés, les plus fréquents d’abord.' })
  problems!: PublishedGrantProblem[];
}

const { Connection } = connectionOf(() => PublishedGrant, {
  name: 'PublishedGrant',
  items: 'subventions publiées',
});

/** A page of published grants, and how to learn what its whole list adds up to when that is asked. */
@ObjectType('PublishedGrantConnection', { description: 'Une page de la liste des subventions publiées.' })
export class PublishedGrantConnection extends Connection {
  totalCents!: () => Promise<number>;
}
