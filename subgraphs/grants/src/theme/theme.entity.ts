import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Call } from '../call/call.entity.ts';

@Entity('theme')
@ForeignKey(() => Theme, ['callId', 'parentCode'], ['callId', 'code'], {
  name: 'theme_parent_fkey',
  onDelete: 'CASCADE',
})
@Check('theme_parent_check', 'a theme is not its own parent')
@ObjectType({ description: 'Une thématique d’une édition de l’appel à projets.' })
export class Theme {
  @PrimaryColumn('text', { name: 'call_id' })
  @ForeignKey(() => Call, { name: 'theme_call_id_fkey', onDelete: 'CASCADE' })
  callId!: string;

  @PrimaryColumn('text')
  @Field(() => String, { description: 'Code, à donner aux filtres.' })
  code!: string;

  @Column('text', { name: 'parent_code', nullable: true })
  parentCode!: string | null;

  @Column('integer')
  position!: number;

  @Column('text')
  @Field(() => String, { description: 'Libellé.' })
  label!: string;
}
