import type { AnyRoute } from '@tanstack/react-router';
import { screensOf } from './screen.ts';
import { registerSearch } from '../screens/registers/search.ts';

/** Screens of the other matters: their registers, and what the centre offers. */
export function matterRoutes<Parent extends AnyRoute>(inside: Parent) {
  const { screen, searched } = screensOf(inside);
  return [
    searched('/registers', registerSearch, () => import('../screens/registers/registers.tsx'), 'Registers'),
    screen('/services', () => import('../screens/services/services.tsx'), 'Services'),
  ] as const;
}
