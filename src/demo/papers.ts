import { decideReview } from '../document/commands/decide-review.ts';
import { registerLetter } from '../document/commands/register-letter.ts';
import { sendToReview } from '../document/commands/send-to-review.ts';
import { writeDraft } from '../document/commands/write-draft.ts';
import { draftInput, letterInput } from '../document/inputs.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { openMatter } from '../liaison/commands/open-matter.ts';
import { keepBody } from '../liaison/commands/write-body.ts';
import { writeContact } from '../liaison/commands/write-contact.ts';
import { bodyInput, contactInput, matterInput } from '../liaison/inputs.ts';
import { addMeetingItem } from '../meeting/commands/add-item.ts';
import { beginCurrentMeetings } from '../meeting/commands/begin-dues.ts';
import { callMeeting } from '../meeting/commands/call-meeting.ts';
import { closeMeeting } from '../meeting/commands/close-meeting.ts';
import { writeMinutes } from '../meeting/commands/write-minutes.ts';
import { callInput, itemInput, minutesInput } from '../meeting/inputs.ts';
import type { Context } from '../platform/context.ts';
import { attempt } from './case.ts';
import { localHour } from './local-hour.ts';
import type { Stage } from './stage.ts';

/** The week's papers: a meeting held and one to come, a notice approved and one in review, a letter that waits, a power cut dealt with. */
export function keepPapers(stage: Stage, now: Instant): void {
  // ten in the morning at the estate, whenever the demo is made
  const begun = plus(now, -6 * DAY + (10 - localHour(now)) * HOUR);
  stage.plan(begun, async () => void (await attempt(stage, 'manager', beginCurrentMeetings)));
  stage.plan(plus(begun, HOUR), () => meetOfWeek(stage));
  for (const at of endsOfMonths(begun, stage.clock.now())) stage.plan(at, () => meetOfMonth(stage));
  stage.plan(plus(begun, 2 * DAY), () => notify(stage));
  stage.plan(plus(begun, 4 * DAY), () => correspond(stage));
  stage.plan(plus(begun, 5 * DAY), () => callNext(stage, plus(begun, 8 * DAY)));
}

/** The third day from the end of each month that ended before `until`, at the same hour. */
function endsOfMonths(until: Instant, since: Instant): Instant[] {
  const days = Array.from({ length: 60 }, (_, day) => plus(until, -day * DAY));
  return days.filter((at) => at > since && plus(at, 3 * DAY).slice(8, 10) === '01').toReversed();
}

const AGENDA = ['上周投诉回顾', '报修超时情况', '节日期间值班'];

function meeting(stage: Stage, startsAt: Instant, title: string, sort = 'department_meeting') {
  const personIds = ['supervisor', 'desk', 'desk2'].map((one) => stage.people.get(one)!);
  return callInput.parse({
    sort,
    title,
    startsAt,
    room: '二楼会议室',
    recorderId: stage.people.get('supervisor')!,
    personIds,
    agenda: AGENDA,
  });
}

async function meetOfWeek(stage: Stage): Promise<void> {
  const now = stage.clock.now();
  await attempt(stage, 'service', async (context) => {
    const id = await hold(context, meeting(stage, now, '客户服务部周例会'));
    const item = (sort: string, title: string, who: string, days: number) =>
      itemInput.parse({ sort, title, personId: stage.people.get(who)!, dueAt: plus(now, days * DAY) });
    await addMeetingItem(context, id, item('problem', '夜间报修无人应答，排定夜班', 'supervisor', 9));
    await addMeetingItem(context, id, item('improvement', '前台增设意见簿', 'desk2', 12));
    await closeMeeting(context, id);
  });
}

async function meetOfMonth(stage: Stage): Promise<void> {
  await attempt(stage, 'manager', async (context) => {
    const id = await hold(context, meeting(stage, stage.clock.now(), '客服中心月度会议', 'centre_meeting'));
    await closeMeeting(context, id);
  });
}

/** Called, held and written down at once. */
async function hold(context: Context, call: ReturnType<typeof meeting>) {
  const id = await callMeeting(context, call);
  const { seen: _, ...minutes } = minutesInput.parse({
    seen: 0,
    came: [1, 2, 3],
    points: [
      { no: 1, title: AGENDA[0], minutes: '投诉四件，渗水占三件。', decision: '渗水投诉当日回访。' },
      { no: 2, title: AGENDA[1], minutes: '夜间报修两件超时。', decision: '夜班增加一名值守。' },
      { no: 3, title: AGENDA[2], minutes: '值班表已排定。' },
    ],
  });
  await writeMinutes(context, id, minutes);
  return id;
}

async function callNext(stage: Stage, startsAt: Instant): Promise<void> {
  await attempt(stage, 'service', (context) => callMeeting(context, meeting(stage, startsAt, '客户服务部周例会')));
  await attempt(stage, 'supervisor', (context) =>
    draft(context, '关于开展公共区域清洁检查的通知', '本月底前对各楼栋公共区域清洁情况逐层检查。'),
  );
}

async function draft(context: Context, subject: string, text: string): Promise<void> {
  const input = draftInput.parse({ kind: 'notice', class: 'administrative', subject, text });
  const id = await writeDraft(context, input);
  const post = await context.tx
    .selectFrom('post')
    .select('id')
    .where('key', '=', 'centre_manager')
    .executeTakeFirstOrThrow();
  await sendToReview(context, id, { postId: post.id });
}

async function notify(stage: Stage): Promise<void> {
  await attempt(stage, 'supervisor', (context) =>
    draft(context, '关于规范前台交接班的通知', '各班组交接班时须当面核对未结事项，并在交班记录中签字确认。'),
  );
  await attempt(stage, 'manager', async (context) => {
    const { id } = await context.tx
      .selectFrom('document')
      .select('id')
      .where('state', '=', 'in_review')
      .executeTakeFirstOrThrow();
    await decideReview(context, id, { approved: true, remark: '' });
  });
}

async function correspond(stage: Stage): Promise<void> {
  const now = stage.clock.now();
  const letter = letterInput.parse({
    way: 'in',
    kind: 'letter',
    class: 'department',
    subject: '请确认管网检修停水时段',
    counterpart: '市自来水公司',
    personId: stage.people.get('supervisor')!,
    dated: plus(now, -2 * DAY).slice(0, 10),
    answerBy: plus(now, 4 * DAY),
    text: '拟于下周检修主管网，请确认可停水时段。',
  });
  await attempt(stage, 'desk', (context) => registerLetter(context, letter));
  const body = { kind: 'power_bureau', name: '区供电局', phone: '95598', personId: stage.people.get('supervisor')! };
  await attempt(stage, 'desk', async (context) => {
    const id = await keepBody(context, bodyInput.parse(body));
    const contactId = await writeContact(
      context,
      id,
      contactInput.parse({ name: '罗工', position: '抢修班长', phone: '0755-25501234' }),
    );
    const matter = matterInput.parse({
      subject: '2 栋夜间停电抢修',
      dealing: { way: 'phone', contactId, said: '电缆接头故障，已派抢修车，约两小时恢复。' },
      next: { step: '索取故障说明，张贴告示', by: plus(now, 3 * DAY) },
    });
    await openMatter(context, id, matter);
  });
}
