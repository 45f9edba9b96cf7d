import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packs } from '../pack/registry.ts';
import type { Kind } from '../pack/format.ts';
import type { VisitFacts } from './return-visit.ts';
import { ruleFor, whyNotDecline, whyNotMake, whyNotSign } from './return-visit.ts';

const pack = (await packs()).get('property')!;

function kind(key: string): Kind {
  return pack.kinds.find((one) => one.key === key)!;
}

const plain: VisitFacts = { vip: false, safetyPlace: false };
const CASES: [kind: string, facts: VisitFacts, rule: string | null, within: string | null][] = [
  ['leak', plain, 'leak', 'P3D'],
  ['leak', { ...plain, safetyPlace: true }, 'safety_facility', 'P2D'],
  ['leak', { ...plain, vip: true }, 'vip', 'P3D'],
  ['leak', { vip: true, safetyPlace: true }, 'vip_safety_facility', 'P2D'],
  ['repair_safety', plain, 'safety_facility', 'P2D'],
  ['repair_private', plain, 'other_repair', 'P1W'],
  ['repair_public', { ...plain, safetyPlace: true }, 'safety_facility', 'P2D'],
  ['emergency_repair', plain, 'other_repair', 'P1W'],
  ['complaint', plain, 'complaint', 'P3D'],
  ['complaint', { ...plain, vip: true }, 'complaint', 'P3D'],
  ['consultation', plain, null, null],
];

/** Which row each rule stands for. */
const DUTIES: Record<string, string> = {
  safety_facility: '[VISIT-02]',
  leak: '[VISIT-03]',
  other_repair: '[VISIT-04]',
  vip: '[VISIT-08]',
  vip_safety_facility: '[VISIT-02] [VISIT-08]',
  complaint: '[VISIT-08]',
};

for (const [key, facts, rule, within] of CASES) {
  const who = [facts.vip ? 'a VIP' : 'anybody', facts.safetyPlace ? 'at a safety facility' : ''].join(' ').trim();
  test(`${key} of ${who} is visited by the rule ${rule} ${rule === null ? '' : DUTIES[rule]}`.trim(), () => {
    const found = ruleFor(kind(key).visits, facts);
    assert.equal(found?.key ?? null, rule);
    assert.equal(found?.limit.allowance.text ?? null, within);
    if (found) assert.equal(found.limit.allowance.basis, 'clock');
  });
}

test('a visit is made, declined or tried while it is due, and its slip signed once it was made', () => {
  const due = { state: 'due' as const, may_decline: true, rule: 'leak', signed_at: null };
  assert.equal(whyNotMake(due), null);
  assert.deepEqual(whyNotMake({ state: 'dropped' }), { code: 'return_visit.ended', params: { state: 'dropped' } });
  assert.equal(whyNotDecline(due), null);
  assert.equal(whyNotDecline({ ...due, may_decline: false })?.code, 'return_visit.no_exception');
  assert.equal(whyNotSign(due)?.code, 'return_visit.not_made');
  assert.equal(whyNotSign({ state: 'made', signed_at: null }), null);
  assert.equal(
    whyNotSign({ state: 'made', signed_at: '2026-10-01T00:00:00.000Z' as never })?.code,
    'return_visit.already_signed',
  );
});
