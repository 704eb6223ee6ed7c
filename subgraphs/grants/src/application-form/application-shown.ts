import type { Context } from '@graphess/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Application } from '../application/application.entity.ts';
import { visibleApplicationById } from '../application/visible-applications.queries.ts';

/** An application as the transaction that wrote it leaves it, for whoever wrote it. */
export async function applicationShown(tx: EntityManager, ctx: Context, id: string): Promise<Application> {
  const application = await visibleApplicationById({ ...ctx, db: tx }).load(id);
  if (application === null) throw new TypeError('An application is not visible to whoever wrote it');
  return application;
}
