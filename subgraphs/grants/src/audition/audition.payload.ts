import { ConflictError, NotFoundError, PermissionError, ValidationError } from '@graphess/subgraph-kit';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { AuditionSlot } from './audition-slot.type.ts';

@ObjectType({ description: 'Les créneaux sont ouverts.' })
export class PlanAuditionsSuccess {
  @Field(() => [AuditionSlot], { description: 'Les créneaux, dans leur ordre ; soixante au plus.' })
  slots!: AuditionSlot[];
}

@ObjectType({ description: 'Le créneau est donné, ou libre.' })
export class AssignAuditionSlotSuccess {
  @Field(() => AuditionSlot, { description: 'Le créneau.' })
  slot!: AuditionSlot;
}

export const PlanAuditionsPayload = createUnionType({
  name: 'PlanAuditionsPayload',
  description: 'Ce que donnent des auditions à prévoir.',
  types: () =>
    [PlanAuditionsSuccess, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});

export const AssignAuditionSlotPayload = createUnionType({
  name: 'AssignAuditionSlotPayload',
  description: 'Ce que donne un créneau à attribuer.',
  types: () =>
    [AssignAuditionSlotSuccess, ValidationError, PermissionError, NotFoundError, ConflictError] as const,
});
