import { action } from './action.ts';
import { clock } from './clock.ts';
import { generalErrors } from './errors.ts';
import { frame } from './frame.ts';
import { keys } from './keys.ts';
import { list } from './list.ts';
import { myWork } from './my-work.ts';
import { notifications } from './notifications.ts';
import { problem } from './problem.ts';
import { setup } from './setup.ts';
import { signIn } from './sign-in.ts';
import { time } from './time.ts';

export const catalogue = {
  action,
  clock,
  frame,
  keys,
  list,
  my_work: myWork,
  notifications,
  problem,
  setup,
  sign_in: signIn,
  time,
  errors: { ...generalErrors },
};
