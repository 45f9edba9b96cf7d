import type { AnyRoute } from '@tanstack/react-router';
import { createRoute } from '@tanstack/react-router';
import { screenOf } from './screen.ts';
import { registerSearch } from '../screens/registers/search.ts';

/** Screens of the other matters: their registers, and what the centre offers. */
export function matterRoutes<Parent extends AnyRoute>(inside: Parent) {
  const services = createRoute({
    getParentRoute: () => inside,
    path: '/services',
    component: screenOf(() => import('../screens/services/services.tsx'), 'Services'),
  });

  const registers = createRoute({
    getParentRoute: () => inside,
    path: '/registers',
    validateSearch: registerSearch,
    component: screenOf(() => import('../screens/registers/registers.tsx'), 'Registers'),
  });

  return [registers, services] as const;
}
