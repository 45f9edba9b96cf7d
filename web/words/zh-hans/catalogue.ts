import type { FirstWords } from '../words.ts';
import { action } from './action.ts';
import { clock } from './clock.ts';
import { form } from './form.ts';
import { timeline } from './timeline.ts';
import { print } from './print.ts';
import { outbox } from './outbox.ts';
import { frame } from './frame.ts';
import { keys } from './keys.ts';
import { list } from './list.ts';
import { matter } from './matter.ts';
import { myWork } from './my-work.ts';
import { notifications } from './notifications.ts';
import { period } from './period.ts';
import { problem } from './problem.ts';
import { putOff } from './put-off.ts';
import { signIn } from './sign-in.ts';
import { ticket } from './ticket.ts';
import { time } from './time.ts';
import { generalErrors } from './errors.ts';
import { authErrors } from './errors-auth.ts';
import { clockErrors } from './errors-clock.ts';
import { workErrors } from './errors-work.ts';
import { entryErrors } from './errors-entry.ts';
import { ticketErrors } from './errors-ticket.ts';

/** Words of the frame, of one's own work, and of what every screen is built from. */
export const catalogue: FirstWords = {
  action,
  clock,
  form,
  timeline,
  print,
  outbox,
  frame,
  keys,
  list,
  matter,
  my_work: myWork,
  notifications,
  period,
  problem,
  put_off: putOff,
  sign_in: signIn,
  ticket,
  time,
  errors: {
    ...generalErrors,
    ...authErrors,
    ...clockErrors,
    ...workErrors,
    ...entryErrors,
    ...ticketErrors,
  },
};
