import type { MigrationInterface, QueryRunner } from 'typeorm';
import { trackChangesSql } from '../../database/kit-tables.migration.ts';

export class LibraryTables1767300000000 implements MigrationInterface {
  name = 'LibraryTables1767300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE author (id text PRIMARY KEY, name text NOT NULL);
      CREATE TABLE book (
        id text PRIMARY KEY,
        title text NOT NULL,
        pages integer,
        rating double precision,
        published_on date,
        added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        author_id text,
        CONSTRAINT book_author_id_fkey FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE,
        CONSTRAINT book_pages_check CHECK (pages > 0)
      );
      CREATE INDEX book_author_id ON book (author_id);
      CREATE INDEX book_title ON book (title COLLATE extensions.french, id);
      ${trackChangesSql('author', 'author', 'id')}
      ${trackChangesSql('book', 'book', 'id')}
      ${trackChangesSql('book', 'author', 'author_id', 'part')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE book, author');
  }
}

export class ReaderTables1767300000000 implements MigrationInterface {
  name = 'ReaderTables1767300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE book_copy (id text PRIMARY KEY, title text NOT NULL, pages integer);
      CREATE TABLE author_copy (id text PRIMARY KEY, name text NOT NULL, titles text[] NOT NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE book_copy, author_copy');
  }
}
