import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freshDatabase } from '../../test/database.ts';
import type { Notices } from './notices.ts';
import { openNotices, payloadsOf } from './notices.ts';

async function withTwo(work: (one: Notices, other: Notices) => Promise<void>): Promise<void> {
  const database = await freshDatabase();
  const [one, other] = [openNotices({ url: database.url }), openNotices({ url: database.url })];
  try {
    await Promise.all([one, other].map((each) => new Promise<void>((resolve) => each.afterGap(resolve))));
    await work(one, other);
  } finally {
    await one.close();
    await other.close();
    await database.drop();
  }
}

function listening(notices: Notices, topic: string): string[] {
  const heard: string[] = [];
  notices.hear(topic, (key, text) => void heard.push(`${key}=${text}`));
  return heard;
}

test('the others hear, one does not hear oneself, and what was said of one key meanwhile is said once', () =>
  withTwo(async (one, other) => {
    const [own, heard, elsewhere] = [listening(one, 'fire'), listening(other, 'fire'), listening(other, 'changed')];
    const earlier = (a: string, b: string): string => (a < b ? a : b);
    for (const at of ['3', '1', '2']) one.tell('fire', 'org_a', at, earlier);
    one.tell('fire', 'org_b', '9');
    one.tell('changed', 'org_a', 'first');
    one.tell('changed', 'org_a', 'newest');
    await sleep(200);
    assert.deepEqual(heard, ['org_a=1', 'org_b=9']);
    assert.deepEqual(elsewhere, ['org_a=newest']);
    assert.deepEqual(own, []);
  }));

test('a great many notices arrive all the same', () =>
  withTwo(async (one, other) => {
    const heard = listening(other, 'changed');
    for (let n = 0; n < 2_000; n += 1) one.tell('changed', `ticket-${n}`, '回音'.repeat(10));
    await sleep(500);
    assert.equal(heard.length, 2_000);
  }));

test('no payload is longer than PostgreSQL takes', () => {
  const notices = Array.from({ length: 500 }, (_, n): [string, string, string] => [
    'changed',
    `${n}`,
    '回音'.repeat(n % 90),
  ]);
  const payloads = payloadsOf('node', notices);
  assert.ok(payloads.length > 1);
  for (const payload of payloads) assert.ok(Buffer.byteLength(payload) < 8_000, `${Buffer.byteLength(payload)} bytes`);
  assert.deepEqual(
    payloads.flatMap((payload) => (JSON.parse(payload) as [string, unknown[]])[1]),
    notices,
  );
});
