import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { HOUR, plus } from '../kernel/time.ts';
import { goOnWithOutreach } from '../outreach/commands/go-on.ts';
import { startOutreach } from '../outreach/commands/start-outreach.ts';
import { startInput } from '../outreach/inputs.ts';
import { words } from '../pack/shapes.ts';
import { openTicket } from '../ticket/commands/open-ticket.ts';
import { openTicketInput } from '../ticket/inputs.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';

type Sold = {
  kind: string;
  title: string;
  channel: 'phone' | 'letter' | 'counter';
  fields: Record<string, string | number>;
};

/** What the centre sells: how it fails, how it is ordered, how it was shown; and a visit to a customer of one type. */
const SOLD: Sold[] = [
  {
    kind: 'product_problem',
    title: '智能门锁指纹失灵',
    channel: 'phone',
    fields: { product: 'smart_lock', model: '护安 H3', symptom: '指纹开不了门，从昨晚开始' },
  },
  {
    kind: 'product_order',
    title: '订购净水器滤芯',
    channel: 'phone',
    fields: { product: 'water_purifier', model: '三级滤芯', quantity: 2, deliver_to: '送货上门', pays: 'on_delivery' },
  },
  {
    kind: 'product_order',
    title: '邮购可视对讲室内机',
    channel: 'letter',
    fields: { product: 'video_intercom', quantity: 1, deliver_to: '放物业服务中心', pays: 'postal' },
  },
  {
    kind: 'demonstration',
    title: '演示智能门锁',
    channel: 'counter',
    fields: { product: 'smart_lock', shown_how: 'demonstration', shown_on: '', customer_said: '喜欢，想等活动价' },
  },
  {
    kind: 'care_visit',
    title: '商户不定期回访',
    channel: 'phone',
    fields: { customer_type: 'merchant', method: 'telephone' },
  },
];

/** How the centre keeps up with its customers: some are reached by their type, others buy, ask and are visited. */
export function keepUp(stage: Stage, now: Instant): void {
  stage.plan(plus(now, -HOUR), () => sell(stage, plus(now, -HOUR)));
  stage.plan(plus(now, -3 * HOUR), () => greet(stage));
}

async function sell(stage: Stage, now: Instant): Promise<void> {
  const customers = await stage.read((tx) =>
    tx.selectFrom('customer').select('id').orderBy('name').orderBy('id').limit(SOLD.length).execute(),
  );
  for (const [at, { fields, ...one }] of SOLD.entries()) {
    const dated = 'shown_on' in fields ? { ...fields, shown_on: now.slice(0, 10) } : fields;
    const input = openTicketInput.parse({ ...one, fields: dated, customerId: customers[at]!.id });
    await attempt(stage, 'desk', (context) => openTicket(context, input));
  }
}

async function greet(stage: Stage): Promise<void> {
  const input = startInput.parse({
    name: '重点客户节前问候',
    subject: words('Greetings from {organisation}', '{organisation}的问候', '{organisation}的問候'),
    text: words(
      'Dear {customer}, we wish you and your family a happy holiday. {person}',
      '{customer}您好！祝您和家人节日快乐，假期内如有需要请随时联系我们。{person}',
      '{customer}您好！祝您和家人佳節愉快，假期內如有需要歡迎隨時聯絡我們。{person}',
    ),
    filters: { vip: true },
    perHour: 3600,
    callerId: stage.people.get('desk2')!,
  });
  let id: Id<'outreach'> | undefined;
  await attempt(stage, 'supervisor', async (context) => void (id = await startOutreach(context, input)));
  if (id !== undefined) await attempt(stage, 'supervisor', (context) => goOnWithOutreach(context, { outreach: id }));
}
