import type { Route } from '../platform/http/route.ts';
import { kindChangeRoutes } from './kind-routes.ts';

export const administrationRoutes: Route[] = [...kindChangeRoutes];
