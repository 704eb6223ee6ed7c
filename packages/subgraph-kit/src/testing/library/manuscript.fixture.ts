import 'reflect-metadata';
import {
  Arg,
  Args,
  Ctx,
  createUnionType,
  Directive,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Context } from '../../context.ts';
import { type Connection, connectionOf, FacetCount, toConnection } from '../../page/connection.type.ts';
import { countRows, keysetPage } from '../../page/keyset.ts';
import { PageArguments } from '../../page/page-arguments.ts';
import { connectionRows, fields, type PermissionTable } from '../../permissions/permission-table.ts';
import { either, people, roles, scopes, when } from '../../permissions/rule.ts';
import { ConflictError, PermissionError, UserError } from '../../refusal/refusal.type.ts';
import { Node } from '../../schema/node.type.ts';
import { defineSubgraph } from '../../subgraph.ts';
import type { Viewer } from '../../viewer.ts';

/** What readers wrote of a manuscript, for its editors. */
@ObjectType({ description: 'Les notes de lecture.' })
class Reading {
  @Field(() => Float, { description: 'Moyenne.' })
  mean!: number;
}

@ObjectType({ implements: Node, description: 'Un manuscrit reçu.' })
@Directive('@key(fields: "id")')
class Manuscript extends Node {
  @Field(() => ID, { description: 'Identifiant.' })
  declare id: string;

  @Field(() => String, { description: 'Titre.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Adresse de l’auteur.' })
  email!: string | null;

  @Field(() => String, { description: 'État ; le détail est pour la maison.' })
  state!: string;

  author!: string;
  readers!: string[];
  score!: number | null;
}

const ManuscriptOrder = { TITLE_ASC: 'title ascending', SCORE_DESC: 'score descending' } as const;
type ManuscriptOrder = (typeof ManuscriptOrder)[keyof typeof ManuscriptOrder];
registerEnumType(ManuscriptOrder, { name: 'ManuscriptOrder', description: 'Ordre.' });

@InputType({ description: 'Manuscrits voulus.' })
class ManuscriptFilter {
  @Field(() => String, { nullable: true, description: 'Texte du titre.' })
  search?: string | null;

  @Field(() => Float, { nullable: true, description: 'Note au moins égale.' })
  minScore?: number | null;
}

const { Connection: ManuscriptConnection } = connectionOf(() => Manuscript, {
  name: 'Manuscript',
  items: 'manuscrits',
});

@ObjectType({ description: 'Le manuscrit est accepté.' })
class AcceptSuccess {
  @Field(() => Manuscript, { description: 'Le manuscrit.' })
  manuscript!: Manuscript;
}
const AcceptPayload = createUnionType({
  name: 'AcceptPayload',
  description: 'Ce que donne l’acceptation.',
  types: () => [AcceptSuccess, PermissionError, ConflictError] as const,
});
const Work = createUnionType({
  name: 'Work',
  description: 'Une œuvre.',
  types: () => [Manuscript, Reading] as const,
  resolveType: () => Manuscript,
});

/** What `viewer` may know to exist, stated once for lists, counts, facets, references and single reads. */
const visibleTo = (viewer: Viewer): string =>
  viewer.roles.includes('editor')
    ? 'true'
    : `(m.state = 'PUBLISHED' OR m.author = '${viewer.subject?.replaceAll("'", '') ?? ''}')`;

const manuscripts = (viewer: Viewer, filter: ManuscriptFilter | null, order: ManuscriptOrder) => ({
  name: `manuscripts/${order}`,
  sql: `SELECT m.* FROM manuscript m WHERE ${visibleTo(viewer)}
          AND ($1::text IS NULL OR m.title LIKE '%' || $1 || '%') AND ($2::float8 IS NULL OR m.score >= $2)`,
  params: [filter?.search ?? null, filter?.minScore ?? null],
  order: [
    ...(order === ManuscriptOrder.SCORE_DESC
      ? [{ sql: 'score', type: 'float8', descending: true } as const]
      : []),
    { sql: 'id', type: 'text' } as const,
  ],
});

const one = async ({ db, viewer }: Context, id: string): Promise<Manuscript | null> => {
  const rows: Manuscript[] = await db.query(
    `SELECT m.* FROM manuscript m WHERE ${visibleTo(viewer)} AND m.id = $1`,
    [id],
  );
  return rows[0] === undefined ? null : Object.assign(new Manuscript(), rows[0]);
};

