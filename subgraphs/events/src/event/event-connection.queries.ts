import { type Context, checkFirst, emptyPage, type PageRequest, toConnection } from '@graphess/subgraph-kit';
import { eventById } from './event.queries.ts';
import type { EventConnection } from './event-connection.type.ts';
import { type EventSelection, eventCount, eventPage } from './event-list.queries.ts';

/** A page of an owner's events, as the graph shows it. Throws BadInput on `first` out of bounds or a foreign cursor. */
export async function eventConnection(
  ctx: Context,
  owner: string,
  selection: EventSelection,
  request: PageRequest,
): Promise<EventConnection> {
  const asked = { selection, first: checkFirst(request.first), after: request.after ?? null };
  const page = (await eventPage(ctx, owner, asked)) ?? emptyPage();
  const events = await eventById(ctx).loadMany(page.rows.map(({ node }) => node.id));
  const rows = page.rows.flatMap(({ cursor }, index) => {
    const event = events[index];
    if (event instanceof Error) throw event;
    // A load may have removed the event since the page was read.
    return event ? [{ cursor, node: event }] : [];
  });
  const totalCount = async () => (await eventCount(ctx, owner, selection)) ?? 0;
  return { owner, selection, ...toConnection({ ...page, rows }, totalCount, (event) => event) };
}
