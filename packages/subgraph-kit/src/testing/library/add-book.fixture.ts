import {
  Arg,
  Ctx,
  createUnionType,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../context.ts';
import { once } from '../../idempotency.ts';
import { collect, problem } from '../../refusal/problem.ts';
import { ConflictError, ValidationError } from '../../refusal/refusal.type.ts';
import { DateScalar, DateTimeScalar, SafeIntScalar } from '../../schema/scalars.ts';
import { BookOrder } from './book.fixture.ts';

@InputType({ description: 'Un livre à ajouter.' })
export class AddBookInput {
  @Field(() => String, { description: 'Clé de reprise.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Titre.' })
  title!: string;

  @Field(() => Int, { description: 'Nombre de pages.' })
  pages!: number;

  @Field(() => [String], { defaultValue: [], description: 'Mots-clés.' })
  keywords!: string[];
}

@ObjectType({ description: 'Le livre est ajouté.' })
export class AddBookSuccess {
  @Field(() => String, { description: 'Identifiant du livre.' })
  bookId!: string;
}

const AddBookPayload = createUnionType({
  name: 'AddBookPayload',
  description: 'Ce que donne l’ajout.',
  types: () => [AddBookSuccess, ValidationError, ConflictError] as const,
});

@Resolver()
export class AddBookResolver {
  @Mutation(() => AddBookPayload, { description: 'Ajoute un livre.' })
  async addBook(
    @Arg('input', () => AddBookInput) input: AddBookInput,
    @Ctx() { db }: Context,
  ): Promise<typeof AddBookPayload> {
    const problems = collect(
      input.title.trim() === '' && problem('TITLE_BLANK', 'Le titre est vide.', ['title']),
      input.pages < 1 && problem('PAGES_BELOW_ONE', 'Un livre a au moins une page.', ['pages']),
    );
    if (problems.length > 0) return ValidationError.of(problems);
    return db.transaction(async (tx) => {
      const attempt = { owner: 'reader', operation: 'addBook', key: input.idempotencyKey, body: input };
      const done = await once(tx, attempt, async () => {
        await tx.query('INSERT INTO book (id, title, pages) VALUES ($1, $2, $3)', [
          input.title,
          input.title,
          input.pages,
        ]);
        return { bookId: input.title };
      });
      if (done.outcome === 'CONFLICT') return ConflictError.of('Cette clé a déjà servi à un autre livre.');
      return Object.assign(new AddBookSuccess(), done.result);
    });
  }

  @Query(() => String, { nullable: true, description: 'Dit ce qui a été reçu.' })
  echo(
    @Arg('text', () => String, { nullable: true }) text: string | null,
    @Arg('day', () => DateScalar, { nullable: true }) day: string | null,
    @Arg('at', () => DateTimeScalar, { nullable: true }) at: Date | null,
    @Arg('amount', () => SafeIntScalar, { nullable: true }) amount: number | null,
    @Arg('order', () => BookOrder, { nullable: true }) order: BookOrder | null,
    @Arg('input', () => AddBookInput, { nullable: true }) input: AddBookInput | null,
  ): string {
    return JSON.stringify({ text, day, at, amount, order, title: input?.title, keywords: input?.keywords });
  }
}
