import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '../kernel/time.ts';
import type { Notice } from './rectification.ts';
import { stateOf, whyNotReceive, whyNotReply, whyNotVerify, whyNotWithdraw } from './rectification.ts';

const at = instant('2026-09-28T01:00:00Z');
const issued = {
  number: 7,
  received_at: null,
  reply: null,
  replied_by_id: null,
  replied_at: null,
  verdict: null,
  verified_at: null,
  withdrawn_at: null,
} as unknown as Notice;
const head = 'head' as NonNullable<Notice['replied_by_id']>;
const received: Notice = { ...issued, received_at: at };
const replied: Notice = { ...received, replied_at: at, replied_by_id: head };
const rejected: Notice = { ...received, verdict: 'rejected' };
const verified: Notice = { ...replied, verdict: 'accepted', verified_at: at };
const withdrawn: Notice = { ...received, withdrawn_at: at };

const CASES: [
  state: string,
  notice: Notice,
  receive: string | null,
  reply: string | null,
  verify: string | null,
  withdraw: string | null,
][] = [
  ['issued', issued, null, null, 'notice.not_replied', null],
  ['received', received, 'notice.already_received', null, 'notice.not_replied', null],
  ['replied', replied, 'notice.already_received', 'notice.already_replied', null, null],
  ['rejected', rejected, 'notice.already_received', null, 'notice.not_replied', null],
  ['verified', verified, 'notice.verified', 'notice.verified', 'notice.verified', 'notice.verified'],
  ['withdrawn', withdrawn, 'notice.withdrawn', 'notice.withdrawn', 'notice.withdrawn', 'notice.withdrawn'],
];

for (const [state, notice, receive, reply, verify, withdraw] of CASES)
  test(`a notice that is ${state}: what may be done with it, and why not`, () => {
    assert.equal(stateOf(notice), state);
    assert.deepEqual(
      [
        whyNotReceive(notice)?.code ?? null,
        whyNotReply(notice)?.code ?? null,
        whyNotVerify(notice, 'supervisor')?.code ?? null,
        whyNotWithdraw(notice, 'supervisor')?.code ?? null,
      ],
      [receive, reply, verify, withdraw],
    );
  });

test('nobody verifies his own rectification, nor ends what he was told to mend', () => {
  assert.equal(whyNotVerify(replied, head)?.code, 'notice.own_reply');
  const his: Notice = { ...replied, replied_by_id: 'deputy' as typeof head, addressee_id: head };
  assert.equal(whyNotVerify(his, head)?.code, 'notice.addressed_to_you');
  assert.equal(whyNotWithdraw(his, head)?.code, 'notice.addressed_to_you');
  assert.equal(whyNotWithdraw({ ...his, issued_by_id: head }, head), null, 'what he sent himself he takes back');
});
