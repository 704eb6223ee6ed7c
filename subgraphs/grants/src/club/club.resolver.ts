import { provenanceOf, Source } from '@graphess/provenance';
import {
  type Connection,
  type Context,
  countRows,
  keysetPage,
  PageArguments,
  toConnection,
} from '@graphess/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Organization } from '../foreign/organization.ts';
import { ClubMemberConnection } from './club.connection.ts';
import { JoinClubInput, LeaveClubInput } from './club.input.ts';
import { JoinClubPayload, LeaveClubPayload } from './club.payload.ts';
import { CLUB_MEMBERS, membershipOf } from './club.queries.ts';
import { ClubMember } from './club.type.ts';
import { joinClub } from './join-club.ts';
import { leaveClub } from './leave-club.ts';

@Resolver(() => ClubMember)
export class ClubResolver {
  @Query(() => ClubMemberConnection, {
    description:
      'Les membres du Club des lauréats, par nom : ceux que des documents ou des personnes y ont inscrits, et les lauréats des éditions publiées ici qui l’ouvrent.',
  })
  async club(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { db }: Context,
  ): Promise<Connection<ClubMember>> {
    const rows = await keysetPage<ClubMember>(db, CLUB_MEMBERS, page);
    return toConnection(
      rows,
      () => countRows(db, CLUB_MEMBERS),
      (member) => member,
    );
  }

  @Mutation(() => JoinClubPayload, {
    description: 'Inscrit une structure lauréate au Club. Réservé à elle-même et aux agents.',
  })
  async joinClub(
    @Arg('input', () => JoinClubInput, { description: 'La structure.' }) input: JoinClubInput,
    @Ctx() ctx: Context,
  ): Promise<typeof JoinClubPayload> {
    return joinClub(ctx, input);
  }

  @Mutation(() => LeaveClubPayload, {
    description: 'Retire une structure du Club. Réservé à elle-même et aux agents.',
  })
  async leaveClub(
    @Arg('input', () => LeaveClubInput, { description: 'La structure.' }) input: LeaveClubInput,
    @Ctx() ctx: Context,
  ): Promise<typeof LeaveClubPayload> {
    return leaveClub(ctx, input);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'La structure.' })
  organization(@Root() { organizationId }: ClubMember): Organization {
    return { id: organizationId };
  }

  @FieldResolver(() => [Source], {
    description:
      'Documents qui le disent ; liste vide pour qui y est entré par une édition ou une inscription ici.',
  })
  sources(@Root() { sourceIds }: ClubMember, @Ctx() ctx: Context): Promise<Source[]> {
    return provenanceOf(ctx, sourceIds);
  }
}

@Resolver(() => Organization)
export class ClubOfOrganizationResolver {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Vrai si elle est membre du Club des lauréats.',
  })
  async isClubMember(@Root() { id }: Organization, @Ctx() ctx: Context): Promise<boolean> {
    return (await membershipOf(ctx).load(id)) !== null;
  }
}
