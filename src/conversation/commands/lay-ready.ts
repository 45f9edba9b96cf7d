import type { Channel } from '../../channel/port.ts';
import { sendingTask } from '../../channel/port.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { afterwards } from '../../platform/journal.ts';

/** When it goes, and whether the conversation is closed once it has gone. */
export type Going = { at: Instant; closes: boolean };

/** Lays a message of ours ready for its channel to take out; until that moment it can be taken back. */
export function layReady(
  context: Context,
  kind: Channel['kind'],
  message: Id<'message'>,
  { at, closes }: Going,
): Promise<void> {
  return afterwards(context, sendingTask(kind), message, { message, closes }, at);
}
