import { beginCount, goCounting } from '../custody/commands/begin-counts.ts';
import { completeCount, countLine } from '../custody/commands/count-lines.ts';
import { enter } from '../custody/commands/enter.ts';
import { receiveItem } from '../custody/commands/receive-item.ts';
import type { Enter, Receive } from '../custody/inputs.ts';
import { entryInput, receiveInput } from '../custody/inputs.ts';
import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { approve } from '../ticket/commands/approve.ts';
import { openTicket } from '../ticket/commands/open-ticket.ts';
import { approveInput, openTicketInput } from '../ticket/inputs.ts';
import { attempt } from './case.ts';
import type { Flat } from './estate.ts';
import type { Stage } from './stage.ts';

type Said = Omit<Partial<Enter>, 'act'>;

type Shelf = { stage: Stage; things: Map<string, Id<'custody_item'>> };

/** What the house keeps: keys of the estate and of its tenants, passes, tools; most at home, one key overdue. */
export function keepThings(stage: Stage, now: Instant): void {
  const begun = stage.clock.now();
  const shelf: Shelf = { stage, things: new Map() };
  stage.plan(plus(begun, 3 * HOUR), () => stock(shelf));
  for (let at = plus(begun, 5 * HOUR); at < now; at = plus(at, DAY)) stage.plan(at, () => countWhatIsOwed(stage));
  stage.plan(plus(now, -40 * HOUR), () => issuePasses(shelf, now));
  stage.plan(plus(now, -26 * HOUR), () => lend(shelf));
  stage.plan(plus(now, -20 * HOUR), () => bringBack(shelf));
  stage.plan(plus(now, -4 * HOUR), () => countAgain(stage));
}

async function stock(shelf: Shelf): Promise<void> {
  const { shared, flats } = shelf.stage.estate;
  const [[, lobby], [, lift]] = [...shared] as [[string, Id<'place'>], [string, Id<'place'>]];
  const home = lived(flats, 0);
  const at: [string, Parameters<typeof receiveInput.parse>[0]][] = [
    ['desk2', { kind: 'public_key', number: 'G-001', label: '大堂值班室', placeId: lobby }],
    ['desk2', { kind: 'public_key', number: 'G-002', label: '水泵房', placeId: lobby }],
    ['desk2', { kind: 'public_key', number: 'G-003', label: '电梯机房', placeId: lift }],
    ['desk2', { kind: 'unit_key', number: 'D-0101', label: '未交付房屋，入户门三把', placeId: flats.at(-1)!.id }],
    [
      'desk2',
      {
        kind: 'tenant_key',
        number: 'J-001',
        label: '备用钥匙一把，出差寄存',
        placeId: home.id,
        customerId: home.residents[0]!.id,
        from: { kind: 'customer', id: home.residents[0]!.id },
      },
    ],
    ['desk2', { kind: 'vehicle_pass', number: 'C-0001', label: '地下车库通行证' }],
    ['desk2', { kind: 'vehicle_pass', number: 'C-0002', label: '地下车库通行证' }],
    ['desk2', { kind: 'entry_pass', number: 'R-001', label: '临时出入证' }],
    ['desk2', { kind: 'renovation_pass', number: 'Z-001', label: '装修施工证', placeId: home.id }],
    ['maintenance', { kind: 'special_tool', number: 'T-01', label: '冲击钻' }],
    ['maintenance', { kind: 'special_tool', number: 'T-02', label: '绝缘电阻表' }],
    ['maintenance', { kind: 'common_tool', number: 'T-03', label: '人字梯' }],
    ['supervisor', { kind: 'fixed_asset', number: 'A-001', label: '柜式空调', worth: { amount: 680_000 } }],
    ['supervisor', { kind: 'fixed_asset', number: 'A-002', label: '激光打印机', worth: { amount: 159_900 } }],
  ];
  for (const [who, thing] of at) await register(shelf, who, receiveInput.parse(thing));
}

async function register({ stage, things }: Shelf, who: string, thing: Receive): Promise<void> {
  await attempt(stage, who, async (context) => void things.set(thing.number, await receiveItem(context, thing)));
}

async function says(
  { stage, things }: Shelf,
  who: string,
  number: string,
  act: Enter['act'],
  said: Said,
): Promise<void> {
  const id = things.get(number);
  if (id !== undefined) await attempt(stage, who, (context) => enter(context, id, entryInput.parse({ act, ...said })));
}

const lived = (flats: readonly Flat[], nth: number): Flat =>
  flats.filter(({ residents }) => residents.length > 0)[nth * 7 + 3]!;
