import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { answerCustomer, apologise } from '../../src/ticket/commands/add-note.ts';
import { askRuling, giveRuling } from '../../src/ticket/commands/ask-ruling.ts';
import { cancelTicket } from '../../src/ticket/commands/close-ticket.ts';
import { changeTicket } from '../../src/ticket/commands/change-ticket.ts';
import { moveStage, waitFor } from '../../src/ticket/commands/move-stage.ts';
import { reclassifyTicket } from '../../src/ticket/commands/reclassify-ticket.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import * as inputs from '../../src/ticket/inputs.ts';
import { answerInput, noteInput } from '../../src/ticket/inputs-words.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import { PROVEN, settle, takeInMatter, ticketNow } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
});
after(() => world.drop());

type Ticket = Id<'ticket'>;
const change = (id: Ticket, fields: Record<string, string | null>) => world.act('desk', changeTicket, id, { fields });
const ask = (id: Ticket, over: object = {}) =>
  world.act('desk', askRuling, id, inputs.askRulingInput.parse({ question: '是否减免物业费?', ...over }));
const missing = { code: 'ticket.facts_missing' };

test('of a complaint nothing is said on liability before the facts: no interest, no ruling, no result [PRIN-06]', async () => {
  const { id } = await takeInMatter(world, 'complaint');
  await assert.rejects(ask(id, { firmInterest: '我方无过错' }), missing);
  await ask(id);
  const rulingId = (await world.ask('desk', ticketPage, id)).rulings[0]!.id as Id<'ruling'>;
  const decide = () =>
    world.act('manager', giveRuling, id, {
      rulingId,
      decision: '减免一个月',
      customerInterest: '受扰一周',
      firmInterest: '金额不大',
    });
  await assert.rejects(decide(), missing);
  await assert.rejects(change(id, { customer_interest: '受扰一周' }), missing);
  // one of the three does not do
  await change(id, { facts: PROVEN.facts });
  await assert.rejects(decide(), missing);
  await change(id, { proven_by: 'recording' });
  await assert.rejects(decide(), missing, 'proven, but no evidence is kept and nothing says why');
  await change(id, { evidence: '邻居不愿作证，无录音' });
  await change(id, { customer_interest: '受扰一周' });
  await decide();
  const page = await world.ask('desk', ticketPage, id);
  const shown = (key: string) => page.fields.find((field) => field.key === key)!.value;
  assert.deepEqual(
    [shown('facts'), shown('proven_by'), shown('evidence')],
    [PROVEN.facts, 'recording', '邻居不愿作证，无录音'],
  );
});

test('a complaint and a dispute are not settled before the facts are established [PRIN-06]', async () => {
  const complaint = await takeInMatter(world, 'complaint');
  await settle(world, complaint);
  const dispute = await takeInMatter(world, 'dispute', { fields: { about: 'noise' } });
  const resolve = (fields: object) =>
    world.act('desk', resolveTicket, dispute.id, inputs.resolveInput.parse({ outcome: '和解', fields }));
  await assert.rejects(resolve({}), missing);
  await assert.rejects(resolve({ ...PROVEN, facts: '' }), missing);
  await assert.rejects(resolve(PROVEN), { code: 'dispute.no_outcome' });
  const declined = inputs.cancelInput.parse({ as: 'declined', reason: '不属物业管理范围' });
  await assert.rejects(world.act('desk', cancelTicket, dispute.id, declined), missing);
  assert.equal((await ticketNow(world, dispute.id)).closed_at, null);
  await change(dispute.id, PROVEN);
  await world.act('desk', cancelTicket, dispute.id, declined);
});

test('a file of the matter is evidence too [PRIN-06]', async () => {
  const { id } = await takeInMatter(world, 'complaint');
  await change(id, { facts: PROVEN.facts, proven_by: 'recording' });
  await assert.rejects(change(id, { firm_interest: '我方已尽责' }), missing);
  await world.act(null, async ({ tx, now }) => {
    const file = newId<'file'>(now);
    await tx
      .insertInto('file')
      .values({
        id: file,
        name: '现场.jpg',
        type: 'image/jpeg',
        size: 0,
        sha256: 'x',
        by_id: world.people.desk,
        at: now,
        subject_type: 'ticket',
        subject_id: id,
      })
      .execute();
  });
  await change(id, { firm_interest: '我方已尽责' });
});

