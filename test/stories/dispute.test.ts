import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eraseCustomer } from '../../src/customer/commands/erase-customer.ts';
import { addParty, removeParty } from '../../src/dispute/commands/change-parties.ts';
import { agree, refer, takeOutcomeBack } from '../../src/dispute/commands/end-dispute.ts';
import { checkAgreement, confirmAgreement } from '../../src/dispute/commands/look-after.ts';
import { recordAttempt } from '../../src/dispute/commands/mediate.ts';
import { takeStatement } from '../../src/dispute/commands/take-statement.ts';
import * as inputs from '../../src/dispute/inputs.ts';
import { disputesQuery, listDisputes } from '../../src/dispute/list.ts';
import { disputePage } from '../../src/dispute/page.ts';
import type { Id } from '../../src/kernel/id.ts';
import { closeTicket } from '../../src/ticket/commands/close-ticket.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { resolveInput, tellInput } from '../../src/ticket/inputs.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import { clocksAbout, PROVEN, takeInMatter, ticketNow, told, wait } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

let world: World;
let id: Id<'ticket'>;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
  id = (await takeInMatter(world, 'dispute', { title: '楼上深夜弹琴', fields: { about: 'noise' } })).id;
});
after(() => world.drop());

const page = (who: PersonKey = 'desk') => world.ask(who, disputePage, id);
const party = async (name: string) => (await page()).parties.find((one) => one.name === name)!.id as never;
const clock = async (kind: string) => (await clocksAbout(world, id)).findLast((one) => one.kind === kind);
const add = (input: object) => {
  wait(world);
  return world.act('desk', addParty, id, inputs.partyInput.parse(input));
};
const settle = () => world.act('desk', resolveTicket, id, resolveInput.parse({ outcome: '双方和解', fields: PROVEN }));
const attempt = (over: object) =>
  world.act(
    'desk',
    recordAttempt,
    id,
    inputs.attemptInput.parse({ parties: [], proposed: '22 点后不弹琴', result: 'closer', ...over }),
  );

test('a dispute has two parties or more, each with his home, and the same one not twice [COMP-15]', async () => {
  await add({ customerId: world.customers.chen });
  const mediate = async () => (await page()).can['mediate']?.code;
  assert.equal(await mediate(), 'dispute.one_party');
  await assert.rejects(attempt({ parties: [await party('陈先生')] }), { code: 'dispute.one_party' });
  await assert.rejects(add({ customerId: world.customers.chen }), { code: 'dispute.same_party' });
  await assert.rejects(add({ name: '陈太太', placeId: world.places.flat1202 }), { code: 'dispute.same_party' });
  await assert.rejects(add({ name: ' ' }), { code: 'dispute.party_nobody' });
  await add({ customerId: world.customers.lin });
  await add({ name: '租客小吴' });
  await world.act('desk', removeParty, id, await party('租客小吴'));
  assert.deepEqual(
    (await page()).parties.map((one) => [one.name, one.place?.code]),
    [
      ['陈先生', '3-1202'],
      ['林女士', '3-1102'],
    ],
  );
  assert.equal(await mediate(), undefined);
  await assert.rejects(world.act('plumber', addParty, id, inputs.partyInput.parse({ name: '某某' })), {
    code: 'right.out_of_scope',
  });
});

test('each side is taken down by whom and when, and what is said in confidence the other side is not shown [COMP-15]', async () => {
  const state = (partyId: never, text: string, withheld: boolean) =>
    world.act('desk', takeStatement, id, inputs.statementInput.parse({ partyId, text, withheld }));
  const [chen, lin] = [await party('陈先生'), await party('林女士')];
  await state(chen, '琴声影响孩子睡觉', false);
  world.at('2026-09-21T10:00+08:00');
  await state(lin, '陈先生曾上门吵闹,我很害怕', true);
  const seen = async (forParty?: string) => {
    const shown = await world.ask('desk', disputePage, id, forParty);
    return [shown.statements.map((one) => one.text), shown.withheld];
  };
  assert.deepEqual(await seen(), [['琴声影响孩子睡觉', '陈先生曾上门吵闹,我很害怕'], 0]);
  assert.deepEqual(await seen(chen), [['琴声影响孩子睡觉'], 1], 'on paper for the other side');
  assert.deepEqual(await seen(lin), [['琴声影响孩子睡觉', '陈先生曾上门吵闹,我很害怕'], 0], 'his own he may have');
  const [first, second] = (await page()).statements;
  assert.deepEqual([first!.takenBy.name, second!.takenAt], ['王前台', '2026-09-21T02:00:00.000Z']);
  await assert.rejects(world.act('desk', removeParty, id, lin), { code: 'dispute.party_spoke' });
  const other = await takeInMatter(world, 'dispute', { fields: { about: 'pets' } });
  await assert.rejects(world.ask('desk', disputePage, other.id, chen), { code: 'dispute.party_unknown' });
});

