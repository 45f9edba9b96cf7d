import type { Instant } from '../kernel/time.ts';
import { HOUR, MINUTE, plus } from '../kernel/time.ts';
import { issueWorkOrder } from '../work-order/commands/issue-work-order.ts';
import { finishWorkOrder } from '../work-order/commands/finish-work-order.ts';
import { acceptWorkOrder, arrive, noAccess, setOut } from '../work-order/commands/take-steps.ts';
import type { Case } from './case.ts';
import { attempt } from './case.ts';
import { localHour } from './local-hour.ts';
import type { Stage } from './stage.ts';

/** In how many minutes somebody can be there: what runs, burns or frightens does not wait for a free afternoon. */
const SOON: Record<string, [low: number, high: number]> = {
  emergency_repair: [5, 9],
  help: [4, 8],
  leak: [15, 35],
  repair_safety: [20, 50],
};

function isUrgent({ matter }: Case): boolean {
  return matter.kind in SOON;
}

/** The next free hour of whoever is sent; what is not urgent, in the hours in which people are at home and at work. */
async function freeWindow(stage: Stage, one: Case): Promise<{ fromAt: Instant; untilAt: Instant }> {
  const personId = stage.people.get(one.matter.sends!.person)!;
  const booked = await stage.read((tx) =>
    tx
      .selectFrom('appointment')
      .select(['from_at', 'until_at'])
      .where('person_id', '=', personId)
      .where('state', '=', 'set')
      .execute(),
  );
  let fromAt = plus(stage.clock.now(), stage.random.between(...(SOON[one.matter.kind] ?? [40, 180])) * MINUTE);
  for (let tries = 0; tries < 200; tries += 1) {
    const untilAt = plus(fromAt, HOUR);
    const clash = booked.some((set) => set.from_at < untilAt && set.until_at > fromAt);
    const hour = localHour(fromAt);
    if (!clash && (isUrgent(one) || (hour >= 8 && hour < 20))) return { fromAt, untilAt };
    fromAt = plus(fromAt, (isUrgent(one) ? 10 : 30) * MINUTE);
  }
  return { fromAt, untilAt: plus(fromAt, HOUR) };
}

/** Sends hands, and lets them go, come, and report; now and then nobody opens. */
export async function sendHands(stage: Stage, one: Case, done: () => Promise<void>): Promise<void> {
  const { department, person, task } = one.matter.sends!;
  const window = await freeWindow(stage, one);
  let orderId = '';
  const sent = await attempt(stage, one.desk, async (context) => {
    const order = await issueWorkOrder(context, one.ticketId, {
      departmentId: stage.departments.get(department),
      personId: stage.people.get(person),
      task,
      appointment: window,
    });
    orderId = order.id;
  });
  if (!sent) return;
  const [quick, slow] = isUrgent(one) ? [4, 40] : [18, 200];
  const accepted = plus(stage.clock.now(), stage.random.between(1, stage.random.chance(0.08) ? slow : quick) * MINUTE);
  stage.plan(accepted, async () => {
    await attempt(stage, person, (context) => acceptWorkOrder(context, orderId, {}));
    const leaves = plus(
      window.fromAt > stage.clock.now() ? window.fromAt : stage.clock.now(),
      stage.random.between(-25, stage.random.chance(0.1) ? 30 : 0) * MINUTE,
    );
    stage.plan(leaves > stage.clock.now() ? leaves : plus(stage.clock.now(), MINUTE), () =>
      go(stage, one, orderId, done, stage.random.chance(0.05)),
    );
  });
}

async function go(
  stage: Stage,
  one: Case,
  orderId: string,
  done: () => Promise<void>,
  nobodyOpens: boolean,
): Promise<void> {
  const { person } = one.matter.sends!;
  const { random } = stage;
  if (!(await attempt(stage, person, (context) => setOut(context, orderId, {})))) return;
  stage.plan(plus(stage.clock.now(), random.between(3, isUrgent(one) ? 8 : 20) * MINUTE), async () => {
    if (nobodyOpens) {
      const next = await freeWindow(stage, one);
      await attempt(stage, person, (context) => noAccess(context, orderId, { note: '敲门无人应答，已电话联系', next }));
      stage.plan(next.fromAt, () => go(stage, one, orderId, done, false));
      return;
    }
    await attempt(stage, person, (context) => arrive(context, orderId, {}));
    stage.plan(plus(stage.clock.now(), random.between(15, 80) * MINUTE), () => finish(stage, one, orderId, done));
  });
}

async function finish(stage: Stage, one: Case, orderId: string, done: () => Promise<void>): Promise<void> {
  const { person, findings, measures } = one.matter.sends!;
  const { random } = stage;
  const minutes = random.between(15, 80);
  const finished = await attempt(stage, person, (context) =>
    finishWorkOrder(context, orderId, {
      findings,
      measures,
      minutes,
      photoIds: [],
      signedBy: one.flat.residents[0]!.name,
    }),
  );
  if (finished) stage.plan(plus(stage.clock.now(), random.between(5, 60) * MINUTE), done);
}
