import type { z } from 'zod';
import { hasChat } from '../channel/chat/door.ts';
import { publishedOfferings } from '../offering/list.ts';
import { firstCentre } from '../organisation/house.ts';
import { receptionOf } from '../organisation/reception.ts';
import type { Id } from '../kernel/id.ts';
import type { CustomerPage } from '../organisation/customer-page.ts';
import { customerPageOf } from '../organisation/customer-page.ts';
import { papersAsked } from '../formality/asked-papers.ts';
import type { Kind } from '../pack/format.ts';
import { currentKinds } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { codesBy } from './commands/ask-code.ts';
import type { centrePageOut } from './view.ts';

/** What a centre's page says, and which kinds it opens to customers, in the order it names them. */
export async function openedBy(
  context: Context,
  centreId: Id<'centre'>,
): Promise<{ page: CustomerPage; kinds: Kind[] }> {
  const row = context.tx.selectFrom('centre').select('page').where('id', '=', centreId);
  const page = customerPageOf((await row.executeTakeFirstOrThrow()).page);
  const open = (await currentKinds(context)).map(({ kind }) => kind).filter((kind) => kind.public === true);
  const wanted = page.kinds;
  if (wanted === null) return { page, kinds: open };
  return { page, kinds: wanted.flatMap((key) => open.find((kind) => kind.key === key) ?? []) };
}

/** Where and how to complain, what is offered at what price, and what may be sent in: for anybody (CHAN-21, CHAN-22). */
export async function centrePage(context: Context): Promise<z.input<typeof centrePageOut>> {
  const centre = await firstCentre(context);
  const { page, kinds } = await openedBy(context, centre.id);
  return {
    organisation: context.organisation.name,
    zone: centre.zone,
    reception: await receptionOf(context, centre.id),
    chat: await hasChat(context, centre.id),
    codesBy: await codesBy(context),
    offerings: await publishedOfferings(context, centre.id),
    texts: {
      welcome: page.welcome,
      emergency: page.emergency,
      complaints: page.complaints,
      afterwards: page.afterwards,
      rules: page.rules,
      expenditure: page.expenditure,
    },
    kinds: kinds.map((kind) => ({
      key: kind.key,
      name: kind.name,
      about: kind.about,
      needsPlace: kind.needsPlace,
      papers: papersAsked(kind),
      fields: kind.fields
        .filter((field) => field.at === 'intake' && field.requiredFor === 'open' && field.type !== 'long_text')
        .map((field) => ({
          key: field.key,
          name: field.name,
          type: field.type,
          at: field.at,
          requiredFor: field.requiredFor ?? null,
          requiredAt: field.requiredAt ?? [],
          when: field.when ?? null,
          hint: field.hint ?? null,
          choices: field.choices ?? [],
        })),
    })),
  };
}
