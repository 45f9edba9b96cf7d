import type { z } from 'zod';
import { publishedOfferings } from '../offering/list.ts';
import { firstCentre } from '../organisation/house.ts';
import { receptionOf } from '../organisation/reception.ts';
import { currentKinds } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import type { centrePageOut } from './view.ts';

/** Where and how to complain, what is offered at what price, and what may be sent in: for anybody (CHAN-21, CHAN-22). */
export async function centrePage(context: Context): Promise<z.input<typeof centrePageOut>> {
  const centre = await firstCentre(context);
  const kinds = (await currentKinds(context)).filter(({ kind }) => kind.public === true);
  return {
    organisation: context.organisation.name,
    zone: centre.zone,
    reception: await receptionOf(context, centre.id),
    offerings: await publishedOfferings(context, centre.id),
    kinds: kinds.map(({ kind }) => ({
      key: kind.key,
      name: kind.name,
      about: kind.about,
      needsPlace: kind.needsPlace,
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
