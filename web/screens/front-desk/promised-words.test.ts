import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '../../words/languages.ts';
import { speak, t } from '../../words/words.ts';
import type { TakenIn } from './intake.ts';
import { aloud } from './promised-words.ts';

const taken = (...promises: object[]) =>
  ({ ticket: { number: 10_001 }, ownerName: '王前台', appointment: null, promises }) as unknown as TakenIn;
const reply = { kind: 'promise', words: '查后回电', title: '', dueAt: '2026-09-28T10:00:00.000Z' };

test('for what cannot be answered at once the caller hears an apology, and by when he hears more [RECP-05]', async () => {
  for (const language of languages) {
    await speak(language);
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