const person = (stage: Stage, name: string) => ({ kind: 'person' as const, id: stage.people.get(name)! });

/** A key for the electrician, which he forgets to bring back; one for the lift firm, and a drill. */
async function lend(shelf: Shelf): Promise<void> {
  const { stage } = shelf;
  const back = plus(stage.clock.now(), 8 * HOUR);
  await says(shelf, 'desk', 'G-003', 'drawn', {
    to: person(stage, 'electrician'),
    purpose: '机房照明检修',
    dueBack: back,
  });
  const firm = { kind: 'outside' as const, name: '迅达电梯公司 刘工' };
  await says(shelf, 'desk', 'G-001', 'drawn', { to: firm, purpose: '季度保养', dueBack: back });
  await says(shelf, 'maintenance', 'T-01', 'drawn', { to: person(stage, 'plumber'), purpose: '入户维修' });
}

async function bringBack(shelf: Shelf): Promise<void> {
  await says(shelf, 'desk', 'G-001', 'returned', { condition: 'good' });
  await says(shelf, 'maintenance', 'T-01', 'returned', {
    condition: 'damaged',
    whatHappened: '钻头卡死，电机有焦味',
    cause: '连续使用时间过长',
    measures: '已停用，送修',
  });
}

/** A tenant applies for his car, and is given his pass; a contractor comes and goes for a while. */
async function issuePasses(shelf: Shelf, now: Instant): Promise<void> {
  const { stage } = shelf;
  const home = lived(stage.estate.flats, 1);
  const [tenant] = home.residents;
  const day = (days: number): string => plus(now, days * DAY).slice(0, 10);
  const ticketId = newId<'ticket'>(stage.clock.now());
  const application = openTicketInput.parse({
    id: ticketId,
    kind: 'vehicle_pass',
    title: '申请地下车库通行证',
    channel: 'counter',
    customerId: tenant!.id,
    placeId: home.id,
    fields: { plate_number: '粤B·E7316', vehicle: '白色轿车', pass_wanted_until: day(365) },
  });
  const seen = ['identity_seen', 'driving_licence_seen', 'vehicle_licence_seen', 'tenancy_seen'];
  const fields = Object.fromEntries(seen.map((key) => [key, true]));
  const decision = approveInput.parse({ approval: 'decision', verdict: 'approved', fields });
  await attempt(stage, 'desk', (context) => openTicket(context, application));
  await attempt(stage, 'supervisor', (context) => approve(context, ticketId, decision));
  const to = { kind: 'customer' as const, id: tenant!.id };
  await says(shelf, 'desk2', 'C-0001', 'issued', { to, validUntil: day(365), ticketId });
  const firm = { kind: 'outside' as const, name: '恒美装饰 张工' };
  await says(shelf, 'desk2', 'R-001', 'issued', { to: firm, validUntil: day(12) });
  await says(shelf, 'desk2', 'Z-001', 'issued', { to: firm, validUntil: day(40) });
}

/** Whoever owes a count of tools makes it; and one besides, of which the last tool is not there, waits for an approver. */
async function countWhatIsOwed(stage: Stage): Promise<void> {
  const owed = await stage.read((tx) =>
    tx
      .selectFrom('custody_count')
      .select('id')
      .where('begun_at', 'is', null)
      .where('sort', '=', 'tool')
      .where('from_at', '<=', stage.clock.now())
      .execute(),
  );
  for (const { id } of owed)
    if (await attempt(stage, 'maintenance', (context) => goCounting(context, id))) await count(stage, id, 'as_booked');
}

async function countAgain(stage: Stage): Promise<void> {
  const id = newId<'custody_count'>(stage.clock.now());
  if (await attempt(stage, 'maintenance', (context) => beginCount(context, { id, sort: 'tool' })))
    await count(stage, id, 'missing');
}

async function count(stage: Stage, id: Id<'custody_count'>, last: 'as_booked' | 'missing'): Promise<void> {
  const lines = await stage.read((tx) =>
    tx
      .selectFrom('custody_count_line')
      .innerJoin('custody_item', 'custody_item.id', 'custody_count_line.item_id')
      .select('custody_count_line.id')
      .where('count_id', '=', id)
      .orderBy('number')
      .execute(),
  );
  await attempt(stage, 'maintenance', async (context) => {
    for (const [at, line] of lines.entries()) {
      const found = at === lines.length - 1 ? last : 'as_booked';
      await countLine(context, id, line.id, { found, remark: found === 'missing' ? '工具房未见' : '' });
    }
    await completeCount(context, id);
  });
}
