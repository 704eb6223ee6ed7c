import { Field, ObjectType } from 'type-graphql';
import { Verdict } from '../eligibility/eligibility.type.ts';

@ObjectType({ description: 'Ce que les règles de l’édition disaient de la candidature à son dépôt.' })
export class FiledEligibility {
  @Field(() => Verdict, { description: 'Verdict : recevable, ou à examiner par un agent.' })
  verdict!: Verdict;

  @Field(() => String, { description: 'Version des règles.' })
  rulesVersion!: string;

  @Field(() => [String], { description: 'Ce qu’un agent doit vérifier, règle par règle.' })
  toCheck!: string[];
}
