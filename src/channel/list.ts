import { sql } from 'kysely';
import type { z } from 'zod';
import { departmentNamed, departments } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import type { Channel } from './port.ts';
import type { ChannelStateTable } from './table.ts';
import type { channelsOut } from './view.ts';

type Row = Channel & Omit<ChannelStateTable, 'channel_id' | 'place' | 'takes_marks'> & { centre_name: string };

/** Every channel in use, and how it goes with it. */
export async function listChannels(context: Context): Promise<z.input<typeof channelsOut>> {
  const { rows } = await sql<Row>`
    select c.*, s.checked_at, s.failing_since, s.fault, s.send_failing_since, s.send_fault, centre.name as centre_name
    from channel c join centre on centre.id = c.centre_id left join channel_state s on s.channel_id = c.id
    where c.ended_at is null order by c.made_at, c.id`.execute(context.tx);
  const known = await departments(context);
  return { items: rows.map((row) => shown(row, known)) };
}

type Line = z.input<typeof channelsOut>['items'][number];

/** As they were when they were last written: each sort its own. */
const settingsOf = ({ kind, settings }: Row) => ({ kind, settings }) as Pick<Line, 'kind' | 'settings'> as SettingsOf;
type SettingsOf = { [Kind in Line['kind']]: Pick<Extract<Line, { kind: Kind }>, 'kind' | 'settings'> }[Line['kind']];

function shown(row: Row, known: Awaited<ReturnType<typeof departments>>): Line {
  const { id, name, address, centre_id: centreId } = row;
  return {
    ...settingsOf(row),
    id,
    name,
    address,
    centre: { id: centreId, name: row.centre_name },
    department: departmentNamed(known, row.department_id),
    offAt: row.off_at,
    state: {
      checkedAt: row.checked_at,
      failingSince: row.failing_since,
      fault: row.fault,
      sendFailingSince: row.send_failing_since,
      sendFault: row.send_fault,
    },
  };
}
