import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { closeTicket } from '../../ticket/commands/close-ticket.ts';
import { openTicket } from '../../ticket/commands/open-ticket.ts';
import { resolveTicket } from '../../ticket/commands/resolve-ticket.ts';
import type { Request } from '../request.ts';

export type Replayed = { opened: number; closed: number; known: number };

export type Route = { kind: string; departments: ReadonlyMap<string, Id<'department'>> };

/**
 * Replays requests through the ordinary commands, each at its own time: opened with its target as a promise, sent to its
 * department, settled and closed with its reason. A request known already is not opened again; one that was open when
 * the file came first and is closed in this one is closed.
 */
export async function replayRequests(context: Context, requests: readonly Request[], route: Route): Promise<Replayed> {
  const before = await context.tx
    .selectFrom('ticket')
    .select(['id', 'imported_from', 'closed_at'])
    .where(
      'imported_from',
      'in',
      requests.map((request) => request.importedFrom),
    )
    .execute();
  const known = new Map(before.map((ticket) => [ticket.imported_from, ticket]));
  const replayed: Replayed = { opened: 0, closed: 0, known: 0 };
  for (const request of requests) {
    const there = known.get(request.importedFrom);
    if (there) replayed.known += 1;
    const id = there?.id ?? (await open(context, request, route));
    if (!there) replayed.opened += 1;
    if (request.closedAt === null || there?.closed_at) continue;
    await close(context, id, request, request.closedAt);
    replayed.closed += 1;
  }
  return replayed;
}

async function open(context: Context, request: Request, route: Route): Promise<Id<'ticket'>> {
  const departmentId = request.department === null ? undefined : route.departments.get(request.department);
  const ticket = await openTicket(
    { ...context, now: request.openedAt },
    {
      kind: route.kind,
      title: request.title,
      need: '',
      channel: request.channel as 'other',
      departmentId,
      fields: request.fields,
      dueAt: request.targetAt ?? undefined,
      importedFrom: request.importedFrom,
    },
  );
  return ticket.id;
}

async function close(
  context: Context,
  id: string,
  request: Request,
  closedAt: NonNullable<Request['closedAt']>,
): Promise<void> {
  const then = { ...context, now: closedAt };
  await resolveTicket(then, id, { outcome: request.closedWith || '-', fields: {} });
  await closeTicket(then, id, {});
}
