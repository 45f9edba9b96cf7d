import type { Context } from '../../platform/context.ts';
import { zoneOf } from '../../report/days.ts';
import { languageOfActor } from '../../organisation/finder.ts';
import type { Mapping, Reading } from './cells.ts';

/** How the cells of a file are read: by the clock on the wall of the centre, in the sender's language. */
export async function readingOf(context: Context, mapping: Mapping, looking: boolean): Promise<Reading> {
  return { mapping, zone: await zoneOf(context), language: await languageOfActor(context), looking };
}
