import type { z } from 'zod';
import { currentKinds } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import type { Cell } from '../../platform/sheets/cell.ts';
import type { ticketsOut, TicketsQuery } from '../../ticket/list-shapes.ts';
import type { Column } from '../list-out.ts';
import type { Say } from '../say.ts';

type Line = z.input<typeof ticketsOut>['items'][number];
type Own = NonNullable<Line['fields']>[number];

/**
 * What a list of one kind says besides: its fields, a column each, as a register on paper has them. A title list and a lease list
 * are made this way (TITL-03, TITL-04).
 */
export async function columnsOfKind(context: Context, { kind: key }: TicketsQuery): Promise<Column<Line>[]> {
  const kind = (await currentKinds(context)).find((one) => one.key === key);
  return (kind?.kind.fields ?? []).map((field) => ({
    key: `fields.${field.key}`,
    name: field.name,
    value: ({ fields }, say) =>
      saidAs(
        fields?.find((one) => one.key === field.key),
        say,
      ),
  }));
}

function saidAs(own: Own | undefined, say: Say): Cell {
  const value = own?.value;
  if (typeof value === 'boolean') return say.yes(value);
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '') return null;
  if (own!.type === 'date') return say.day(value);
  return own!.type === 'choice' ? (say.words(own!.choices?.find((one) => one.key === value)?.name) ?? value) : value;
}
