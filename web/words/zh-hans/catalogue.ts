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
import { event } from './event.ts';
import { frame } from './frame.ts';
import { contacts } from './contacts.ts';
import { frontDesk } from './front-desk.ts';
import { keys } from './keys.ts';
import { list } from './list.ts';
import { matter } from './matter.ts';
import { myWork } from './my-work.ts';
import { notifications } from './notifications.ts';
import { notices } from './notices.ts';
import { period } from './period.ts';
import { returnVisits } from './return-visits.ts';
import { dispatch } from './dispatch.ts';
import { worker } from './worker.ts';
import { workOrders } from './work-orders.ts';
import { problem } from './problem.ts';
import { setup } from './setup.ts';
import { signIn } from './sign-in.ts';
import { ticket } from './ticket.ts';
import { tickets } from './tickets.ts';
import { merging } from './merging.ts';
import { putOff } from './put-off.ts';
import { macros } from './macros.ts';
import { canned } from './canned.ts';
import { bulk } from './bulk.ts';
import { presence } from './presence.ts';
import { time } from './time.ts';
import { told } from './told.ts';
import { board } from './board.ts';
import { customers } from './customers.ts';
import { administration } from './administration.ts';
import { people } from './people.ts';
import { calendars } from './calendars.ts';
import { limits } from './limits.ts';
import { posts } from './posts.ts';
import { departments } from './departments.ts';
import { places } from './places.ts';
import { figures } from './figures.ts';
import { summaries } from './summaries.ts';
import { account } from './account.ts';

export const catalogue: Catalogue = {
  action,
  clock,
  form,
  timeline,
  print,
  outbox,
  event,
  frame,
  contacts,
  front_desk: frontDesk,
  keys,
  list,
  matter,
  my_work: myWork,
  notifications,
  notices,
  period,
  return_visits: returnVisits,
  dispatch,
  worker,
  work_orders: workOrders,
  problem,
  setup,
  sign_in: signIn,
  ticket,
  tickets,
  merging,
  put_off: putOff,
  macros,
  canned,
  bulk,
  presence,
  time,
  told,
  board,
  customers,
  administration,
  people,
  calendars,
  limits,
  posts,
  departments,
  places,
  figures,
  summaries,
  account,
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
