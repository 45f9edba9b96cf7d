import { event } from './event.ts';
import { contacts } from './contacts.ts';
import { frontDesk } from './front-desk.ts';
import { notices } from './notices.ts';
import { returnVisits } from './return-visits.ts';
import { dispatch } from './dispatch.ts';
import { worker } from './worker.ts';
import { workOrders } from './work-orders.ts';
import { setup } from './setup.ts';
import { tickets } from './tickets.ts';
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
import { webhooks } from './webhooks.ts';
import { calendarFeeds } from './calendar-feeds.ts';
import { exchange } from './exchange.ts';
import { imports } from './imports.ts';
import { unsent } from './unsent.ts';
import { noticeErrors } from './errors-notice.ts';
import { customerErrors } from './errors-customer.ts';
import { packErrors } from './errors-pack.ts';
import { exchangeErrors } from './errors-exchange.ts';
import { importErrors } from './errors-import.ts';
import { peopleErrors } from './errors-people.ts';

/** Words of all other screens; they come with the first of them, or when there is time. */
export const catalogue = {
  event,
  contacts,
  front_desk: frontDesk,
  notices,
  return_visits: returnVisits,
  dispatch,
  worker,
  work_orders: workOrders,
  setup,
  tickets,
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
  unsent,
  calendar_feeds: calendarFeeds,
  exchange,
  imports,
  webhooks,
  errors: {
    ...noticeErrors,
    ...customerErrors,
    ...packErrors,
    ...peopleErrors,
    ...exchangeErrors,
    ...importErrors,
  },
};
