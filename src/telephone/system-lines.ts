import type { Selectable } from 'kysely';
import type { Sealer } from '../auth/sealing.ts';
import type { Organisation } from '../platform/context.ts';
import { startLanes } from '../platform/jobs/lanes.ts';
import { saidBy } from '../platform/mail/server.ts';
import type { AmiServer } from '../platform/telephone/ami.ts';
import type { AriServer } from '../platform/telephone/ari.ts';
import type { System } from './commands/take-in-calls.ts';
import { noteConnected, noteLost } from './commands/note-connection.ts';
import type { ListenParts } from './listen.ts';
import { listen } from './listen.ts';
import type { ChannelNotes } from './notes.ts';
import { amiOf, ariOf } from './servers.ts';
import type { TelephoneSystemTable } from './table.ts';

export type SystemParts = ListenParts & {
  url: string;
  organisations(): Promise<Organisation[]>;
  sealer: Sealer;
  log(line: string): void;
};

type Line = { id: string; asItIs: string; system: Selectable<TelephoneSystemTable> };

/** An exchange whose line this node holds. */
export type Held = {
  organisation: Organisation;
  system: System;
  ami: AmiServer;
  ari: AriServer | null;
  /** What was noted of its calls that were going on. */
  kept(): Promise<ChannelNotes[]>;
  noteConnected(): Promise<void>;
};

/** Listens to every exchange of every organisation, each by one node at a time, for as long as it is on. */
export function startTelephones(parts: SystemParts): { stop(): Promise<void> } {
  return startLanes<Line>({
    ...parts,
    name: 'exchange',
    wanted: (organisation) => systemsOn(parts, organisation),
    hold: async (organisation, { system }, signal) => listen(parts, await heldOf(parts, organisation, system), signal),
    lost: async (organisation, { system }, fault) => {
      const said = saidBy(fault);
      const isNews = await parts.database
        .transact(organisation.schema, (tx) => noteLost(tx, system.id, parts.clock.now(), said))
        .catch(() => false);
      if (isNews) parts.log(`The exchange ${system.name} cannot be heard: ${said}`);
    },
  });
}

async function systemsOn({ database }: SystemParts, { schema }: Organisation): Promise<Line[]> {
  const rows = await database.read(schema, (tx) =>
    tx.selectFrom('telephone_system').selectAll().where('off_at', 'is', null).where('ended_at', 'is', null).execute(),
  );
  return rows.map((system) => {
    const { id, centre_id, settings, secret, ari_secret } = system;
    return { id, asItIs: JSON.stringify([id, centre_id, settings, secret, ari_secret]), system };
  });
}

async function heldOf(
  { database, sealer, clock }: SystemParts,
  organisation: Organisation,
  system: Line['system'],
): Promise<Held> {
  return {
    organisation,
    system,
    ami: await amiOf(sealer, organisation, system),
    ari: await ariOf(sealer, organisation, system),
    kept: async () => {
      const open = await database.read(organisation.schema, (tx) =>
        tx
          .selectFrom('phone_call')
          .select('notes')
          .where('system_id', '=', system.id)
          .where('ended_at', 'is', null)
          .execute(),
      );
      return open.flatMap(({ notes }) => notes ?? []);
    },
    noteConnected: () => database.transact(organisation.schema, (tx) => noteConnected(tx, system.id, clock.now())),
  };
}
