import 'reflect-metadata';
import type { EntityManager } from 'typeorm';
import type { Feed } from '../../changes/change-source.ts';
import type { Follow } from '../../changes/follower.ts';
import { upsertRows } from '../../load/load.ts';
import { ConflictError, UserError, ValidationError } from '../../refusal/refusal.type.ts';
import { defineSubgraph } from '../../subgraph.ts';
import { AddBookResolver } from './add-book.fixture.ts';
import { Author, Book } from './book.fixture.ts';
import { libraryPermissions, readerPermissions } from './library.permissions.fixture.ts';
import { AuthorResolver, BookResolver } from './library.resolver.fixture.ts';
import { libraryRoutes } from './library-routes.fixture.ts';
import { LibraryTables1767300000000, ReaderTables1767300000000 } from './library-tables.fixture.ts';

const feedOf =
  (sql: string): Feed =>
  async (db, keys) => {
    const rows: { id: string }[] = await db.query(sql, [keys]);
    return new Map(rows.map((row) => [row.id, row]));
  };

export const BOOK_VALUES = 'SELECT id, title, pages FROM book';
export const AUTHOR_VALUES = `
  SELECT id, name, ARRAY(SELECT title FROM book WHERE author_id = author.id ORDER BY title COLLATE "C", id) AS titles FROM author`;

/** A subgraph that knows nothing of the platform's domain. */
export const library = defineSubgraph({
  name: 'library',
  entities: [Author, Book],
  resolvers: [AuthorResolver, BookResolver, AddBookResolver],
  orphanedTypes: [UserError, ValidationError, ConflictError],
  references: { Author: ({ id }: { id: string }, { db }) => db.findOneBy(Author, { id }) },
  migrations: [LibraryTables1767300000000],
  permissions: libraryPermissions,
  routes: libraryRoutes,
  feeds: {
    book: feedOf(`${BOOK_VALUES} WHERE id = ANY($1)`),
    author: feedOf(`${AUTHOR_VALUES} WHERE id = ANY($1)`),
  },
});

function followInto(topic: string, table: string): Follow {
  return {
    from: 'library',
    topic,
    async apply(db, upserts, deletedKeys) {
      const rows = upserts.map(({ value }) => value as object);
      await upsertRows(db, table, ['id'], rows);
      await db.query(`DELETE FROM ${table} WHERE id = ANY($1)`, [deletedKeys]);
    },
    async reset(db) {
      await db.query(`DELETE FROM ${table}`);
    },
  };
}

export const followBooks = followInto('book', 'book_copy');
export const followAuthors = followInto('author', 'author_copy');

/** A subgraph that keeps copies of the library's books and authors. */
export const reader = defineSubgraph({
  name: 'reader',
  entities: [],
  resolvers: [AddBookResolver],
  orphanedTypes: [UserError, ValidationError, ConflictError],
  migrations: [ReaderTables1767300000000],
  permissions: readerPermissions,
  follows: [followBooks, followAuthors],
});

/** The rows of both sides of the copies, to be compared. */
export async function ownerRows(db: EntityManager): Promise<unknown> {
  return {
    books: await db.query(`${BOOK_VALUES} ORDER BY id`),
    authors: await db.query(`${AUTHOR_VALUES} ORDER BY id`),
  };
}

export async function copiedRows(db: EntityManager): Promise<unknown> {
  return {
    books: await db.query('SELECT id, title, pages FROM book_copy ORDER BY id'),
    authors: await db.query('SELECT id, name, titles FROM author_copy ORDER BY id'),
  };
}
