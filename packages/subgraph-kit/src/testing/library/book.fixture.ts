import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { connectionOf } from '../../page/connection.type.ts';
import type { SortKey } from '../../page/sort-key.ts';
import { Node } from '../../schema/node.type.ts';
import { DateScalar } from '../../schema/scalars.ts';

@Entity('author')
@ObjectType({ description: 'Un auteur.' })
@Directive('@key(fields: "id")')
export class Author {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Identifiant.' })
  id!: string;

  @Column('text')
  @Field(() => String, { description: 'Nom.' })
  name!: string;
}

@Entity('book')
@Index('book_author_id', ['authorId'])
@Index('book_title', { synchronize: false })
@Check('book_pages_check', 'pages > 0')
@ObjectType({ implements: Node, description: 'Un livre.' })
export class Book extends Node {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Identifiant.' })
  declare id: string;

  @Column('text')
  @Field(() => String, { description: 'Titre.' })
  title!: string;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Nombre de pages.' })
  pages!: number | null;

  @Column('double precision', { nullable: true })
  rating!: number | null;

  @Column('date', { name: 'published_on', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Jour de parution.' })
  publishedOn!: string | null;

  @Column('timestamptz', { name: 'added_at', default: () => 'clock_timestamp()' })
  addedAt!: Date;

  @Column('text', { name: 'author_id', nullable: true })
  @ForeignKey(() => Author, { name: 'book_author_id_fkey', onDelete: 'CASCADE' })
  authorId!: string | null;
}

export const { Edge: BookEdge, Connection: BookConnection } = connectionOf(() => Book, {
  name: 'Book',
  items: 'livres',
});

export const BookOrder = { TITLE_ASC: 'TITLE_ASC', PAGES_DESC: 'PAGES_DESC' } as const;
export type BookOrder = (typeof BookOrder)[keyof typeof BookOrder];
registerEnumType(BookOrder, { name: 'BookOrder', description: 'Ordre des livres.' });

export const BOOK_COLUMNS = 'id, title, pages, published_on::text AS "publishedOn", author_id AS "authorId"';

const byId: SortKey = { sql: 'id', type: 'text' };
export const BOOK_ORDERS: Readonly<Record<BookOrder, readonly SortKey[]>> = {
  TITLE_ASC: [{ sql: 'title COLLATE extensions.french', type: 'text' }, byId],
  PAGES_DESC: [{ sql: 'pages', type: 'bigint', descending: true }, byId],
};
