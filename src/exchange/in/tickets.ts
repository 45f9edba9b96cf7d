import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Refused } from '../../kernel/refusal.ts';
import { currentKinds } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { closeTicket } from '../../ticket/commands/close-ticket.ts';
import type { NewTicket } from '../../ticket/commands/open-ticket.ts';
import { openTicket } from '../../ticket/commands/open-ticket.ts';
import { resolveTicket } from '../../ticket/commands/resolve-ticket.ts';
import { takeBackImported } from '../../ticket/commands/take-back-imported.ts';
import { takeOverTicket } from '../../ticket/commands/take-over-ticket.ts';
import { writeExternalId } from '../commands/write-external-id.ts';
import { words } from '../list-out.ts';
import type { Cells } from './cells.ts';
import { HISTORY, prepareHistory } from './history-kind.ts';
import type { ListIn, Taken } from './list-in.ts';
import { replaying } from './replaying.ts';
import { TICKET_FIELDS } from './ticket-fields.ts';
import type { Ended, Matter, Open } from './ticket-read.ts';
import { readEnded, readMatter, readOpen } from './ticket-read.ts';

/**
 * The register of matters that was kept before. What is ended comes in as history, replayed at its own time; what is not is opened as a
 * kind of ours with its clocks from when it was received. Nobody is told of either as it comes in. Known by its number there; what is
 * known already stays as it is.
 */
export const ticketsIn: ListIn = {
  key: 'tickets',
  name: words('Tickets', '受理单', '受理單'),
  about: words(
    'A row with a closing time comes in as a record. One without is opened: its clocks run from when it was received, what is late already shows as late, and nobody is reminded of what is past. Whoever is named answers for it from then on; where nobody is, you do.',
    '填有结单时间的行作为历史记录导入；没有结单时间的视为未结事项，按受理时间开始计时，已超时的直接显示为逾期，不补发过去的提醒。填写了负责人的由其负责，未填写的由您负责。',
    '填有結案時間的列匯入為歷史記錄；沒有結案時間的視為未結事項，自受理時間起計時，已逾時的直接顯示為逾期，不補發過去的提醒。填有負責人的由其負責，未填寫的由您負責。',
  ),
  subject: 'ticket',
  fields: TICKET_FIELDS,
  examples: async (context, language) => {
    const kinds = (await currentKinds(context)).map(({ kind }) => kind).filter((kind) => !kind.retired);
    const name = (kinds.find(({ needsPlace }) => !needsPlace) ?? kinds[0]!).name[language];
    return { kind: [name, name] };
  },
  prepare: prepareHistory,
  take: takeTicket,
  takeBack: async (context, { id }) => {
    await takeBackImported(context, id);
    return [];
  },
};

async function takeTicket(context: Context, cells: Cells): Promise<Taken> {
  const matter = await readMatter(context, cells);
  const isEnded = cells.text('closedAt') !== null;
  const ended = isEnded ? readEnded(context, cells, matter) : null;
  const open = isEnded ? null : await readOpen(context, cells, matter);
  cells.orRefuse();
  const importedFrom = `list:${matter.number}`;
  const known = await context.tx
    .selectFrom('ticket')
    .select(['id', 'number', 'closed_at'])
    .where('imported_from', '=', importedFrom)
    .executeTakeFirst();
  if (known && isEnded && known.closed_at === null) throw new Refused('import.open_here', { number: known.number });
  if (known) return { result: 'same', id: known.id };
  if (cells.looking) return look(context, matter.number);
  const ticket = inputOf(matter, importedFrom);
  const id = ended ? await keepEnded(context, matter, ended, ticket) : await goOnWith(context, matter, open!, ticket);
  return { result: 'new', id };
}

/** Opening one takes a number for good, even where it is rolled back: all that may be refused was asked by now. */
async function look(context: Context, number: string): Promise<Taken> {
  const id = newId<'ticket'>(context.now);
  return { result: (await writeExternalId(context, 'tickets', number, id)) ? 'new' : 'same', id };
}

type Input = Omit<NewTicket, 'kind'> & { importedFrom: string };

function inputOf(matter: Matter, importedFrom: string): Input {
  const { title, need, channel, caller, phone, customerId, placeId, departmentId } = matter;
  const who = { callerName: caller, callerPhone: phone, customerId };
  return { title, need, channel, ...who, placeId, departmentId, fields: {}, importedFrom };
}

async function keepEnded(
  context: Context,
  { openedAt }: Matter,
  { closedAt, outcome, wasCalled }: Ended,
  input: Input,
): Promise<Id<'ticket'>> {
  const past = await replaying(context);
  const ticket = await openTicket(
    { ...past, now: openedAt! },
    { ...input, kind: HISTORY, fields: wasCalled === null ? {} : { was_called: wasCalled } },
  );
  const then = { ...past, now: closedAt! };
  await resolveTicket(then, ticket.id, { outcome, fields: {}, version: undefined });
  await closeTicket(then, ticket.id, { version: undefined });
  return ticket.id;
}

async function goOnWith(context: Context, { openedAt }: Matter, open: Open, input: Input): Promise<Id<'ticket'>> {
  const { kind, ownerId, urgency, severity, promisedAt, ...course } = open;
  const ticket = {
    ...input,
    kind: kind!.key,
    ownerId: ownerId ?? undefined,
    urgency: urgency ?? undefined,
    severity: severity ?? undefined,
    dueAt: promisedAt ?? undefined,
  };
  const past = await replaying(context, { stillOpen: true });
  return takeOverTicket(past, { ...course, ticket, openedAt: openedAt! });
}
