import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { instant } from '../../kernel/time.ts';
import type { Signals, SubjectType } from '../context.ts';
import { noSignals } from '../context.ts';
import { isSilent, merge, notices, readNews } from './news.ts';

const SCHEMA = 'org_green_hill';

function changes(many: number, type: SubjectType = 'return_visit'): Signals {
  const signals = noSignals();
  for (let no = 0; no < many; no += 1) signals.changed.set(randomUUID(), type);
  return signals;
}

test('many changes are told in notices that PostgreSQL takes, each change once', () => {
  const signals = changes(500, 'rectification');
  for (let no = 0; no < 150; no += 1) signals.notified.add(randomUUID());
  const told = notices(SCHEMA, signals);
  for (const text of told) assert.ok(Buffer.byteLength(text) < 8_000, `${Buffer.byteLength(text)} bytes`);
  const read = told.map((text) => readNews(text)!);
  assert.deepEqual(
    read.flatMap((news) => news.changed.map(([, id]) => id)).toSorted(),
    [...signals.changed.keys()].toSorted(),
  );
  assert.deepEqual(read.flatMap((news) => news.people).toSorted(), [...signals.notified].toSorted());
});

test('beyond what is worth naming, everybody is asked to read again', () => {
  const told = notices(SCHEMA, changes(5_000));
  assert.equal(told.length, 1);
  assert.equal(readNews(told[0]!)!.all, true);
});

test('a wake-up alone is told, and of two the earlier', () => {
  const early = instant('2026-06-01T08:00:00Z');
  const late = instant('2026-06-01T09:00:00Z');
  const merged = merge(merge(undefined, { ...noSignals(), fireAt: late, outboxAt: early }), {
    ...noSignals(),
    fireAt: early,
  });
  const [told] = notices(SCHEMA, merged);
  assert.deepEqual([readNews(told!)!.fireAt, readNews(told!)!.outboxAt], [early, early]);
  assert.equal(isSilent(merged), false);
  assert.equal(isSilent(noSignals()), true);
});

test('what somebody else says on the channel is not taken for news', () => {
  for (const text of ['', 'hello', '{}', '[]', 'null', '{"schema":1,"changed":[],"people":[]}'])
    assert.equal(readNews(text), null, text);
});
