import type { Route } from '../platform/http/route.ts';
import { auditRoutes } from './audit-routes.ts';
import { kindChangeRoutes } from './kind-routes.ts';
import { wordsRoutes } from './words-routes.ts';

export const administrationRoutes: Route[] = [...kindChangeRoutes, ...auditRoutes, ...wordsRoutes];
