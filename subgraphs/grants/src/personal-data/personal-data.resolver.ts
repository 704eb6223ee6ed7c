import {
  appendToJournal,
  type Context,
  collect,
  problem,
  ValidationError,
  writeOnce,
} from '@graphess/subgraph-kit';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { authorOf } from '../attempt/author-of.ts';
import { erasePerson } from './erase-person.ts';
import { ErasePersonalDataInput } from './erase-personal-data.input.ts';
import { ErasePersonalDataPayload, ErasePersonalDataSuccess } from './erase-personal-data.payload.ts';
import { PersonalDataPurpose } from './purpose.entity.ts';

@Resolver()
export class PersonalDataResolver {
  @Query(() => [PersonalDataPurpose], {
    description: 'Pourquoi des données personnelles sont gardées des candidatures, et combien de temps.',
  })
  personalDataPurposes(@Ctx() { db }: Context): Promise<PersonalDataPurpose[]> {
    return db.find(PersonalDataPurpose, { order: { position: 'ASC' } });
  }

  @Mutation(() => ErasePersonalDataPayload, {
    description:
      'Efface des candidatures les données d’une personne qui le demande ; ce que la loi oblige à garder (décisions, montants, journal) reste, sans mener à elle. Réservé aux administrateurs.',
  })
  async erasePersonalData(
    @Arg('input', () => ErasePersonalDataInput, { description: 'La personne.' })
    input: ErasePersonalDataInput,
    @Ctx() ctx: Context,
  ): Promise<typeof ErasePersonalDataPayload> {
    const subject = input.subject?.trim() || null;
    const email = input.email?.trim() || null;
    const problems = collect(
      subject === null &&
        email === null &&
        problem(
          'PERSON_MISSING',
          'Donnez l’identifiant de la personne, son adresse électronique, ou les deux.',
          ['subject'],
        ),
    );
    if (problems.length > 0) return ValidationError.of(problems);
    return writeOnce(
      ctx,
      'erasePersonalData',
      input,
      async (tx) => {
        const { values, contacts } = await erasePerson(tx, { subject, email }, ctx.now);
        await appendToJournal(tx, {
          ...authorOf(ctx),
          action: 'PERSONAL_DATA_ERASED',
          target: null,
          details: { values, contacts },
        });
        return { values, contacts };
      },
      (_tx, counts) => Object.assign(new ErasePersonalDataSuccess(), counts),
    );
  }
}
