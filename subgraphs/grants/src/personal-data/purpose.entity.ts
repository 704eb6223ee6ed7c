import { Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { PurposeCode } from './standard-purposes.ts';

@Entity('personal_data_purpose')
@Check('personal_data_purpose_months_check', 'kept_months is from 1 to 1 200')
@ObjectType({
  description: 'Pourquoi des données personnelles sont gardées, lesquelles, et combien de temps.',
})
export class PersonalDataPurpose {
  @PrimaryColumn('text')
  @Field(() => String, { description: 'Code stable.' })
  code!: PurposeCode;

  @Column('integer')
  position!: number;

  @Column('text')
  @Field(() => String, { description: 'Nom du traitement.' })
  label!: string;

  @Column('text')
  @Field(() => String, { description: 'Finalité.' })
  purpose!: string;

  @Column('text', { name: 'legal_basis' })
  @Field(() => String, { description: 'Base légale.' })
  legalBasis!: string;

  @Column('text')
  @Field(() => String, { description: 'Données gardées.' })
  data!: string;

  @Column('integer', { name: 'kept_months' })
  @Field(() => Int, { description: 'Durée de conservation, en mois.' })
  keptMonths!: number;

  @Column('text', { name: 'counted_from' })
  @Field(() => String, { description: 'Ce à partir de quoi elle se compte.' })
  countedFrom!: string;
}