@Resolver(() => Manuscript)
class ManuscriptResolver {
  @Query(() => ManuscriptConnection, { description: 'Les manuscrits.' })
  async manuscripts(
    @Arg('filter', () => ManuscriptFilter, { nullable: true }) filter: ManuscriptFilter | null,
    @Arg('orders', () => [ManuscriptOrder], { defaultValue: [ManuscriptOrder.TITLE_ASC] })
    [order = ManuscriptOrder.TITLE_ASC]: ManuscriptOrder[],
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { db, viewer }: Context,
  ): Promise<Connection<Manuscript>> {
    const list = manuscripts(viewer, filter, order);
    const rows = await keysetPage<Manuscript>(db, list, page);
    return toConnection(
      rows,
      () => countRows(db, list),
      (each) => each,
    );
  }

  @Query(() => Manuscript, { nullable: true, description: 'Un manuscrit.' })
  manuscript(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Manuscript | null> {
    return one(ctx, id);
  }

  @Query(() => Node, { nullable: true, description: 'Un objet.' })
  node(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Node | null> {
    return one(ctx, id);
  }

  @Query(() => Work, { nullable: true, description: 'Une œuvre.' })
  work(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Manuscript | null> {
    return one(ctx, id);
  }

  @Query(() => Float, { nullable: true, description: 'La moyenne de toutes les notes.' })
  async meanScore(@Ctx() { db }: Context): Promise<number | null> {
    const [row]: { mean: number | null }[] = await db.query(
      'SELECT avg(score)::float8 AS mean FROM manuscript',
    );
    return row?.mean ?? null;
  }

  @Query(() => [FacetCount], { description: 'Combien par état.' })
  states(@Ctx() { db, viewer }: Context): Promise<FacetCount[]> {
    return db.query(
      `SELECT m.state AS key, m.state AS label, count(*)::int AS count FROM manuscript m
        WHERE ${visibleTo(viewer)} GROUP BY m.state ORDER BY m.state`,
    );
  }

  @FieldResolver(() => Reading, { nullable: true, description: 'Ses notes.' })
  reading(@Root() { score }: Manuscript): Reading | null {
    return score === null ? null : { mean: score };
  }

  @FieldResolver(() => Int, { description: 'Ventes.' })
  sales(): number {
    return 7;
  }

  @Mutation(() => AcceptPayload, { description: 'Accepte un manuscrit.' })
  async accept(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<typeof AcceptPayload> {
    const manuscript = await one(ctx, id);
    if (manuscript === null) return ConflictError.of('Il n’existe pas.');
    return Object.assign(new AcceptSuccess(), { manuscript });
  }
}

const EDITOR = roles('editor');
const READERS = either(EDITOR, when('assigned reader', roles('reader')));

export const publisherPermissions: PermissionTable = {
  public: {
    AcceptSuccess: ['manuscript'],
    Manuscript: ['id', 'title'],
    ...connectionRows('Manuscript'),
    Query: ['manuscripts', 'manuscript', 'node', 'states', 'work'],
  },
  restricted: {
    Manuscript: {
      email: { may: either(EDITOR, when('own manuscript', people())), personal: true },
      reading: READERS,
      sales: either(EDITOR, scopes('sales:read')),
      state: { may: EDITOR, otherwise: (state: string) => (state === 'PUBLISHED' ? state : 'PENDING') },
    },
    Mutation: fields(EDITOR, 'accept'),
    Query: { meanScore: EDITOR },
    Reading: { mean: roles('editor', 'reader') },
  },
  arguments: {
    'Query.manuscripts': { 'filter.minScore': EDITOR, 'orders=SCORE_DESC': EDITOR },
  },
  conditions: {
    'own manuscript': {
      means: 'Le manuscrit est le sien.',
      holds: ({ author }: Manuscript, _args, { viewer }: Context) => author === viewer.subject,
    },
    'assigned reader': {
      means: 'Le manuscrit lui est confié.',
      async holds({ id }: Manuscript, _args, { db, viewer }: Context) {
        const [row]: { yes: boolean }[] = await db.query(
          'SELECT $2 = ANY(readers) AS yes FROM manuscript WHERE id = $1',
          [id, viewer.subject],
        );
        return row?.yes === true;
      },
    },
  },
};

class ManuscriptTable1767300000000 implements MigrationInterface {
  name = 'ManuscriptTable1767300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE manuscript (
      id text PRIMARY KEY, title text NOT NULL, state text NOT NULL, author text NOT NULL, email text,
      readers text[] NOT NULL DEFAULT '{}', score double precision)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE manuscript');
  }
}

export const publisherDefinition = {
  name: 'publisher',
  entities: [],
  resolvers: [ManuscriptResolver],
  orphanedTypes: [UserError],
  references: { Manuscript: ({ id }: { id: string }, ctx: Context) => one(ctx, id) },
  migrations: [ManuscriptTable1767300000000],
};

/** A subgraph that knows what must not be known: drafts, addresses, scores. */
export const publisher = defineSubgraph({ ...publisherDefinition, permissions: publisherPermissions });
