import type { Id } from '../kernel/id.ts';
import { HOUR, MINUTE, plus } from '../kernel/time.ts';
import { makeVisitInput } from '../return-visit/inputs.ts';
import { makeVisit } from '../return-visit/commands/make-visit.ts';
import { recordAttempt } from '../return-visit/commands/record-attempt.ts';
import { signSlip } from '../return-visit/commands/sign-slip.ts';
import type { Case } from './case.ts';
import { attempt } from './case.ts';
import { headOf } from './staff.ts';
import type { Stage } from './stage.ts';

const OPINIONS = ['师傅很细心，收拾得干净', '来得很快，满意', '修好了，谢谢', '价格合理，态度好', '处理及时', ''];

function pickedUp(stage: Stage, visited: Case, satisfaction: number) {
  const displeased = satisfaction <= 2;
  return makeVisitInput.parse({
    channel: 'phone',
    reachedWhom: visited.flat.residents[0]!.name,
    satisfaction,
    opinion: displeased ? '又开始漏了，上次没修好' : stage.random.pick(OPINIONS),
    criticism: displeased ? '维修不彻底' : '',
    adoptedProposals: stage.random.chance(0.08) ? '建议上门前先电话确认' : '',
    ...(displeased && visited.matter.sends ? { fault: { findings: '维修后问题复发，需返工', issueNow: true } } : {}),
  });
}

/** Whoever heads the department that did the work reads the slip. */
async function headFor(stage: Stage, visitId: Id<'return_visit'>): Promise<string> {
  const visit = await stage.read((tx) =>
    tx
      .selectFrom('return_visit')
      .innerJoin('department', 'department.id', 'return_visit.department_id')
      .select('department.key')
      .where('return_visit.id', '=', visitId)
      .executeTakeFirst(),
  );
  return headOf(visit?.key);
}

type Follows = { done: () => Promise<void>; again: () => Promise<void> };

/** Calls back where a visit is due, as often as it takes. Then `done`; a dissatisfied answer begins the matter `again`. */
export async function visitCustomer(stage: Stage, one: Case, follows: Follows, tries = 0): Promise<void> {
  const { random, clock } = stage;
  const due = await stage.read((tx) =>
    tx
      .selectFrom('return_visit')
      .select(['id'])
      .where('ticket_id', '=', one.ticketId)
      .where('state', '=', 'due')
      .executeTakeFirst(),
  );
  if (!due) return follows.done();
  if (tries < 4 && random.chance(0.2)) {
    await attempt(stage, one.desk, (context) => recordAttempt(context, due.id, { channel: 'phone', note: '无人接听' }));
    stage.plan(plus(clock.now(), random.between(2, 8) * HOUR), () => visitCustomer(stage, one, follows, tries + 1));
    return;
  }
  const satisfaction = random.chance(0.04) ? 2 : random.pick([5, 5, 5, 4, 4, 3]);
  const made = await attempt(stage, one.desk, (context) =>
    makeVisit(context, due.id, pickedUp(stage, one, satisfaction)),
  );
  if (!made) return;
  stage.plan(plus(clock.now(), random.between(4, 30) * HOUR), async () => {
    const head = await headFor(stage, due.id);
    await attempt(stage, head, (context) => signSlip(context, due.id, { resultTold: '已向客户说明处理结果' }));
  });
  if (satisfaction > 2) stage.plan(plus(clock.now(), random.between(5, 60) * MINUTE), follows.done);
  else stage.plan(plus(clock.now(), random.between(1, 4) * HOUR), follows.again);
}
