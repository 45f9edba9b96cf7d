import { issueOnTicket } from '../custody/commands/issue-on-ticket.ts';
import { issueOnTicketInput } from '../custody/inputs.ts';
import { lookAtPapers } from '../formality/commands/look-at-papers.ts';
import type { Looks } from '../formality/inputs.ts';
import { looksInput } from '../formality/inputs.ts';
import { papersOfTicket } from '../formality/papers.ts';
import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { HOUR, plus } from '../kernel/time.ts';
import { departments } from '../organisation/house.ts';
import { approve } from '../ticket/commands/approve.ts';
import { openTicket } from '../ticket/commands/open-ticket.ts';
import { approveInput, openTicketInput } from '../ticket/inputs.ts';
import { issueParts } from '../work-order/commands/issue-parts.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';

/** Certificates issued, a formality whose papers lack, an agency request under way, and a merchant whose case several departments have. */
export function keepFormalities(stage: Stage, now: Instant): void {
  stage.plan(plus(now, -30 * HOUR), () => certify(stage, 2, { certificate: 'owner', asked_as: 'new' }));
  stage.plan(plus(now, -28 * HOUR), () =>
    certify(stage, 3, { certificate: 'household', asked_as: 'renewal', residents: 2 }),
  );
  stage.plan(plus(now, -6 * HOUR), () => lacks(stage));
  stage.plan(plus(now, -5 * HOUR), () => orders(stage));
  stage.plan(plus(now, -3 * HOUR), () => opensShop(stage));
}

type Asked = { kind: string; title: string; fields: Record<string, unknown>; nth: number };

/** Somebody of a flat comes to the counter; null: nothing of the kind is taken in there. */
async function comes(stage: Stage, { kind, title, fields, nth }: Asked): Promise<Id<'ticket'> | null> {
  const home = stage.estate.flats.filter(({ residents }) => residents.length > 0)[nth * 9 + 1]!;
  const [who] = home.residents;
  const id = newId<'ticket'>(stage.clock.now());
  const holder = fields['certificate'] ? { holder: who!.name } : {};
  const input = openTicketInput.parse({
    id,
    kind,
    title,
    channel: 'counter',
    customerId: who!.id,
    placeId: home.id,
    fields: { ...fields, ...holder },
  });
  return (await attempt(stage, 'desk2', (context) => openTicket(context, input))) ? id : null;
}

async function bring(stage: Stage, id: Id<'ticket'>): Promise<void> {
  await attempt(stage, 'desk2', async (context) => {
    const { items } = await papersOfTicket(context, id);
    const looks = items.map(({ key, pieces }) => ({ paper: key, state: 'in_order', pieces }));
    await lookAtPapers(context, id, looksInput.parse({ looks }));
  });
}

async function certify(stage: Stage, nth: number, fields: Record<string, unknown>): Promise<void> {
  const kind = `${String(fields['certificate'])}_certificate`;
  const title = fields['certificate'] === 'owner' ? '申办业主证' : '换发住户证';
  const id = await comes(stage, { kind: 'certificate', title, fields, nth });
  if (id === null) return;
  await bring(stage, id);
  const given = (approval: string) => approveInput.parse({ approval, verdict: 'approved' });
  await attempt(stage, 'desk2', (context) => approve(context, id, given('formality_preparation')));
  await attempt(stage, 'supervisor', (context) => approve(context, id, given('formality_decision')));
  const paper = issueOnTicketInput.parse({ ticketId: id, kind });
  await attempt(stage, 'desk2', (context) => issueOnTicket(context, paper));
}

/** A shop’s sign: the licence is out of date, the drawing is still to come. */
async function lacks(stage: Stage): Promise<void> {
  const fields = { formality: 'shop_sign', purpose: '更换门头招牌' };
  const id = await comes(stage, { kind: 'management_formality', title: '招牌安装同意书', fields, nth: 4 });
  if (id === null) return;
  const looks: Looks = looksInput.parse({
    looks: [
      { paper: 'application_form', state: 'in_order' },
      { paper: 'identity', state: 'in_order' },
      { paper: 'licence', state: 'not_in_order', remark: '营业执照已过期，请带新证' },
    ],
  });
  await attempt(stage, 'desk2', (context) => lookAtPapers(context, id, looks));
}

async function orders(stage: Stage): Promise<void> {
  const day = plus(stage.clock.now(), 240 * HOUR).slice(0, 10);
  const fields = { service: 'telephone', wish: 'begin', from_day: day };
  const id = await comes(stage, { kind: 'agency_request', title: '代办固定电话', fields, nth: 5 });
  if (id === null) return;
  await bring(stage, id);
  const given = approveInput.parse({ approval: 'agency_papers', verdict: 'approved' });
  await attempt(stage, 'desk2', (context) => approve(context, id, given));
}

async function opensShop(stage: Stage): Promise<void> {
  const fields = { occasion: 'opening', shop: '一杯奶茶' };
  const id = await comes(stage, { kind: 'one_stop', title: '奶茶店开业', fields, nth: 6 });
  if (id === null) return;
  await attempt(stage, 'desk2', async (context) => {
    const all = [...(await departments(context)).values()];
    const tasks = { engineering: '接通商铺电源，核对电表', security: '办理开业当日人员与车辆出入' };
    const parts = Object.entries(tasks).flatMap(([key, task]) =>
      all.filter((one) => one.key === key).map((one) => ({ departmentId: one.id, task })),
    );
    await issueParts(context, id, { parts });
  });
}
