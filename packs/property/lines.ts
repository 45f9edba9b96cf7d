import type { Field } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';

/** Asked as it is taken in, and not left out. */
export const atIntake = (type: Field['type'], key: string, name: Field['name'], more: Partial<Field> = {}): Field => ({
  key,
  name,
  type,
  at: 'intake',
  requiredFor: 'open',
  ...more,
});

/** Asked later, on the ticket. */
export const onTicket = (type: Field['type'], key: string, name: Field['name'], more: Partial<Field> = {}): Field => ({
  key,
  name,
  type,
  at: 'ticket',
  ...more,
});

type Failed = NonNullable<NonNullable<Field['choices']>[number]['failed']>;
type Wrong = { key: string; name: Field['name']; saidIn: string; opens?: Failed['opens'] };

/** A line that is inspected: in order, or engineering is sent with what the field `saidIn` says of it. */
export const inspected = (key: string, name: Field['name'], { saidIn, opens, ...wrong }: Wrong): Field =>
  onTicket('choice', key, name, {
    choices: [
      { key: 'in_order', name: words('In order', '合格', '合格') },
      { ...wrong, failed: { department: 'engineering', saidIn, ...(opens ? { opens } : {}) } },
    ],
  });
