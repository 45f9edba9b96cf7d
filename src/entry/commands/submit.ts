import type { z } from 'zod';
import { takeIn } from '../../contact/commands/take-in.ts';
import { intakeInput, PURPOSES } from '../../contact/inputs.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound } from '../../kernel/refusal.ts';
import { fold } from '../../kernel/text/fold.ts';
import type { Kind } from '../../pack/format.ts';
import { firstCentre } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { openedBy } from '../centre-page.ts';
import { forCustomer } from '../desk-actor.ts';
import type { submitInput } from '../inputs.ts';
import { attachPhotos } from './attach-pictures.ts';

export type Submitted = { ticketId: Id<'ticket'>; number: number };

/**
 * An ordinary intake on a channel of its own. Who somebody says he is stands there as he says it; `customerId`: who he is by the code he
 * entered with, so that it is one of his own matters (ROLE-46).
 */
export async function submit(
  asked: Context,
  input: z.output<typeof submitInput>,
  customerId: Id<'customer'> | null,
): Promise<Submitted> {
  const context = await forCustomer(asked);
  const { id: centreId } = await firstCentre(context);
  const kind = (await openedBy(context, centreId)).kinds.find(({ key }) => key === input.kind);
  if (!kind) throw new NotFound('kind.unknown');
  const ticketId = input.id ?? newId<'ticket'>(context.now);
  const before = await context.tx.selectFrom('ticket').select('id').where('id', '=', ticketId).executeTakeFirst();
  if (before) throw new NotFound('entry.unknown');
  await takeIn(
    context,
    intakeInput.parse({
      contact: {
        channel: 'web',
        written: true,
        purpose: purposeOf(kind),
        ...(customerId ? { customerId } : {}),
        callerName: input.name,
        callerPhone: input.phone,
        placeId: await placeOf(context, kind, input.place),
        need: input.place === '' ? input.text : `${input.text}\n(${input.place})`,
      },
      ticket: { id: ticketId, kind: kind.key, title: titleOf(input.text), fields: asFields(kind, input) },
    }),
  );
  await attachPhotos(context, ticketId, input.photos);
  const row = context.tx.selectFrom('ticket').select('number').where('id', '=', ticketId);
  return { ticketId, number: (await row.executeTakeFirstOrThrow()).number };
}

const purposeOf = (kind: Kind): string => PURPOSES.find((one) => one === kind.type) ?? 'other';
const titleOf = (text: string): string => text.split('\n')[0]!.slice(0, 80);

/** The text is also the kind's own long field, where it asks for one: the question, the suggestion. */
function asFields(kind: Kind, { fields, text }: z.output<typeof submitInput>): Record<string, unknown> {
  const own = kind.fields.find((field) => field.type === 'long_text' && field.requiredFor === 'open');
  return own && !fields[own.key] ? { ...fields, [own.key]: text } : fields;
}

/** Found by what stands at the door; refused only where a kind cannot do without. */
async function placeOf({ tx }: Context, kind: Kind, said: string): Promise<Id<'place'> | undefined> {
  const rows =
    said === '' ? [] : await tx.selectFrom('place').select(['id', 'code']).where('code', 'ilike', said).execute();
  const found = rows.find((row) => fold(row.code) === fold(said));
  if (!found && kind.needsPlace) throw new Invalid('entry.place_unknown', { path: 'place' });
  return found?.id;
}
