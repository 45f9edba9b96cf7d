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

/** All that the customer's page says; he is not sent the words of the house. */
export const catalogue = {
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
