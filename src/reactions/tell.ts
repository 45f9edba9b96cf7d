import type { Id } from '../kernel/id.ts';
import type { Message } from '../notification/commands/notify.ts';
import { notify } from '../notification/commands/notify.ts';
import type { Context } from '../platform/context.ts';

type Somebody = Id<'person'> | null | undefined;

/** Tells each of these people once; whoever acts knows it already. */
export async function tell(context: Context, people: readonly Somebody[], message: Message): Promise<void> {
  const others = new Set(people.filter((id) => id !== null && id !== undefined && id !== context.actor.personId));
  await notify(
    context,
    [...others].map((personId) => ({ ...message, personId: personId as Id<'person'> })),
  );
}
