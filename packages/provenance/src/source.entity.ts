import { DateScalar } from '@graphess/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A document, dataset or generator that facts come from. As shown in the graph it may carry a quotation. */
@Entity('source')
@ObjectType('Provenance', {
  description:
    'D’où vient un fait : le document ou le jeu de données, son producteur, et la façon de le citer.',
})
@Directive('@shareable')
export class Source {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  @Field(() => String, { description: 'Organisme qui a produit ou publié la source.' })
  producer!: string;

  @Column('text')
  @Field(() => String, { description: 'Titre de la source.' })
  title!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Document précis (page, brochure, fichier).' })
  document!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Millésime ou édition de la source, tel qu’il est indiqué.',
  })
  vintage!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Adresse de la source, nulle si elle n’est pas connue.',
  })
  url!: string | null;

  @Column('date', { name: 'accessed_on', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Jour de consultation.' })
  accessedOn!: string | null;

  @Column('date', { name: 'published_on', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Jour de publication.' })
  publishedOn!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Licence de réutilisation, nulle si elle n’est pas indiquée.',
  })
  licence!: string | null;

  @Column('text')
  @Field(() => String, { description: 'Mention à reprendre pour citer la source.' })
  citation!: string;

  @Field(() => String, { nullable: true, description: 'Passage de la source, mot pour mot.' })
  quotation?: string | null;
}
