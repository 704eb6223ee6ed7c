import type { Context } from '@graphess/subgraph-kit';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Application } from '../application/application.entity.ts';
import { themesOfApplication } from '../application/application.queries.ts';
import { viewNoted } from '../application/note-view.ts';
import { visibleApplicationById } from '../application/visible-applications.queries.ts';
import { Call } from '../call/call.entity.ts';
import { callById } from '../call/call.queries.ts';
import { Organization } from '../foreign/organization.ts';
import { Theme } from '../theme/theme.entity.ts';
import {
  assignmentsOfApplication,
  assignmentsOfReviewer,
  jurorsOfCall,
} from './review-assignment.queries.ts';
import { Juror, ReviewAssignment } from './review-assignment.type.ts';

@Resolver(() => ReviewAssignment)
export class ReviewAssignmentResolver {
  @Query(() => [ReviewAssignment], {
    description:
      'Les candidatures confiées à la personne connectée, la plus récente d’abord ; les 100 dernières. Avant sa déclaration, il n’y a du projet que ses thématiques.',
  })
  myReviews(@Ctx() ctx: Context): Promise<ReviewAssignment[]> {
    return assignmentsOfReviewer(ctx);
  }

  @FieldResolver(() => Call, { nullable: true, description: 'Édition de la candidature.' })
  call(@Root() { callId }: ReviewAssignment, @Ctx() ctx: Context): Promise<Call | null> {
    return callById(ctx).load(callId);
  }

  @FieldResolver(() => [Theme], { description: 'Thématiques de la candidature.' })
  themes(@Root() { applicationId }: ReviewAssignment, @Ctx() ctx: Context): Promise<Theme[]> {
    return themesOfApplication(ctx).load(applicationId);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Structure qui candidate.' })
  organization(@Root() { organizationId }: ReviewAssignment): Organization {
    return { id: organizationId };
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Structure qui envoie le juré, nulle s’il n’en représente aucune.',
  })
  reviewerOrganization(@Root() { reviewerOrganizationId }: ReviewAssignment): Organization | null {
    return reviewerOrganizationId === null ? null : { id: reviewerOrganizationId };
  }

  @FieldResolver(() => Application, {
    nullable: true,
    description: 'La candidature, nulle tant que le juré n’a pas déclaré ses liens, et s’il est récusé.',
  })
  application(@Root() { applicationId }: ReviewAssignment, @Ctx() ctx: Context): Promise<Application | null> {
    return visibleApplicationById(ctx).load(applicationId);
  }
}

@Resolver(() => Application)
export class ApplicationJuryResolver {
  @FieldResolver(() => [ReviewAssignment], {
    description: 'Jurés à qui elle est confiée, dans l’ordre ; récusés compris.',
  })
  async reviewAssignments(@Root() { id }: Application, @Ctx() ctx: Context): Promise<ReviewAssignment[]> {
    await viewNoted(ctx).load(id);
    return assignmentsOfApplication(ctx).load(id);
  }
}

@Resolver(() => Call)
export class CallJuryResolver {
  @FieldResolver(() => [Juror], { description: 'Jury de l’édition, pour les agents.' })
  jury(@Root() { id }: Call, @Ctx() ctx: Context): Promise<Juror[]> {
    return jurorsOfCall(ctx).load(id);
  }
}

@Resolver(() => Juror)
export class JurorResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Structure qui l’envoie, nulle si elle n’en représente aucune.',
  })
  organization(@Root() { organizationId }: Juror): Organization | null {
    return organizationId === null ? null : { id: organizationId };
  }
}
