import { applyKind } from '../administration/commands/apply-kind.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { changePost } from '../organisation/commands/change-post.ts';
import { changeCentre } from '../organisation/commands/change-centre.ts';
import { customerPageShape } from '../organisation/customer-page.ts';
import { centreOf } from '../organisation/queries.ts';
import { currentKind } from '../pack/kinds.ts';
import { changeSettings } from '../pack/commands/change-settings.ts';
import { settingsVersionOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { versionOf } from '../platform/journal.ts';
import type { Stage } from './stage.ts';

/** What the manager changed on the way: a newcomer finds versions with their reasons, and a journal with something in it. */
export function changeRules(stage: Stage, now: Instant): void {
  stage.plan(plus(now, -12 * DAY + 3 * HOUR), () => askForDamage(stage));
  stage.plan(plus(now, -6 * DAY + 4 * HOUR), () => stage.as('manager', keepLooksLonger));
  stage.plan(plus(now, -2 * DAY + 5 * HOUR), () => stage.as('manager', letDeskRead));
  stage.plan(plus(now, -9 * DAY + 3 * HOUR), () => stage.as('manager', tellCustomers));
}

/** Before a leak counts as mended, what it did is to be known. */
async function askForDamage(stage: Stage): Promise<void> {
  await stage.as('manager', async (context) => {
    const { kind, version } = await currentKind(context, 'leak');
    const next = structuredClone(kind);
    const damage = next.fields.find((field) => field.key === 'damage');
    if (damage) damage.when = { field: 'water_running', is: true };
    const how = { openTickets: 'keep', stages: {} } as const;
    await applyKind(context, { kind: next, seen: version, why: '仅在漏水时登记受损情况', ...how });
  });
}

async function keepLooksLonger(context: Context): Promise<void> {
  const { settings, version } = await settingsVersionOf(context);
  await changeSettings(context, {
    settings: { ...settings, keepLooksDays: 365 },
    seen: version,
    why: '查阅记录保留一年',
  });
}

async function letDeskRead(context: Context): Promise<void> {
  const post = await context.tx
    .selectFrom('post')
    .select(['id', 'rights'])
    .where('key', '=', 'front_desk_clerk')
    .executeTakeFirst();
  if (!post) return;
  const rights = { ...(post.rights as object), 'report.see': 'own' } as const;
  const seen = await versionOf(context.tx, post.id);
  await changePost(context, post.id, { seen, rights, why: '前台可查看本人数据' });
}

async function tellCustomers(context: Context): Promise<void> {
  const centreId = await centreOf(context);
  const seen = await versionOf(context.tx, centreId);
  const page = customerPageShape.parse({
    welcome: {
      en: 'For residents and tenants of Huiyin Garden: report a repair, complain, suggest, and see where your matter stands.',
      'zh-hans': '回音花园的业主和租户可在此报修、投诉、提建议，并查询办理进度。',
      'zh-hant': '回音花園的業主與租戶可在此報修、投訴、提建議，並查詢辦理進度。',
    },
    emergency: {
      en: 'Burst pipe, fire, someone in a lift: call us at once, at any hour.',
      'zh-hans': '爆管、火情、电梯困人，请立即拨打电话，全天有人值守。',
      'zh-hant': '水管爆裂、火警、電梯困人，請立即撥打電話，全天有人值守。',
    },
    complaints: {
      en: 'Whoever receives a complaint answers for it until it is settled, and calls back to ask whether it is.',
      'zh-hans': '受理投诉的人员负责到底，办结后由我们回访。',
      'zh-hant': '受理投訴的人員負責到底，解決後由我們回訪。',
    },
  });
  const where = { address: '回音花园 1 号楼一层服务中心', phone: '0755-88001234', complaintLine: '0755-88009999' };
  await changeCentre(context, centreId, { ...where, page, seen, why: '开通客户页面' });
}
