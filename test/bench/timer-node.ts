import { startTimer } from '../../src/commitment/timer.ts';
import type { CommitmentClimb } from '../../src/commitment/fire.ts';
import { newId } from '../../src/kernel/id.ts';
import { epochOf, systemClock } from '../../src/kernel/time.ts';
import type { Context } from '../../src/platform/context.ts';
import { openDatabase } from '../../src/platform/db.ts';
import { openLive } from '../../src/platform/live/live.ts';
import { engineOn, readStage, tell } from '../engine-world.ts';

/**
 * A node with nothing but a timer, for benchmarks: `timer-node.ts URL NUMBER`. Every rung writes its event, a line in the test's own table
 * (for a notice) and a notification. After each commit it prints when, and which commitments.
 */
const [url, number] = [process.argv[2]!, Number(process.argv[3])];
const database = openDatabase({ url, connections: 4, name: `bench node ${number}` });
const stage = await readStage(database);

async function onRungs(context: Context, climbs: CommitmentClimb[]): Promise<void> {
  await tell(context.tx, context.now, climbs, number);
  const notifications = climbs.map(({ commitment }) => ({
    id: newId<'notification'>(context.now),
    person_id: stage.ownerId,
    type: 'commitment.climbed',
    subject_type: 'commitment',
    subject_id: commitment.id,
    made_at: context.now,
    deliver_at: context.now,
  }));
  await context.tx
    .insertInto('notification')
    .values(notifications as never)
    .execute();
}

const engine = engineOn(
  database,
  systemClock,
  { onRungs, onPauseEnded: async () => {} },
  {
    announce: (_, { changed }) => {
      const ids = [...changed].filter(([, type]) => type === 'commitment').map(([id]) => id);
      process.stdout.write(`${JSON.stringify({ at: epochOf(systemClock.now()), ids })}\n`);
    },
  },
);
const timer = startTimer({ engine, organisations: async () => [stage.organisation] });
const live = await openLive({ pool: database.pool, url, log: () => {} });
live.bus.on('fire', timer.wake);
process.stdout.write('"ready"\n');
