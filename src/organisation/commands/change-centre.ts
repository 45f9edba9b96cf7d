import type { Selectable } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { currentKinds } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { can, orForbid } from '../can.ts';
import type { CustomerPage } from '../customer-page.ts';
import { customerPageOf } from '../customer-page.ts';
import type { ChangeCentre } from '../inputs.ts';
import type { CentreTable } from '../table.ts';
import { keepCentreVersion } from './keep-version.ts';

/**
 * Changes what a centre is called, where it is reached, what its customers' page says, and which calendar is its reception hours
 * (RECP-01) from now on.
 */
export async function changeCentre(context: Context, centreId: Id<'centre'>, input: ChangeCentre): Promise<void> {
  orForbid(can(context.actor, 'people.edit', { centreId }));
  const { tx } = context;
  const before = await tx
    .selectFrom('centre')
    .selectAll()
    .where('id', '=', centreId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!before) throw new NotFound('centre.unknown');
  await expectVersion(context, centreId, input.seen);
  await orKindUnknown(context, input.page);
  const row = {
    name: input.name ?? before.name,
    phone: input.phone === undefined ? before.phone : input.phone,
    complaint_line: input.complaintLine === undefined ? before.complaint_line : input.complaintLine,
    address: input.address === undefined ? before.address : input.address,
    reception_calendar_id: input.receptionCalendarId ?? before.reception_calendar_id,
    page: json(input.page ?? before.page),
  };
  await tx.updateTable('centre').set(row).where('id', '=', centreId).execute();
  const after = { ...before, ...row, page: input.page ?? before.page };
  const kept = await keepCentreVersion(context, centreId, {
    before: contentOf(before),
    after: contentOf(after),
    why: input.why,
  });
  const { seen: _, why: __, ...changed } = input;
  await record(context, {
    subject: { type: 'organisation', id: centreId },
    type: 'centre.changed',
    data: { changed: Object.keys(changed), kept },
  });
}

type Row = Selectable<CentreTable>;

/** A centre as its versions keep it: what can be put back. */
const contentOf = ({
  name,
  phone,
  complaint_line,
  address,
  reception_calendar_id,
  page,
}: Omit<Row, 'id' | 'zone'>) => ({
  name,
  phone,
  complaintLine: complaint_line,
  address,
  receptionCalendarId: reception_calendar_id,
  page: customerPageOf(page),
});

/** Only what customers may send in at all is offered to them. */
async function orKindUnknown(context: Context, page: CustomerPage | undefined): Promise<void> {
  if (!page?.kinds) return;
  const open = new Set((await currentKinds(context)).flatMap(({ kind }) => (kind.public === true ? [kind.key] : [])));
  if (!page.kinds.every((key) => open.has(key))) throw new NotFound('kind.unknown', { path: 'page.kinds' });
}
