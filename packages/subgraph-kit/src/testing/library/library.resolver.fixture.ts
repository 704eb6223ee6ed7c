import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { BadInput, Forbidden } from '../../errors.ts';
import { loadOne, loadWithArguments } from '../../loader.ts';
import { type Connection, toConnection } from '../../page/connection.type.ts';
import { countRows, emptyPage, keysetPage, keysetPages, type Page } from '../../page/keyset.ts';
import { Author, BOOK_COLUMNS, BOOK_ORDERS, Book, BookConnection, BookOrder } from './book.fixture.ts';

const authorById = loadOne<Author>(
  ({ db }, ids) => db.query('SELECT id, name FROM author WHERE id = ANY($1)', [ids]),
  ({ id }) => id,
);

const booksOfAuthors = loadWithArguments<{ first: number; after: string | null }, Page<Book>>(
  ({ db }, authors, { first, after }) =>
    keysetPages<Book>(
      db,
      {
        name: 'author-books/TITLE_ASC',
        sql: `SELECT ${BOOK_COLUMNS}, author_id AS owner FROM book WHERE author_id = ANY($1)`,
        params: [authors],
        order: BOOK_ORDERS.TITLE_ASC,
      },
      { first, after },
    ),
);

@Resolver(() => Author)
export class AuthorResolver {
  @Query(() => [Author], { description: 'Tous les auteurs.' })
  authors(@Ctx() { db }: Context): Promise<Author[]> {
    return db.query('SELECT id, name FROM author ORDER BY id');
  }

  @Query(() => [Author], { nullable: 'items', description: 'Des auteurs par leur identifiant.' })
  async authorsById(@Arg('ids', () => [ID]) ids: string[], @Ctx() ctx: Context): Promise<(Author | null)[]> {
    return Promise.all(ids.map((id) => authorById(ctx).load(id)));
  }

  @FieldResolver(() => BookConnection, { description: 'Ses livres.' })
  async books(
    @Root() { id }: Author,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Book>> {
    const page = (await booksOfAuthors(ctx, id, { first, after })) ?? emptyPage<Book>();
    return toConnection(
      page,
      async () => 0,
      (book) => book,
    );
  }
}

@Resolver(() => Book)
export class BookResolver {
  @Query(() => BookConnection, { description: 'Les livres.' })
  async books(
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('order', () => BookOrder, { defaultValue: BookOrder.TITLE_ASC }) order: BookOrder,
    @Ctx() { db }: Context,
  ): Promise<Connection<Book>> {
    const list = {
      name: `books/${order}`,
      sql: `SELECT ${BOOK_COLUMNS} FROM book`,
      params: [],
      order: BOOK_ORDERS[order],
    };
    const page = await keysetPage<Book>(db, list, { first, after });
    return toConnection(
      page,
      () => countRows(db, list),
      (book) => book,
    );
  }

  @FieldResolver(() => Author, { nullable: true, description: 'Son auteur.' })
  author(@Root() { authorId }: Book, @Ctx() ctx: Context): Promise<Author | null> | null {
    return authorId === null ? null : authorById(ctx).load(authorId);
  }

  @Query(() => String, { nullable: true, description: 'Échoue de la façon demandée.' })
  async failure(@Arg('kind', () => String) kind: string, @Ctx() { db }: Context): Promise<unknown> {
    switch (kind) {
      case 'fault':
        throw new Forbidden();
      case 'bad-input':
        throw new BadInput('kind', 'Ce genre d’échec ne se demande pas.');
      case 'bug':
        throw new TypeError('the bug of the fixture');
      case 'not-an-error':
        throw 'secret-7319';
      case 'query':
        return db.query('SELECT $1::int', ['secret-7319']);
      case 'constraint':
        return db.query(`INSERT INTO book (id, title, pages) VALUES ($1, 'Title', -1)`, ['secret-7319']);
      case 'bad-result':
        return { secret: 'secret-7319' };
      case 'slow':
        await db.query('SELECT pg_sleep(0.4)');
        return 'done';
      default:
        return kind;
    }
  }
}
