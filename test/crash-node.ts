import { setTimeout as sleep } from 'node:timers/promises';
import { startTimer } from '../src/commitment/timer.ts';
import type { CommitmentClimb } from '../src/commitment/fire.ts';
import { newId } from '../src/kernel/id.ts';
import { systemClock } from '../src/kernel/time.ts';
import type { Context } from '../src/platform/context.ts';
import { openDatabase } from '../src/platform/db.ts';
import { openLive } from '../src/platform/live/live.ts';
import { engineOn, readStage, tell } from './engine-world.ts';

/** A node with nothing but a timer, for tests that kill it: `crash-node.ts URL NUMBER`. Says "ready" once it runs. */
const [url, number] = [process.argv[2]!, Number(process.argv[3])];
const database = openDatabase({ url, connections: 4, name: `crash node ${number}` });
const stage = await readStage(database);

/** What a reaction does: a line of the test's own and a real notification. Dawdles a little, so that kills hit open batches. */
async function onRungs(context: Context, climbs: CommitmentClimb[]): Promise<void> {
  await tell(context.tx, context.now, climbs, number);
  if (Math.random() < 0.3) await sleep(Math.random() * 25);
  const notifications = climbs.map(({ commitment, number: rung, again }) => ({
    id: newId<'notification'>(context.now),
    person_id: stage.ownerId,
    type: 'commitment.climbed',
    subject_type: 'commitment',
    subject_id: commitment.id,
    params: JSON.stringify({ number: rung, again }),
    made_at: context.now,
    deliver_at: context.now,
  }));
  await context.tx
    .insertInto('notification')
    .values(notifications as never)
    .execute();
}

const engine = engineOn(database, systemClock, { onRungs, onPauseEnded: async () => {} });
const timer = startTimer({ engine, organisations: async () => [stage.organisation], pollMs: 1_000 });
const live = await openLive({ pool: database.pool, url, log: () => {} });
live.bus.on('fire', timer.wake);
live.bus.onGap(timer.wakeAll);
process.stdout.write('ready\n');
