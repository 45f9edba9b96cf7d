import type { AnyRoute } from '@tanstack/react-router';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { speakOfAll } from '../words/words.ts';

type Load = Parameters<typeof lazyRouteComponent>[0];

/** A screen that is not the first one: its code and the words come together. */
export function screenOf(load: Load, name: string) {
  return lazyRouteComponent(async () => (await Promise.all([load(), speakOfAll()]))[0], name);
}

/** How a map of screens says each of its lines: a screen, and one whose address says besides what it shows. */
export function screensOf<Parent extends AnyRoute>(inside: Parent) {
  return {
    screen: <const Path extends string>(path: Path, load: Load, name: string) =>
      createRoute({ getParentRoute: () => inside, path, component: screenOf(load, name) }),
    searched: <const Path extends string, Search extends object>(
      path: Path,
      validateSearch: (search: Record<string, unknown>) => Search,
      load: Load,
      name: string,
    ) => createRoute({ getParentRoute: () => inside, path, validateSearch, component: screenOf(load, name) }),
  };
}
