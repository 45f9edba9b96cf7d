import type { Catalogue } from '../words.ts';
import { action } from './action.ts';
import { clock } from './clock.ts';
import { ticketErrors } from './errors-ticket.ts';
import { workErrors } from './errors-work.ts';
import { clockErrors } from './errors-clock.ts';
import { authErrors } from './errors-auth.ts';
import { peopleErrors } from './errors-people.ts';
import { packErrors } from './errors-pack.ts';
import { customerErrors } from './errors-customer.ts';
import { noticeErrors } from './errors-notice.ts';
import { generalErrors } from './errors.ts';
import { form } from './form.ts';
import { timeline } from './timeline.ts';
import { print } from './print.ts';
import { outbox } from './outbox.ts';
import { frame } from './frame.ts';
import { keys } from './keys.ts';
import { list } from './list.ts';
import { myWork } from './my-work.ts';
import { notifications } from './notifications.ts';
import { problem } from './problem.ts';
import { setup } from './setup.ts';
import { signIn } from './sign-in.ts';
import { time } from './time.ts';
import { told } from './told.ts';
import { board } from './board.ts';

export const catalogue: Catalogue = {
  action,
  clock,
  form,
  timeline,
  print,
  outbox,
  frame,
  keys,
  list,
  my_work: myWork,
  notifications,
  problem,
  setup,
  sign_in: signIn,
  time,
  told,
  board,
  errors: {
    ...generalErrors,
    ...noticeErrors,
    ...customerErrors,
    ...packErrors,
    ...peopleErrors,
    ...authErrors,
    ...clockErrors,
    ...workErrors,
    ...ticketErrors,
  },
};
