import { startClock } from '../../src/clock.ts';
import type { Organisation, Signals } from '../../src/platform/context.ts';
import { epochOf, systemClock } from '../../src/kernel/time.ts';
import { openDatabase } from '../../src/platform/db.ts';
import { openLive } from '../../src/platform/live/live.ts';
import { organisationList } from '../../src/platform/organisations.ts';
import { effects, react } from '../../src/reactions/reactions.ts';

/**
 * A node with the clock and everything that follows when it fires, but no HTTP: `timer-node.ts URL`. After each commit
 * it prints when, and which subjects it changed.
 */
const url = process.argv[2]!;
const database = openDatabase({ url, connections: 6, name: 'bench node' });
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const live = await openLive({ pool: database.pool, url, log });
const organisations = organisationList(database.pool).all;

const announce = (organisation: Organisation, signals: Signals): void => {
  const at = epochOf(systemClock.now());
  live.announce(organisation, signals);
  const ids = [...signals.changed].filter(([, type]) => type === 'commitment').map(([id]) => id);
  process.stdout.write(`${JSON.stringify({ at, ids })}\n`);
};
startClock({
  engine: { database, clock: systemClock, react, effects, announce },
  organisations,
  bus: live.bus,
  log,
});
process.stdout.write('"ready"\n');
