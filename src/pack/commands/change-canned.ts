import { Invalid } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { departments } from '../../organisation/house.ts';
import { whyNotCanned } from '../canned.ts';
import type { ChangeCanned } from '../inputs.ts';
import { currentKinds } from '../kinds.ts';
import { changePart } from './change-settings.ts';

/** Which requests stand on the keys of the front desk: a new version of the settings, with who and why. */
export async function changeCanned(context: Context, { canned, ...change }: ChangeCanned): Promise<number> {
  const kinds = new Map((await currentKinds(context)).map(({ key, kind }) => [key, kind]));
  const open = [...(await departments(context)).values()].filter((one) => one.closed_at === null);
  const [wrong] = whyNotCanned(canned, { kinds, departments: new Set(open.map((one) => one.key)) });
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  return changePart(context, { canned }, change);
}