test('every attempt says who was there, what was proposed and the result; the next meeting is owed and turns late by itself [COMP-15]', async () => {
  const [chen, lin] = [await party('陈先生'), await party('林女士')];
  await assert.rejects(settle(), { code: 'dispute.no_outcome' });
  await assert.rejects(
    world.act('desk', agree, id, inputs.agreementInput.parse({ terms: 'x', checkBy: '2026-10-20T09:00:00+08:00' })),
    {
      code: 'dispute.not_mediated',
    },
  );
  await assert.rejects(attempt({}), { code: 'dispute.nobody_there' });
  await assert.rejects(attempt({ parties: [chen], nextAt: '2026-09-20T09:00:00+08:00' }), { code: 'promise.in_past' });
  await attempt({ parties: [], result: 'not_held', nextAt: '2026-09-22T19:00:00+08:00' });
  assert.equal((await page()).can['agree']?.code, 'dispute.not_mediated', 'nobody came: that was no attempt at it');
  const first = await clock('mediation');
  assert.deepEqual([first!.due_at, first!.owner_id], ['2026-09-22T11:00:00.000Z', world.people.desk]);
  await world.until('2026-09-22T20:00+08:00');
  assert.ok(
    (await told(world, 'desk')).some((one) => one.params['kind'] === 'mediation'),
    'he is told before',
  );
  await attempt({
    parties: [chen, lin],
    others: '居委会李主任',
    words: '双方愿意再谈',
    nextAt: '2026-09-24T19:00:00+08:00',
  });
  assert.equal((await clocksAbout(world, id)).find((one) => one.id === first!.id)!.outcome, 'late');
  world.at('2026-09-24T18:00+08:00');
  await attempt({ parties: [chen, lin], result: 'agreed' });
  assert.equal((await clock('mediation'))!.outcome, 'kept');
  assert.deepEqual(
    (await page()).attempts.map((one) => [one.result, one.parties.length, one.others, one.heldBy.name]),
    [
      ['not_held', 0, '', '王前台'],
      ['closer', 2, '居委会李主任', '王前台'],
      ['agreed', 2, '', '王前台'],
    ],
  );
});

test('it ends in an agreement that each party has confirmed, looked after by its day; not before is it settled or closed [COMP-15]', async () => {
  const [chen, lin] = [await party('陈先生'), await party('林女士')];
  const agreement = { terms: '22 点后不弹琴;陈先生不再上门', checkBy: '2026-10-12T18:00:00+08:00' };
  await world.act('desk', agree, id, inputs.agreementInput.parse(agreement));
  await assert.rejects(attempt({ parties: [chen] }), { code: 'dispute.ended' });
  const confirm = (partyId: never, way: string) =>
    world.act('desk', confirmAgreement, id, inputs.confirmationInput.parse({ partyId, way }));
  await confirm(chen, 'signed');
  await assert.rejects(settle(), { code: 'dispute.unconfirmed', params: { count: 1 } });
  assert.equal((await world.ask('desk', ticketPage, id)).can['resolve']?.code, 'dispute.unconfirmed');
  assert.equal(await clock('agreement_check'), undefined);
  await confirm(lin, 'spoken');
  const after = await clock('agreement_check');
  assert.deepEqual([after!.due_at, after!.state], ['2026-10-12T10:00:00.000Z', 'running']);
  assert.deepEqual(
    (await page()).parties.map((one) => [one.confirmedBy, one.confirmedAt]),
    [
      ['signed', '2026-09-24T10:00:00.000Z'],
      ['spoken', '2026-09-24T10:00:00.000Z'],
    ],
  );
  await settle();
  await world.act('desk', tellCustomer, id, tellInput.parse({ text: '双方已签协议' }));
  await assert.rejects(world.act('desk', closeTicket, id, {}), { code: 'dispute.unchecked' });
});

