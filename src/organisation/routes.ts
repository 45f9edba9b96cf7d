import type { Route } from '../platform/http/route.ts';
import { calendarRoutes } from './routes/calendars.ts';
import { centreRoutes } from './routes/centres.ts';
import { departmentRoutes } from './routes/departments.ts';
import { dutyRoutes } from './routes/duty.ts';
import { peopleRoutes } from './routes/people.ts';
import { postRoutes } from './routes/posts.ts';

/** People, posts, departments, calendars: who works here, and when. */
export const organisationRoutes: Route[] = [
  ...peopleRoutes,
  ...dutyRoutes,
  ...postRoutes,
  ...departmentRoutes,
  ...centreRoutes,
  ...calendarRoutes,
];
