import { classify } from '../customer-class/commands/classify.ts';
import { arrangeArchive } from '../customer-archive/commands/arrange.ts';
import { fileEntry } from '../customer-archive/commands/file-entry.ts';
import { openArchives } from '../customer-archive/commands/open-archives.ts';
import { distribute } from '../custodian/commands/distribute.ts';
import { recordCustodianContact } from '../custodian/commands/record-contact.ts';
import { contactedInput, distributeInput, proposeInput } from '../custodian/inputs.ts';
import { propose } from '../custodian/propose.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { changePart } from '../pack/commands/change-settings.ts';
import { settingsVersionOf } from '../pack/settings.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';

const FILED = [
  ['basics', '业主基本资料表'],
  ['title', '不动产权证复印件'],
  ['covenant', '临时管理规约（签字页）'],
] as const;

/** In this house the assistant has the customers: classified, given, some contacted, some archives complete. */
export function keepInCharge(stage: Stage, now: Instant): void {
  stage.plan(plus(now, -5 * DAY), () => classifySome(stage));
  stage.plan(plus(now, -5 * DAY + HOUR), () => giveAll(stage));
  stage.plan(plus(now, -4 * DAY), () => contactSome(stage));
  stage.plan(plus(now, -2 * DAY), () => keepArchives(stage));
}

const customers = (stage: Stage, most: number): Promise<Id<'customer'>[]> =>
  stage.read(async (tx) => {
    const rows = await tx
      .selectFrom('customer')
      .select('id')
      .where('erased_at', 'is', null)
      .orderBy('name')
      .orderBy('id')
      .limit(most)
      .execute();
    return rows.map(({ id }) => id);
  });

async function classifySome(stage: Stage): Promise<void> {
  await attempt(stage, 'admin', async (context) => {
    const { version, settings } = await settingsVersionOf(context);
    if (!settings.custodians) return;
    const posts = [...settings.custodians.posts, 'customer_service_assistant'];
    await changePart(
      context,
      { custodians: { ...settings.custodians, posts } },
      { seen: version, why: '客服助理分管客户' },
    );
  });
  const some = await customers(stage, 8);
  const classes = [
    ['key_account', some.slice(0, 3), '业委会成员'],
    ['household', some.slice(3), '自住'],
  ] as const;
  for (const [key, ids, why] of classes)
    await attempt(stage, 'supervisor', (context) => classify(context, { customerIds: [...ids], class: key, why }));
}

async function giveAll(stage: Stage): Promise<void> {
  await attempt(stage, 'supervisor', async (context) => {
    const { lines } = await propose(context, proposeInput.parse({}));
    const given = lines
      .slice(0, 12)
      .map(({ customer, to }) => ({ customerId: customer.id, personId: to.id, seen: null }));
    await distribute(context, distributeInput.parse({ lines: given, why: '按人数与能力分配' }));
  });
}

async function contactSome(stage: Stage): Promise<void> {
  const mine = await stage.read((tx) =>
    tx
      .selectFrom('custodian_contact as x')
      .innerJoin('customer as c', 'c.id', 'x.customer_id')
      .select('x.id')
      .where('x.person_id', '=', stage.people.get('desk2')!)
      .where('x.done_at', 'is', null)
      .where('x.dropped_at', 'is', null)
      .orderBy('c.name')
      .orderBy('x.id')
      .limit(5)
      .execute(),
  );
  const said = contactedInput.parse({
    channel: 'phone',
    need: '近况问候；希望楼道灯尽快修好，关注停车月租',
    outcome: '已登记报修，停车办法已发送，下月再联系',
  });
  for (const { id } of mine) await attempt(stage, 'desk2', (context) => recordCustodianContact(context, id, said));
}

async function keepArchives(stage: Stage): Promise<void> {
  const keeperId = stage.people.get('desk2')!;
  const departmentId = stage.departments.get('customer_service')!;
  const customerIds = await customers(stage, 6);
  await attempt(stage, 'supervisor', (context) => openArchives(context, { customerIds, departmentId, keeperId }));
  const archives = await stage.read((tx) =>
    tx
      .selectFrom('customer_archive as a')
      .innerJoin('customer as c', 'c.id', 'a.customer_id')
      .select('a.id')
      .orderBy('c.name')
      .execute(),
  );
  for (const [at, { id }] of archives.entries()) {
    for (const [part, title] of FILED.slice(0, 3 - (at % 3)))
      await attempt(stage, 'desk2', (context) =>
        fileEntry(context, id, { part, title, dated: '2024-05-18', liesAt: `档案柜 ${at + 1} 层` }),
      );
  }
  const [first] = archives;
  if (first) await attempt(stage, 'desk2', (context) => arrangeArchive(context, first.id, '核对目录，补充编号'));
}
