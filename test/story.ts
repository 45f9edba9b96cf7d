import { installPlans } from '../src/round/commands/install-plans.ts';
import { changePlan } from '../src/round/commands/write-plan.ts';
import { lookAtPapers } from '../src/formality/commands/look-at-papers.ts';
import { looksInput } from '../src/formality/inputs.ts';
import { papersOfTicket } from '../src/formality/papers.ts';
import type { Id } from '../src/kernel/id.ts';
import { newId } from '../src/kernel/id.ts';
import { myNotifications, notificationsQuery } from '../src/notification/list.ts';
import type { NotificationsView } from '../src/notification/view.ts';
import { addPerson } from '../src/organisation/commands/add-person.ts';
import { addPersonInput } from '../src/organisation/inputs.ts';
import type { Context } from '../src/platform/context.ts';
import { record } from '../src/platform/journal.ts';
import type { Visit } from '../src/return-visit/return-visit.ts';
import { apologise, explain } from '../src/ticket/commands/add-note.ts';
import { changeTicket } from '../src/ticket/commands/change-ticket.ts';
import { openTicket } from '../src/ticket/commands/open-ticket.ts';
import { resolveTicket } from '../src/ticket/commands/resolve-ticket.ts';
import { openTicketInput, resolveInput } from '../src/ticket/inputs.ts';
import type { Ticket } from '../src/ticket/ticket.ts';
import { finishWorkOrder } from '../src/work-order/commands/finish-work-order.ts';
import { issueWorkOrder } from '../src/work-order/commands/issue-work-order.ts';
import { acceptWorkOrder } from '../src/work-order/commands/take-steps.ts';
import { doneInput } from '../src/work-order/inputs.ts';
import type { PersonKey } from './world-seed.ts';
import type { World } from './world.ts';

/** The scenes that many stories begin with. Each is played by the ordinary commands. */

const NEEDED: Record<string, Record<string, string | boolean>> = {
  leak: { leak_from: 'pipe' },
  repair_private: { trouble: 'plumbing' },
  repair_public: { trouble: 'lighting' },
  repair_safety: { facility: 'lift' },
  emergency_repair: { emergency: 'burst_pipe', people_in_danger: false },
  complaint: { about: 'noise' },
  help: { help_with: 'carrying' },
};

/** The world's organisation was made with nobody listening: the event that begins its weeks, months and rounds is told once more. */
export async function begin(world: World): Promise<void> {
  const subject = { type: 'organisation', id: world.organisation.id } as const;
  await world.act(null, (context: Context) => record(context, { subject, type: 'organisation.created' }));
}

/** Of what a house owes by itself only these duties: all others, late day after day, are most of a story that goes on for months. */
export async function beginOnly(world: World, ...duties: ((context: Context) => Promise<unknown>)[]): Promise<void> {
  for (const duty of duties) await world.act(null, duty);
}

/** Of the pack's checklists only these are walked. */
export async function beginWithRounds(world: World, kept: readonly string[]): Promise<void> {
  await beginOnly(world, installPlans);
  const plans = await world.read((tx) =>
    tx
      .selectFrom('round_plan as p')
      .innerJoin('round_plan_version as v', (join) =>
        join.onRef('v.plan_id', '=', 'p.id').onRef('v.version', '=', 'p.version'),
      )
      .select([
        'p.id',
        'p.key',
        'p.version as seen',
        'v.content',
        'v.post_id as postId',
        'v.follow_up_post_id as followUpPostId',
      ])
      .execute(),
  );
  for (const { id, ...plan } of plans.filter(({ key }) => !kept.includes(key)))
    await world.act('admin', changePlan, id, { ...plan, closed: true, why: '本中心不设巡检' });
}

/** What a complaint or dispute wants established before it is settled. */
export const PROVEN = { facts: '夜间 23 点有施工声', proven_by: 'recording', evidence: '录音存于工单附件' };

/** Somebody at the desk takes in a matter of Mr Chen's, in flat 1202. */
export function takeInMatter(
  world: World,
  kind: string,
  over: Partial<Parameters<typeof openTicketInput.parse>[0] & object> = {},
  who: PersonKey = 'desk',
): Promise<Ticket> {
  const input = {
    kind,
    title: '厨房漏水',
    channel: 'phone',
    customerId: world.customers.chen,
    placeId: world.places.flat1202,
    fields: NEEDED[kind] ?? {},
    ...over,
  };
  return world.act(who, openTicket, openTicketInput.parse(input));
}

