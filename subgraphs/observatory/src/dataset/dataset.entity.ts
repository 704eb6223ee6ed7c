import { Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity('dataset')
@Check('dataset_code_check', 'code is capitals and digits joined by hyphens')
@Check('dataset_version_check', 'version > 0')
@Check('dataset_publisher_ids_check', 'a demonstration has no publisher')
@Unique('dataset_code_is_demonstration_key', ['code', 'isDemonstration'])
@ObjectType({ description: 'Un jeu de données : des valeurs d’un même producteur, publiées par millésimes.' })
export class Dataset {
  @PrimaryColumn('text')
  @Field(() => String, { description: 'Code stable, par exemple `ESS-FLORES`.' })
  code!: string;

  @Column('text')
  @Field(() => String, { description: 'Titre.' })
  title!: string;

  @Column('text')
  @Field(() => String, { description: 'Licence de réutilisation, ou « Non indiquée ».' })
  licence!: string;

  @Column('text')
  @Field(() => String, { description: 'Organisme qui produit les valeurs.' })
  producer!: string;

  @Column('text', { name: 'update_frequency' })
  @Field(() => String, { description: 'Rythme des publications.' })
  updateFrequency!: string;

  @Column('boolean', { name: 'is_demonstration' })
  isDemonstration!: boolean;

  @Column('integer', { default: 1 })
  @Field(() => Int, {
    description: 'Version de l’annonce de sa prochaine publication, à rappeler quand on la change.',
  })
  version!: number;

  /** Organisations that publish it; their merged ids lead to the same ones. */
  @Column('text', { name: 'publisher_ids', array: true, default: [] })
  publisherIds!: string[];

  @Column('date', { name: 'next_release_on', nullable: true })
  nextReleaseOn!: string | null;
}
