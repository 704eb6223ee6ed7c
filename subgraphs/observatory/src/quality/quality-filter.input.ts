import { Field, ID, InputType } from 'type-graphql';
import { QualityKind, QualityStatus } from './quality.kind.ts';

@InputType({ description: 'Critères d’une liste de signalements ; ils se cumulent.' })
export class QualityFindingFilter {
  @Field(() => [QualityKind], { nullable: true, description: 'Genres voulus ; tous si absent.' })
  kinds?: QualityKind[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Objets voulus (`ORG:…`, `COM:…`, `DS:…`) : signalements qui en concernent au moins un.',
  })
  subjects?: string[] | null;

  @Field(() => QualityStatus, { nullable: true, description: 'État voulu ; tous si absent.' })
  status?: QualityStatus | null;
}
