import { Arg, Query, Resolver } from 'type-graphql';
import { Meeting } from './meeting.type.ts';

@Resolver(() => Meeting)
export class MeetingResolver {
  @Query(() => [Meeting], {
    description:
      'Rendez-vous de la personne connectée pendant un événement, par créneau. Il faut être connecté.',
  })
  myMeetings(
    @Arg('eventSlug', () => String, { description: 'Nom de l’événement dans les adresses.' })
    _eventSlug: string,
  ): Meeting[] {
    return [];
  }
}
