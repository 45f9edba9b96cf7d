import { sql } from 'kysely';
import { z } from 'zod';
import { commitmentNames } from '../commitment/names.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import type { Context } from '../platform/context.ts';
import { momentInJson } from '../platform/json-moment.ts';
import { idOut, momentOut, versionOut, wordsOut } from '../platform/http/shapes.ts';
import type { TakenIn } from './commands/take-in.ts';
import { commitmentKindOut } from '../commitment/shapes.ts';
import { ticketNameOut } from '../ticket/shapes.ts';

/** What can be read to the caller before he hangs up: the number, who answers for it, what is promised, who comes when. */
export const takenInOut = z.object({
  contactId: idOut('contact'),
  ticket: ticketNameOut.pick({ id: true, number: true }).extend({ version: versionOut }).describe('What was opened'),
  ownerName: z.string().describe('Name of the person who answers for it'),
  promises: z
    .array(
      z.object({
        kind: commitmentKindOut,
        title: wordsOut.describe('What is owed'),
        words: z.string().nullable().describe('What was promised in so many words'),
        dueAt: momentOut,
        ownerName: z.string().nullable().describe('Name of the person who owes it; null: a department does'),
      }),
    )
    .describe('Every running clock of it, the first due first'),
  appointment: z
    .object({
      from: momentOut,
      until: momentOut,
      personName: z.string().nullable().describe('Name of the one who comes; null: the department has not said yet'),
      departmentName: wordsOut,
    })
    .nullable()
    .describe('The window in which somebody comes; null: none is set'),
  sent: z
    .object({
      personName: z.string().nullable().describe('Name of the one who is sent; null: the department has not said yet'),
      departmentName: wordsOut.describe('Which department the work order went to'),
    })
    .nullable()
    .describe('Who has the work order; null: nobody was sent'),
});

type Row = {
  number: number;
  version: number;
  owner: string;
  promises: { kind: string; words: string | null; due: Instant; owner: string | null }[];
  appointment: { from: Instant; until: Instant; person: string | null; department: Words } | null;
  sent: { person: string | null; department: Words } | null;
};

/** One round trip, for the intake is measured (ESCL-08: a named person, a named time). */
export async function readAloud(
  context: Context,
  { contactId, ticketId }: TakenIn,
): Promise<z.input<typeof takenInOut>> {
  const found = await sql<Row>`
    select t.number, o.name as owner, (select max(seq) from event where subject_id = t.id) as version,
      coalesce((select json_agg(json_build_object('kind', c.kind, 'words', c.words, 'due', ${momentInJson('c.due_at')}, 'owner', p.name)
          order by c.due_at, c.kind)
        from commitment c left join person p on p.id = c.owner_id where c.ticket_id = t.id and c.settled_at is null), '[]') as promises,
      (select json_build_object('from', ${momentInJson('a.from_at')}, 'until', ${momentInJson('a.until_at')}, 'person', p.name, 'department', d.name)
        from work_order w join appointment a on a.work_order_id = w.id join department d on d.id = w.department_id
          left join person p on p.id = a.person_id
        where w.ticket_id = t.id and a.state = 'set' order by a.from_at limit 1) as appointment,
      (select json_build_object('person', p.name, 'department', d.name)
        from work_order w join department d on d.id = w.department_id left join person p on p.id = w.person_id
        where w.ticket_id = t.id order by w.no limit 1) as sent
    from ticket t join person o on o.id = t.owner_id where t.id = ${ticketId}`.execute(context.tx);
  const { number, version, owner, promises, appointment, sent } = found.rows[0]!;
  const nameOf = await commitmentNames(context);
  return {
    contactId,
    ticket: { id: ticketId, number, version },
    ownerName: owner,
    promises: promises.map(({ kind, words, due, owner: ownerName }) => ({
      kind,
      title: nameOf(kind),
      words,
      dueAt: due,
      ownerName,
    })),
    appointment: appointment && {
      from: appointment.from,
      until: appointment.until,
      personName: appointment.person,
      departmentName: appointment.department,
    },
    sent: sent && { personName: sent.person, departmentName: sent.department },
  };
}
