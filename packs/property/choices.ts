import type { Field } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';

/** The last of the choices wherever what happens is richer than a list. */
export const somethingElse: NonNullable<Field['choices']>[number] = {
  key: 'other',
  name: words('Something else', '其他', '其他'),
};
