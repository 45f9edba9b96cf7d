import type { Id } from '../../kernel/id.ts';
import { fold } from '../../kernel/text/fold.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Words } from '../../kernel/words.ts';
import type { Kind } from '../../pack/format.ts';
import type { Context } from '../../platform/context.ts';
import { CHANNELS, SEVERITIES, URGENCIES } from '../codes.ts';
import { words } from '../list-out.ts';
import type { Cells } from './cells.ts';
import { departmentCalled, kindCalled, personCalled } from './house-called.ts';
import { customersWithPhone, placesIn } from './known.ts';
import { pastMoment } from './past-moment.ts';

/** What a row says of any matter. */
export type Matter = {
  number: string;
  title: string;
  need: string;
  openedAt: Instant | null;
  channel: keyof typeof CHANNELS;
  phone: string | undefined;
  caller: string | undefined;
  customerId: Id<'customer'> | undefined;
  placeId: Id<'place'> | undefined;
  departmentId: Id<'department'> | undefined;
};

/** Of one that is ended. */
export type Ended = { closedAt: Instant | null; outcome: string; wasCalled: string | null };

/** Of one that is not: everything it is opened with here. */
export type Open = {
  kind: Kind | null;
  urgency: keyof typeof URGENCIES | null;
  severity: keyof typeof SEVERITIES | null;
  ownerId: Id<'person'> | null;
  promisedAt: Instant | null;
  answeredAt: Instant | null;
  dispatchedAt: Instant | null;
  stage: string | null;
  progress: string | null;
};

const RIGHT = 'exchange.manage';

export async function readMatter(context: Context, cells: Cells): Promise<Matter> {
  cells.needed('openedAt');
  const openedAt = pastMoment(cells, 'openedAt', { now: context.now });
  const [place] = await placesIn(context, cells, 'place', RIGHT);
  const [phone] = cells.phones('phone');
  const caller = cells.text('caller', 100) ?? undefined;
  return {
    number: cells.needed('number', 100),
    title: cells.needed('title'),
    need: cells.text('need', 10_000) ?? '',
    openedAt,
    channel: cells.choice('channel', CHANNELS) ?? 'other',
    phone,
    caller,
    customerId: await customerOf(context, cells, phone, caller),
    placeId: place?.id,
    departmentId: (await departmentCalled(context, cells, 'department')) ?? undefined,
  };
}

/** A matter of somebody on file is his; of several with one number, of the one of this name. */
async function customerOf(
  context: Context,
  cells: Cells,
  phone: string | undefined,
  name: string | undefined,
): Promise<Id<'customer'> | undefined> {
  if (phone === undefined) return undefined;
  const found = await customersWithPhone(context, [phone]);
  const named = found.filter((one) => name !== undefined && fold(one.name) === fold(name));
  if (named.length === 1) return named[0]!.id;
  if (found.length > 1) cells.refuse('phone', 'import.several_fit', { n: found.length });
  return found[0]?.id;
}

export function readEnded({ now }: Context, cells: Cells, { openedAt }: Matter): Ended {
  const closedAt = pastMoment(cells, 'closedAt', { now, before: openedAt, code: 'import.closed_too_early' });
  return { closedAt, outcome: cells.text('outcome', 10_000) ?? '-', wasCalled: cells.text('kind') };
}

/** All that opening it may be refused for is asked here, for a look opens nothing. */
export async function readOpen(context: Context, cells: Cells, matter: Matter): Promise<Open> {
  const kind = await kindCalled(context, cells, 'kind');
  if (kind?.needsPlace && !matter.placeId && cells.list('place').length === 0)
    cells.refuse('place', 'ticket.place_missing');
  if (kind?.needsCustomer && !matter.customerId && !matter.caller && !matter.phone)
    cells.refuse('caller', 'ticket.caller_missing');
  const since = { now: context.now, before: matter.openedAt, code: 'import.before_opened' };
  return {
    kind,
    urgency: cells.choice('urgency', URGENCIES),
    severity: cells.choice('severity', SEVERITIES),
    ownerId: await personCalled(context, cells, 'owner'),
    promisedAt: promiseOf(cells, matter),
    answeredAt: pastMoment(cells, 'answeredAt', since),
    dispatchedAt: pastMoment(cells, 'dispatchedAt', since),
    stage: kind === null ? null : stageCalled(cells, kind),
    progress: cells.text('outcome', 10_000),
  };
}

function promiseOf(cells: Cells, { openedAt }: Matter): Instant | null {
  const at = cells.moment('promisedAt');
  return at !== null && openedAt !== null && at < openedAt ? cells.refuse('promisedAt', 'import.before_opened') : at;
}

/** What registers call it where it stands, whatever its kind calls its stages. */
const STANDING: Record<'new' | 'active', Words> = {
  new: words('Open', '待处理', '待處理'),
  active: words('In hand', '处理中', '處理中'),
};

/** A stage that a matter can be in without more being known: a wait would have to say how long. */
function stageCalled(cells: Cells, { stages }: Kind): string | null {
  const said = cells.text('stage');
  if (said === null) return null;
  const asked = fold(said);
  const among = stages.filter((stage) => stage.class === 'new' || stage.class === 'active');
  const named = among.find(({ key, name }) => [key, ...Object.values(name)].some((one) => fold(one) === asked));
  const standing = among.find(
    ({ class: kept }) => kept in STANDING && Object.values(STANDING[kept as 'new']).some((one) => fold(one) === asked),
  );
  const [first] = stages;
  const found = named ?? standing ?? cells.refuse('stage', 'import.no_such_choice', { text: said.slice(0, 40) });
  return found === null || found === first ? null : found.key;
}
