import { provenanceOf, Source } from '@graphess/provenance';
import type { Context } from '@graphess/subgraph-kit';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { ReviewAssignment } from '../review/review-assignment.type.ts';
import { DeclareConflictInput, LiftConflictInput, RecuseReviewerInput } from './conflict.input.ts';
import { DeclareConflictPayload, LiftConflictPayload, RecuseReviewerPayload } from './conflict.payload.ts';
import { ConflictCandidate, ConflictEdge } from './conflict.type.ts';
import { candidatesOfAssignment } from './conflict-candidates.ts';
import { declareConflict } from './declare-conflict.ts';
import { liftConflict } from './lift-conflict.ts';
import { recuseReviewer } from './recuse-reviewer.ts';

@Resolver(() => ReviewAssignment)
export class AssignmentConflictResolver {
  @FieldResolver(() => [ConflictCandidate], {
    description:
      'Liens possibles que le graphe connaît entre le juré et la structure, chacun avec sa preuve.',
  })
  candidates(@Root() { id }: ReviewAssignment, @Ctx() ctx: Context): Promise<ConflictCandidate[]> {
    return candidatesOfAssignment(ctx).load(id);
  }
}

@Resolver(() => ConflictEdge)
export class ConflictEdgeResolver {
  @FieldResolver(() => [Source], {
    description: 'Sources du lien ; liste vide quand un registre du graphe le tient lui-même.',
  })
  sources(@Root() { sourceIds }: ConflictEdge, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, [...sourceIds]);
  }
}

@Resolver()
export class ConflictWritesResolver {
  @Mutation(() => DeclareConflictPayload, {
    description:
      'Un juré déclare ce qui le lie à la structure qui candidate, ou que rien ne l’y lie : la candidature ne s’ouvre à lui qu’ensuite. Réservé au juré.',
  })
  declareConflict(
    @Arg('input', () => DeclareConflictInput, { description: 'La déclaration.' }) input: DeclareConflictInput,
    @Ctx() ctx: Context,
  ): Promise<typeof DeclareConflictPayload> {
    return declareConflict(ctx, input);
  }

  @Mutation(() => RecuseReviewerPayload, {
    description: 'Récuse un juré, pour de bon : ce qu’il avait noté ne compte plus. Réservé aux agents.',
  })
  recuseReviewer(
    @Arg('input', () => RecuseReviewerInput, { description: 'Le juré, et pourquoi.' })
    input: RecuseReviewerInput,
    @Ctx() ctx: Context,
  ): Promise<typeof RecuseReviewerPayload> {
    return recuseReviewer(ctx, input);
  }

  @Mutation(() => LiftConflictPayload, {
    description:
      'Écarte un lien que le graphe connaît, avec un motif. Réservé à un agent autre que celui qui a confié la candidature.',
  })
  liftConflict(
    @Arg('input', () => LiftConflictInput, { description: 'Le lien, et pourquoi.' }) input: LiftConflictInput,
    @Ctx() ctx: Context,
  ): Promise<typeof LiftConflictPayload> {
    return liftConflict(ctx, input);
  }
}