test('before the facts are established nobody promises liability or exaggerates to a customer; afterwards it may be said [PRIN-06]', async () => {
  const { id } = await takeInMatter(world, 'complaint');
  const answer = (text: string) => world.act('desk', answerCustomer, id, answerInput.parse({ text }));
  const refused = (phrase: string) => ({ code: 'words.never_promised', params: { path: 'text', phrase } });
  await assert.rejects(answer('这件事我们 负全责，您放心'), refused('我们负全责'));
  await assert.rejects(answer('We guarantee compensation.'), refused('we guarantee compensation'));
  await assert.rejects(
    world.act('desk', apologise, id, noteInput.parse({ text: '對不起，保證絕不再發生' })),
    refused('保证绝不'),
  );
  assert.equal((await ticketNow(world, id)).answered_at, null, 'nothing of it was sent');
  await change(id, PROVEN);
  await answer('经核实，这件事我们负全责，按规定处理');
  const repair = await takeInMatter(world, 'repair_private');
  await assert.rejects(
    world.act('desk', answerCustomer, repair.id, answerInput.parse({ text: '百分之百修好' })),
    refused('百分之百'),
  );
});

const LEAK_LIABILITY = { liability_asked: true, customer_interest: '家具受损', firm_interest: '已尽巡查义务' };

test('of a leak or repair the facts come first once somebody asks who is liable, and nobody is asked for them before [PRIN-06]', async () => {
  const plain = await takeInMatter(world, 'repair_private');
  await settle(world, plain);
  for (const kind of ['leak', 'repair_private', 'repair_public', 'repair_safety', 'emergency_repair']) {
    const ticket = await takeInMatter(world, kind);
    const edit = (fields: object) => world.act('desk', changeTicket, ticket.id, { fields: { ...fields } });
    const page = () => world.ask('desk', ticketPage, ticket.id);
    await assert.rejects(edit({ liable: 'neighbour' }), { code: 'field.not_asked' }, kind);
    await edit({ liability_asked: true });
    for (const said of [{ liable: 'neighbour' }, { customer_interest: '家具受损' }, { firm_interest: '已尽责' }])
      await assert.rejects(edit(said), missing, kind);
    await assert.rejects(settle(world, ticket), missing, kind);
    assert.equal((await page()).can['resolve'], null, 'they may come with the act');
    await edit({ ...PROVEN, evidence: null });
    await assert.rejects(edit({ liable: 'neighbour' }), missing, 'no evidence is kept and nothing says why');
    await edit({ evidence: PROVEN.evidence, liable: 'neighbour', customer_interest: '家具受损' });
    await assert.rejects(edit({ facts: null }), missing, 'what it stands on is not taken away');
    await settle(world, ticket);
  }
});

test('no way into the fields leads past the facts: opening, moving, waiting, settling, another kind [PRIN-06]', async () => {
  const early = { customer_interest: '受扰一周' };
  await assert.rejects(takeInMatter(world, 'complaint', { fields: { about: 'noise', ...early } }), missing);
  await assert.rejects(
    takeInMatter(world, 'leak', { fields: { leak_from: 'ceiling', ...LEAK_LIABILITY } }),
    missing,
    'in a leak as well',
  );
  const { id } = await takeInMatter(world, 'complaint');
  const move = (fields: object) =>
    world.act('desk', moveStage, id, inputs.moveStageInput.parse({ stage: 'investigating', fields }));
  const waiting = (fields: object) =>
    world.act('desk', waitFor, id, inputs.waitInput.parse({ reason: 'waiting_customer', fields }));
  for (const field of ['customer_interest', 'firm_interest'])
    for (const way of [move, waiting]) await assert.rejects(way({ [field]: '先说' }), missing, field);
  const untouched = await ticketNow(world, id);
  assert.deepEqual([untouched.stage, untouched.fields['customer_interest']], ['received', undefined]);
  await move({ ...PROVEN, ...early });
  await waiting({ firm_interest: '已尽责' });
  const leak = await takeInMatter(world, 'leak');
  const { version } = await world.ask('desk', ticketPage, leak.id);
  const becomes = (fields: object) =>
    world.act(
      'desk',
      reclassifyTicket,
      leak.id,
      inputs.reclassifyInput.parse({ version, kind: 'complaint', reason: '实为投诉', fields }),
    );
  await assert.rejects(becomes({ about: 'noise', ...early }), missing);
  await becomes({ about: 'noise' });
});