test('an agreement that does not hold opens it again; one that holds lets it close, and what was before stays on record [COMP-15]', async () => {
  const check = (holds: boolean) =>
    world.act(
      'desk',
      checkAgreement,
      id,
      inputs.checkInput.parse({ holds, words: holds ? '已安静两周' : '昨晚又弹到 23 点' }),
    );
  world.at('2026-10-09T10:00+08:00');
  await check(false);
  const now = await ticketNow(world, id);
  assert.deepEqual([now.stage_class, now.reopened_count], ['active', 1]);
  assert.equal((await clock('agreement_check'))!.outcome, 'kept', 'it was looked after in time');
  await assert.rejects(settle(), { code: 'dispute.no_outcome' });
  const referral = { referredTo: '派出所', papers: '双方陈述、调解记录' };
  await world.act('desk', refer, id, inputs.referralInput.parse(referral));
  await world.act('desk', takeOutcomeBack, id);
  world.at('2026-10-10T10:00+08:00');
  const again = { terms: '琴房加装隔音', checkBy: '2026-10-30T18:00:00+08:00' };
  await world.act('desk', agree, id, inputs.agreementInput.parse(again));
  for (const name of ['陈先生', '林女士'])
    await world.act(
      'desk',
      confirmAgreement,
      id,
      inputs.confirmationInput.parse({ partyId: await party(name), way: 'signed' }),
    );
  await check(true);
  await settle();
  await world.act('desk', tellCustomer, id, tellInput.parse({ text: '协议履行良好' }));
  await world.act('desk', closeTicket, id, {});
  assert.deepEqual(
    (await page()).outcomes.map((one) => [one.kind, one.referredTo, one.holds, one.endedBecause]),
    [
      ['agreement', null, false, 'not_held'],
      ['referral', '派出所', null, 'taken_back'],
      ['agreement', null, true, null],
    ],
  );
});

test('what is not ours to settle is referred, to whom and with which papers, and may close so; disputes are listed by outcome, party and period [COMP-15]', async () => {
  const other = (await takeInMatter(world, 'dispute', { title: '占用楼道', fields: { about: 'shared_space' } })).id;
  for (const key of ['chen', 'zhou'] as const)
    await world.act('desk', addParty, other, inputs.partyInput.parse({ customerId: world.customers[key] }));
  assert.equal(inputs.referralInput.safeParse({ referredTo: '法院', papers: ' ' }).success, false);
  await world.act(
    'desk',
    refer,
    other,
    inputs.referralInput.parse({ referredTo: '人民调解委员会', papers: '陈述两份' }),
  );
  await world.act('desk', resolveTicket, other, resolveInput.parse({ outcome: '已移交', fields: PROVEN }));
  await world.act('desk', tellCustomer, other, tellInput.parse({ text: '已移交调委会' }));
  await world.act('desk', closeTicket, other, {});
  const listed = async (ask: object) =>
    (await world.ask('supervisor', listDisputes, disputesQuery.parse(ask))).items.map((one) => one.title);
  assert.deepEqual(await listed({ outcome: 'referral' }), ['占用楼道']);
  assert.deepEqual(await listed({ outcome: 'not_held' }), ['楼上深夜弹琴']);
  assert.deepEqual(await listed({ customer: world.customers.lin }), ['楼上深夜弹琴']);
  assert.deepEqual(await listed({ from: '2026-10-01T00:00:00+08:00' }), ['占用楼道']);
  assert.deepEqual(
    (await world.ask('plumber', listDisputes, disputesQuery.parse({}))).items,
    [],
    'in his scope are none',
  );
  const [line] = (await world.ask('supervisor', listDisputes, disputesQuery.parse({ outcome: 'agreement' }))).items;
  assert.deepEqual([line!.parties, line!.attempts, line!.holds], [['陈先生', '林女士'], 3, true]);
});

test('a household that is erased takes what it said in disputes with it [COMP-15]', async () => {
  await world.act('supervisor', eraseCustomer, world.customers.lin, { version: 0, reason: '本人要求' } as never);
  const shown = await page();
  assert.deepEqual(
    shown.statements.map((one) => one.text),
    ['琴声影响孩子睡觉', '—'],
  );
  assert.ok(!JSON.stringify(shown).includes('林女士'));
});
