import type { CustomerWords } from '../words.ts';
import { action } from './action.ts';
import { bring } from './bring.ts';
import { entry } from './entry.ts';
import { form } from './form.ts';
import { matter } from './matter.ts';
import { problem } from './problem.ts';
import { services } from './services.ts';
import { time } from './time.ts';
import { generalErrors } from './errors.ts';
import { entryErrors } from './errors-entry.ts';

export const catalogue: CustomerWords = {
  action,
  bring,
  entry,
  form,
  matter,
  problem,
  services,
  time,
  errors: { ...generalErrors, ...entryErrors },
};
