import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { epochOf, MINUTE, plus, SECOND } from '../kernel/time.ts';
import { centreOf } from '../organisation/queries.ts';
import type { Call } from '../telephone/call.ts';
import { addSilentSystem } from '../telephone/commands/add-silent-system.ts';
import { giveExtension } from '../telephone/commands/give-extension.ts';
import type { System } from '../telephone/commands/take-in-calls.ts';
import { takeInCalls } from '../telephone/commands/take-in-calls.ts';
import type { Stage } from './stage.ts';

const PHONES = [
  ['desk', '1001', 'PJSIP/1001'],
  ['desk2', '1002', 'PJSIP/1002'],
] as const;

/** Minutes ago, how long it rang in seconds, how long was spoken in minutes (0: nobody took it), at whose phone, on which line. */
const CALLS = [
  [28, 7, 4, '1001', '8001'],
  [24, 22, 3, '1002', '8001'],
  [17, 31, 0, '1001', '8001'],
  [11, 4, 6, '1001', '8002'],
  [5, 40, 0, '1002', '8001'],
] as const;

/** An exchange that is switched off, and what it told before: answered, hung up in vain, and what is still to be written down. */
export function leaveCalls(stage: Stage, now: Instant): void {
  let system: System;
  stage.plan(plus(now, -40 * MINUTE), async () => {
    system = await stage.as('admin', async (context) => addSilentSystem(context, await centreOf(context), '总机'));
    for (const [who, number, endpoint] of PHONES)
      await stage.as('admin', (context) =>
        giveExtension(context, stage.people.get(who)!, { systemId: system.id, number, endpoint }),
      );
  });
  for (const [no, [ago, rang, spoke, extension, line]] of CALLS.entries())
    stage.plan(plus(now, -(ago - spoke - 1) * MINUTE), async () => {
      const began = epochOf(plus(now, -ago * MINUTE));
      const number = await numberOf(stage, no);
      const call = callOf({ key: newId<'call'>(now), number, line, extension, began, rang, spoke });
      await stage.as('admin', (context) => takeInCalls(context, system, [{ call, notes: [] }], 0));
    });
}

async function numberOf(stage: Stage, no: number): Promise<string | null> {
  const row = await stage.read((tx) =>
    tx
      .selectFrom('customer_phone')
      .select('digits')
      .orderBy('digits')
      .offset(no * 3)
      .limit(1)
      .executeTakeFirst(),
  );
  return row?.digits ?? null;
}

type Told = {
  key: Id<'call'>;
  number: string | null;
  line: string;
  extension: string;
  began: number;
  rang: number;
  spoke: number;
};

function callOf({ key, number, line, extension, began, rang, spoke }: Told): Call {
  const turn = began + 2 * SECOND + rang * SECOND;
  const answered = spoke > 0;
  const ended = turn + spoke * MINUTE;
  const endpoint = `PJSIP/${extension}`;
  return {
    key,
    direction: 'in',
    number,
    line,
    queue: 'front-desk',
    beganAt: began,
    joinedAt: began,
    rangAt: began + 2 * SECOND,
    offers: [
      {
        key: `${key}-1`,
        endpoint,
        extension,
        at: began + 2 * SECOND,
        answeredAt: answered ? turn : null,
        endedAt: ended,
        outcome: answered ? 'answered' : 'cancelled',
      },
    ],
    answeredBy: answered ? endpoint : null,
    answeredExtension: answered ? extension : null,
    answeredAt: answered ? turn : null,
    holds: [],
    transfers: [],
    recording: null,
    mutes: [],
    endedAt: ended,
    endedBy: 'caller',
    cause: 16,
    outcome: answered ? 'answered' : 'abandoned',
    unseen: false,
  };
}
