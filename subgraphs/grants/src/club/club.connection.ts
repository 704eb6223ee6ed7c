import { connectionOf } from '@graphess/subgraph-kit';
import { ClubMember } from './club.type.ts';

export const { Edge: ClubMemberEdge, Connection: ClubMemberConnection } = connectionOf<ClubMember>(
  () => ClubMember,
  { name: 'ClubMember', items: 'membres du Club des lauréats' },
);
