import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '../../words/languages.ts';
import { speak, speakOfAll, t } from '../../words/words.ts';
import type { TakenIn } from './intake.ts';
import { aloud } from './promised-words.ts';

const taken = (...promises: object[]) =>
  ({ ticket: { number: 10_001 }, ownerName: '王前台', appointment: null, sent: null, promises }) as unknown as TakenIn;
const reply = { kind: 'promise', words: '查后回电', title: '', dueAt: '2026-09-28T10:00:00.000Z' };

test('for what cannot be answered at once the caller hears an apology, and by when he hears more [RECP-05]', async () => {
  for (const language of languages) {
    await speak(language);
    await speakOfAll();
    const heard = aloud(taken(reply));
    assert.equal(heard.at(-2), t('front_desk.say_sorry'), language);
    assert.ok(heard.at(-1)!.startsWith('查后回电'), heard.at(-1));
    assert.ok(
      heard.some((sentence) => sentence.includes('10001')),
      'and his number',
    );
    assert.ok(!aloud(taken()).includes(t('front_desk.say_sorry')), 'nothing to apologise for');
  }
});

test('the caller hears who is sent where no window is set, and by when he arrives; with a window only that [ESCL-08]', async () => {
  await speak('zh-hans');
  await speakOfAll();
  const department = { en: 'Engineering', 'zh-hans': '工程部', 'zh-hant': '工程部' };
  const arrive = { kind: 'work_arrive', words: null, title: { ...department, 'zh-hans': '到场' }, dueAt: reply.dueAt };
  const order = { kind: 'work_accept', words: null, title: { ...department, 'zh-hans': '接单' }, dueAt: reply.dueAt };
  const sent = { personName: '钱贵生', departmentName: department };
  const heard = aloud({ ...taken(arrive, order), sent });
  assert.ok(heard.some((one) => one.includes('钱贵生') && one.includes('工程部')));
  assert.ok(heard.some((one) => one.startsWith('到场')));
  assert.ok(!heard.some((one) => one.includes('接单')), 'what colleagues owe each other is not his to hear');
  const window = { from: '2026-09-28T08:00:00.000Z' as never, until: '2026-09-28T09:00:00.000Z' as never };
  const booked = aloud({ ...taken(arrive), sent, appointment: { ...window, ...sent } });
  assert.equal(booked.filter((one) => one.includes('钱贵生')).length, 1);
  assert.ok(!booked.some((one) => one.startsWith('到场')), 'two times for one coming would contradict each other');
  assert.ok(!aloud({ ...taken(arrive), sent: { ...sent, personName: null } }).some((one) => one.includes('工程部')));
});
