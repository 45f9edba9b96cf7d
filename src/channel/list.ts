import { sql } from 'kysely';
import type { z } from 'zod';
import { departments } from '../organisation/house.ts';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import type { Channel } from './port.ts';
import type { ChannelStateTable } from './table.ts';
import type { channelOut, channelsOut } from './view.ts';

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

function shown(row: Row, known: Awaited<ReturnType<typeof departments>>): z.input<typeof channelOut> {
  const department = row.department_id === null ? undefined : known.get(row.department_id as Id<'department'>);
  const { id, kind, name, address, centre_id: centreId } = row;
  // each was checked by the shape of its sort as it was kept
  return {
    id,
    kind,
    name,
    address,
    centre: { id: centreId, name: row.centre_name },
    department: department ? { id: department.id, name: department.name } : null,
    settings: row.settings,
    offAt: row.off_at,
    state: {
      checkedAt: row.checked_at,
      failingSince: row.failing_since,
      fault: row.fault,
      sendFailingSince: row.send_failing_since,
      sendFault: row.send_fault,
    },
  } as z.input<typeof channelOut>;
}
