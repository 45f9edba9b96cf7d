import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import type { System } from './take-in-calls.ts';

/** An exchange that is off and has no secret, and so can reach nothing: of a demo, which tells how it would look. */
export async function addSilentSystem(context: Context, centreId: Id<'centre'>, name: string): Promise<System> {
  const settings = {
    host: 'pbx.example.com',
    port: 5038,
    secure: 'none',
    user: 'huiyin',
    context: 'internal',
    lines: [{ number: '8002', channel: 'complaint_line' }],
    ari: null,
  };
  return context.tx
    .insertInto('telephone_system')
    .values({
      id: newId<'telephone_system'>(context.now),
      name,
      centre_id: centreId,
      settings: json(settings),
      secret: '',
      ari_secret: null,
      made_by_id: actingPerson(context),
      made_at: context.now,
      off_at: context.now,
      ended_at: null,
      connected_at: null,
      failing_since: null,
      fault: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