/** The plumber is sent, accepts and reports done. */
export async function mend(world: World, ticket: Ticket): Promise<Id<'work_order'>> {
  const order = await world.act('desk', issueWorkOrder, ticket.id, {
    departmentId: world.departments['engineering'],
    personId: world.people.plumber,
    task: '上门维修',
  });
  await world.act('plumber', acceptWorkOrder, order.id, {});
  await world.act(
    'plumber',
    finishWorkOrder,
    order.id,
    doneInput.parse({ findings: '软管老化', measures: '更换软管', minutes: 40 }),
  );
  return order.id;
}

/** The desk settles it; a complaint goes through its steps first. */
export async function settle(world: World, ticket: Ticket, over: { happenedAt?: string } = {}): Promise<void> {
  const { owner_id: ownerId } = await ticketNow(world, ticket.id);
  const owner = (Object.keys(world.people) as PersonKey[]).find((key) => world.people[key] === ownerId)!;
  if (ticket.kind === 'complaint') {
    await world.act(owner, apologise, ticket.id, { text: '给您添麻烦了,非常抱歉' });
    await world.act(owner, explain, ticket.id, {
      text: '按装修管理规定处理',
      rule: '装修管理规定第 8 条',
      accepted: true,
    });
    await world.act(owner, changeTicket, ticket.id, {
      fields: { ...PROVEN, real_cause: '邻居夜间施工', wanted_solution: '停止夜间施工' },
    });
  }
  const fields = ticket.kind.startsWith('repair') || ticket.kind === 'leak' ? { found_cause: '软管老化' } : {};
  await world.act(owner, resolveTicket, ticket.id, resolveInput.parse({ outcome: '已处理完毕', fields, ...over }));
}

export function ticketNow(world: World, id: Id<'ticket'>): Promise<Ticket> {
  return world.read((tx) => tx.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
}

/** The visits of a ticket, in the order in which they came to be. */
export function visitsOf(world: World, ticketId: Id<'ticket'>): Promise<Visit[]> {
  return world.read((tx) =>
    tx
      .selectFrom('return_visit')
      .selectAll()
      .where('ticket_id', '=', ticketId)
      .orderBy('round')
      .orderBy('id')
      .execute(),
  );
}

/** What is owed about a subject, by kind; settled ones too. */
export function clocksAbout(world: World, subjectId: string) {
  return world.read((tx) =>
    tx
      .selectFrom('commitment')
      .selectAll()
      .where('subject_id', '=', subjectId)
      .orderBy('started_at')
      .orderBy('kind')
      .execute(),
  );
}

/** What somebody was told so far, newest first. */
export async function told(world: World, who: PersonKey): Promise<NotificationsView['items']> {
  const view = await world.ask(who, myNotifications, notificationsQuery.parse({ limit: 200 }));
  return view.items;
}

export async function typesTold(world: World, who: PersonKey): Promise<string[]> {
  return (await told(world, who)).map((one) => one.type);
}

/** Lets the undo delay pass. */
export function wait(world: World, seconds = 10): void {
  world.clock.advance(seconds * 1_000);
}

/** Somebody new in a post that the world leaves empty; he acts under `key` from then on. */
export async function hire(world: World, key: string, post: string): Promise<PersonKey> {
  const id = newId<'person'>(world.clock.now());
  const posts = [{ postId: world.posts[post]!, deputyRank: null }];
  await world.act(null, addPerson, addPersonInput.parse({ id, username: key, name: `${key}先生`, posts }));
  (world.people as Record<string, Id<'person'>>)[key] = id;
  return key as PersonKey;
}

/** Whoever looks at papers finds all that a matter asks for in order. */
export async function bringPapers(world: World, who: PersonKey, id: Id<'ticket'>): Promise<void> {
  const { items } = await world.ask(who, papersOfTicket, id);
  const looks = items.map(({ key, pieces }) => ({ paper: key, state: 'in_order', pieces }));
  await world.act(who, lookAtPapers, id, looksInput.parse({ looks }));
}
