import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Source } from './source.entity.ts';

/** What one source states about one field of one subject. Sources that disagree stand side by side. */
@Entity('claim')
@Index('claim_order', { synchronize: false })
@ObjectType({
  description:
    'Ce qu’une source affirme, mot pour mot quand il s’agit d’un nombre ou d’une date. Deux affirmations différentes sur le même champ du même objet sont contradictoires ; une seule est retenue.',
})
@Directive('@shareable')
export class Claim {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Identifiant stable de l’affirmation.' })
  id!: string;

  /** The subgraph that keeps the claim. */
  @Column('text')
  origin!: string;

  @Column('text')
  @Field(() => ID, {
    description: 'Identifiant de l’objet dont il est question (`CALL:3`, `EVT:…`, `COM:…`, `ORG:…`).',
  })
  subject!: string;

  @Column('text')
  @Field(() => String, { description: 'Champ dont il est question.' })
  field!: string;

  @Column('text')
  @Field(() => String, { description: 'Ce que la source affirme.' })
  statement!: string;

  @Column('boolean')
  @Field(() => Boolean, {
    description: 'Affirmation retenue par le Département parmi celles qui se contredisent.',
  })
  current!: boolean;

  @Column('text', { name: 'source_id' })
  @ForeignKey(() => Source, { name: 'claim_source_id_fkey' })
  sourceId!: string;
}
