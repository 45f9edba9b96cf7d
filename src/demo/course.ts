import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { HOUR, MINUTE, plus } from '../kernel/time.ts';
import { intakeInput } from '../contact/inputs.ts';
import { takeIn } from '../contact/commands/take-in.ts';
import { answerCustomer, apologise, explain, recordInvestigation } from '../ticket/commands/add-note.ts';
import { changeTicket } from '../ticket/commands/change-ticket.ts';
import { closeTicket } from '../ticket/commands/close-ticket.ts';
import { resolveTicket } from '../ticket/commands/resolve-ticket.ts';
import { tellCustomer } from '../ticket/commands/tell-customer.ts';
import { urge } from '../ticket/commands/urge.ts';
import type { Case } from './case.ts';
import { attempt } from './case.ts';
import { visitCustomer } from './visits.ts';
import type { Flat } from './estate.ts';
import type { Matter } from './matter.ts';
import { considerSuggestion, realiseSuggestion } from './suggestion.ts';
import type { Stage } from './stage.ts';
import { sendHands } from './work.ts';

function placeOf(stage: Stage, matter: Matter, flat: Flat): Id<'place'> | undefined {
  if (matter.where === 'flat') return flat.id;
  return stage.estate.shared.get(`${flat.code.split('-')[0]}-${matter.where}`);
}

type Come = { matter: Matter; desk: string; channel: string };

/** Somebody calls, comes or writes; from here on everything takes its course, or the one that is given. */
export function begin(
  stage: Stage,
  at: Instant,
  { matter, desk, channel }: Come,
  then: (stage: Stage, one: Case) => void | Promise<void> = follow,
): void {
  const { random } = stage;
  const flat = random.pick(stage.estate.flats);
  const caller = random.pick(flat.residents);
  const input = intakeInput.parse({
    contact: {
      channel,
      purpose: matter.purpose,
      customerId: caller.id,
      callerPhone: caller.phone.replace('+86', ''),
      placeId: placeOf(stage, matter, flat),
      need: matter.need,
    },
    ticket: {
      kind: matter.kind,
      title: matter.where === 'flat' ? `${flat.code} ${matter.title}` : matter.title,
      fields: matter.fields,
      ...(matter.kind === 'complaint' && random.chance(0.18)
        ? { severity: random.chance(0.3) ? 'grave' : 'major' }
        : {}),
    },
  });
  stage.plan(at, async () => {
    const { ticketId } = await stage.as(desk, (context) => takeIn(context, input));
    await then(stage, { ticketId: ticketId as Id<'ticket'>, desk, matter, flat });
  });
}

function later(stage: Stage, low: number, high: number): Instant {
  return plus(stage.clock.now(), stage.random.between(low, high) * MINUTE);
}

function follow(stage: Stage, one: Case): void {
  const { random } = stage;
  // now and then nobody thinks of answering in time, and the clock says so
  stage.plan(later(stage, 3, random.chance(0.08) ? 600 : 50), () => answer(stage, one));
  if (one.matter.kind === 'complaint') stage.plan(later(stage, 40, 300), () => investigate(stage, one));
  const begins = one.matter.sends
    ? later(stage, 4, random.chance(0.06) ? 400 : 20)
    : later(stage, 20, random.chance(0.1) ? 3_000 : 400);
  stage.plan(begins, () => act(stage, one));
  if (one.matter.sends && random.chance(0.12)) {
    stage.plan(later(stage, 200, 600), async () => {
      await attempt(stage, one.desk, (context) =>
        urge(context, one.ticketId, { words: '客户来电催问进度', onBehalfOf: 'customer' }),
      );
    });
  }
}

/** Hands are sent, or the desk settles it by itself. */
function act(stage: Stage, one: Case): Promise<void> {
  return one.matter.sends ? sendHands(stage, one, () => settle(stage, one)) : settle(stage, one);
}

async function answer(stage: Stage, { ticketId, desk, matter }: Case): Promise<void> {
  if (matter.kind === 'complaint') {
    await attempt(stage, desk, (context) => apologise(context, ticketId, { text: '给您带来不便，非常抱歉' }));
  }
  await attempt(stage, desk, (context) =>
    answerCustomer(context, ticketId, { text: matter.answer, channel: 'phone', sendsElsewhere: false }),
  );
}

function factsOf(matter: Case['matter']) {
  const facts = matter.settled.real_cause ?? matter.title;
  return { facts, proven_by: 'inspection', evidence: '现场查看记录，照片存档' };
}

async function investigate(stage: Stage, { ticketId, matter }: Case): Promise<void> {
  await attempt(stage, 'supervisor', (context) =>
    recordInvestigation(context, ticketId, { text: `经核实：${matter.settled.real_cause ?? matter.title}` }),
  );
  await attempt(stage, 'supervisor', (context) => changeTicket(context, ticketId, { fields: factsOf(matter) }));
  await attempt(stage, 'supervisor', (context) =>
    explain(context, ticketId, {
      text: '已向业主说明情况与处理办法',
      rule: '物业服务合同约定',
      accepted: stage.random.chance(0.85),
    }),
  );
}

/** What was asked for is done: settled, told, visited where that is due, closed. What is still missing is seen to first. */
async function settle(stage: Stage, one: Case): Promise<void> {
  const { ticketId, desk, matter } = one;
  if (matter.kind === 'suggestion') {
    await considerSuggestion(stage, one);
    await realiseSuggestion(stage, one);
  }
  const settled = await attempt(stage, desk, (context) =>
    resolveTicket(context, ticketId, { outcome: matter.outcome, fields: matter.settled }),
  );
  if (settled) stage.plan(later(stage, 10, stage.random.chance(0.08) ? 900 : 120), () => tell(stage, one));
  else stage.plan(later(stage, 60, 300), () => settle(stage, one));
}

async function tell(stage: Stage, one: Case): Promise<void> {
  const { ticketId, desk, matter } = one;
  const { random } = stage;
  const satisfaction = random.pick([5, 5, 5, 4, 4, 4, 3]);
  const told = await attempt(stage, desk, (context) =>
    tellCustomer(context, ticketId, {
      channel: 'phone',
      toWhom: '',
      text: `已告知结果：${matter.outcome}`,
      ...(random.chance(0.5) ? { satisfaction } : {}),
    }),
  );
  if (!told) return;
  const days = random.chance(0.1) ? random.between(90, 200) : random.between(18, 60);
  const done = (): Promise<void> => close(stage, one);
  stage.plan(plus(stage.clock.now(), days * HOUR), () =>
    visitCustomer(stage, one, { done, again: () => act(stage, one) }),
  );
}

async function close(stage: Stage, { ticketId, desk }: Case): Promise<void> {
  await attempt(stage, desk, (context) =>
    closeTicket(context, ticketId, { satisfaction: stage.random.pick([5, 5, 4, 4, 3]) }),
  );
}
