import type { Id } from '../../kernel/id.ts';
import type { Actor } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import { RIGHTS } from '../../organisation/rights.ts';
import type { Context } from '../../platform/context.ts';

/** The past, of which nobody is told, with the rights that whoever brings it in has now. */
export function inThePast(context: Context, goesOn: { stillOpen?: true } = {}): Context {
  return { ...context, react: async () => {}, replaying: { recordedAt: context.now, ...goesOn } };
}

/** The same, in which he may do what had to be done for it then. */
export async function replaying(context: Context, goesOn: { stillOpen?: true } = {}): Promise<Context> {
  const rights = Object.fromEntries(RIGHTS.map((right) => [right, 'organisation' as const]));
  const centreId = await centreOf(context);
  const post = { id: '' as Id<'post'>, key: '', role: 'administrator', departmentId: null, centreId, rights };
  const { personId, name } = context.actor;
  const actor: Actor = { personId, name, posts: [post] };
  return { ...inThePast(context, goesOn), actor };
}
