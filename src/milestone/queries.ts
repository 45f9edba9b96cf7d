import type { z } from 'zod';
import { Invalid } from '../kernel/refusal.ts';
import type { Language } from '../kernel/words.ts';
import { inEach } from '../kernel/words.ts';
import { can } from '../organisation/can.ts';
import { whyNotMilestones } from '../pack/milestones.ts';
import { inPlace } from '../pack/places.ts';
import { packs } from '../pack/registry.ts';
import { settingsVersionOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { allowToSee, ticketById } from '../ticket/facts.ts';
import type { PreviewMilestone } from './inputs.ts';
import type { Known } from './known.ts';
import { examples, knownOf } from './known.ts';
import type { milestonesOut, previewOut } from './view.ts';

/** What customers are written by itself; where the house has worded nothing yet, as its pack words it, and switched off. */
export async function readMilestones(context: Context): Promise<z.input<typeof milestonesOut>> {
  const { version, settings } = await settingsVersionOf(context);
  const shipped = (await packs()).get(context.organisation.pack)?.milestones ?? [];
  return {
    version,
    items: settings.milestones ?? shipped.map((one) => ({ ...one, on: false })),
    can: { change: can(context.actor, 'limit.edit', {}) },
  };
}

/** As a customer would read it, in every language. Writes nothing. */
export async function previewMilestone(
  context: Context,
  { milestone, ticketId }: PreviewMilestone,
): Promise<z.input<typeof previewOut>> {
  const wrong = whyNotMilestones([milestone]);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const { language, of } = ticketId
    ? await ofTicket(context, ticketId)
    : { language: 'zh-hans' as Language, of: () => examples(context) };
  const read = (text: string, one: Language) => inPlace(text, of(one));
  return { subject: inEach(milestone.subject, read), text: inEach(milestone.text, read), language };
}

async function ofTicket(context: Context, id: string): Promise<{ language: Language; of: (one: Language) => Known }> {
  const ticket = await ticketById(context.tx, id);
  await allowToSee(context, ticket);
  return knownOf(context, ticket, null);
}
