import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('funding_instrument')
@ObjectType({ description: 'Un moyen de financement présenté aux porteurs de projets.' })
@Directive('@key(fields: "code")')
export class FundingInstrument {
  @PrimaryColumn('text')
  @Field(() => String, { description: 'Code de l’instrument.' })
  code!: string;

  /** Its place in the sources. */
  @Column('integer')
  position!: number;

  @Column('text')
  @Field(() => String, { description: 'Libellé français.' })
  label!: string;

  @Column('text')
  @Field(() => String, {
    description:
      'Famille : `TRADITIONAL` (financement classique) ou `DIGITAL` (financement par une plateforme numérique).',
  })
  family!: string;

  @Column('text', { name: 'source_ids', array: true })
  sourceIds!: string[];
}
