import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { LANGUAGES } from '../kernel/words.ts';
import type { Context } from '../platform/context.ts';
import { canOut, idOut, momentOut, momentOrNotYet, pageOf, versionOut, wordsOut } from '../platform/http/shapes.ts';
import { can } from './can.ts';
import type { Rights } from './grant.ts';
import { whyNotOver } from './grant.ts';
import { keyOut, onDutyOut, roleOut } from './shapes.ts';

const postHeld = z.object({
  id: idOut('post'),
  key: keyOut,
  name: wordsOut,
  role: roleOut,
  departmentId: idOut('department').nullable().describe('Where the post belongs; null: to no department'),
  deputyRank: z.number().nullable().describe('null: holds it; 1, 2, ...: stands in for it'),
});

const absenceOut = z.object({
  id: idOut('absence'),
  from: momentOut.describe('When he goes'),
  until: momentOut.nullable().describe('When he is back; null: not known'),
  begun: z.boolean().describe('He is away now; else it lies ahead'),
  reason: z.string().nullable().describe('Only for oneself and for whoever keeps the people'),
  successorId: idOut('person').nullable().describe('Who takes over what is open; null: nobody named'),
  successorName: z.string().nullable().describe('Name of the successor; null: nobody named'),
});

export const languageOut = z.enum(LANGUAGES).describe('In which language the screens speak to this person');
export const personOut = z.object({
  id: idOut('person'),
  name: z.string().describe('As colleagues and customers are told it'),
  username: z.string().nullable().describe('Only for oneself and for whoever keeps the people'),
  phone: z.string().nullable().describe('Where colleagues reach this person; null: none given'),
  email: z.string().nullable().describe('An address for mail; null: none given'),
  language: languageOut,
  skills: z.array(z.string()).describe('What this person can do: keys of kinds, trades, languages'),
  onDuty: onDutyOut,
  dutyChangedAt: momentOut.nullable().describe('When the switch was last turned; null: never'),
  joinedAt: momentOut,
  leftAt: momentOrNotYet,
  posts: z.array(postHeld).describe('Posts held, then those stood in for'),
  absence: absenceOut.nullable().describe('The one that runs, or the next'),
  openTickets: z.number().describe('Tickets this person is accountable for'),
  openWorkOrders: z.number().describe('Work orders this person is sent with, not yet ended'),
  version: versionOut,
  can: canOut.describe('edit, duty, report_absence, leave'),
});
export type PersonView = z.input<typeof personOut>;
export const peopleOut = pageOf(personOut);

type PostPart = {
  id: Id<'post'>;
  key: string;
  name: Words;
  role: string;
  rights: Rights;
  departmentId: Id<'department'> | null;
  centreId: Id<'centre'>;
  deputyRank: number | null;
};

/** A person as the list reads one. */
export type PersonRow = {
  id: Id<'person'>;
  name: string;
  username: string;
  phone: string | null;
  email: string | null;
  language: PersonView['language'];
  skills: string[];
  on_duty: boolean;
  duty_changed_at: Instant | null;
  joined_at: Instant;
  left_at: Instant | null;
  posts: PostPart[];
  absence: (NonNullable<PersonView['absence']> & { from: string; until: string | null }) | null;
  open_tickets: number;
  open_work_orders: number;
  version: number;
};

/** What the viewer may do with a person; the commands ask the same again. */
function mayDo({ actor }: Context, row: PersonRow): PersonView['can'] & { edit: Refusal | null } {
  if (row.left_at !== null) {
    const gone = refusal('person.left');
    return { edit: gone, duty: gone, report_absence: gone, leave: gone };
  }
  const [first] = row.posts;
  const thing = {
    people: [row.id],
    departments: row.posts.map((post) => post.departmentId),
    ...(first ? { centreId: first.centreId } : {}),
  };
  const rights = row.posts.map((post) => post.rights);
  const edit = can(actor, 'people.edit', thing) ?? whyNotOver(actor, rights);
  const self = row.id === actor.personId;
  const report = self || can(actor, 'ticket.assign', thing) === null ? null : edit;
  return { edit, duty: self ? null : edit, report_absence: report, leave: edit };
}

/** With what the viewer may do, and without what he may not see. */
export function personView(context: Context, row: PersonRow): PersonView {
  const may = mayDo(context, row);
  const open = row.id === context.actor.personId || may.edit === null;
  const { id, name, phone, email, language, skills, version, absence } = row;
  return {
    id,
    name,
    username: open ? row.username : null,
    phone,
    email,
    language,
    skills,
    onDuty: row.on_duty,
    dutyChangedAt: row.duty_changed_at,
    joinedAt: row.joined_at,
    leftAt: row.left_at,
    posts: row.posts.map(({ rights: _, centreId: __, ...post }) => post),
    absence: absence && {
      ...absence,
      from: instant(absence.from),
      until: absence.until && instant(absence.until),
      reason: open ? absence.reason : null,
    },
    openTickets: row.open_tickets,
    openWorkOrders: row.open_work_orders,
    version,
    can: may,
  };
}
