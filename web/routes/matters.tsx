import type { AnyRoute } from '@tanstack/react-router';
import { screensOf } from './screen.ts';
import { knowledgeSearch, newSearch } from '../screens/knowledge/search.ts';
import { registerSearch } from '../screens/registers/search.ts';

/** Screens of the other matters: their registers, what the centre offers, and what it knows. */
export function matterRoutes<Parent extends AnyRoute>(inside: Parent) {
  const { screen, searched } = screensOf(inside);
  return [
    searched('/registers', registerSearch, () => import('../screens/registers/registers.tsx'), 'Registers'),
    searched('/knowledge', knowledgeSearch, () => import('../screens/knowledge/knowledge.tsx'), 'Knowledge'),
    searched('/knowledge/new', newSearch, () => import('../screens/knowledge/edit.tsx'), 'NewArticle'),
    screen('/knowledge/$id', () => import('../screens/knowledge/article.tsx'), 'Article'),
    screen('/knowledge/$id/edit', () => import('../screens/knowledge/edit.tsx'), 'EditArticle'),
    screen('/knowledge/$id/test', () => import('../screens/knowledge/test.tsx'), 'TestPage'),
    screen('/services', () => import('../screens/services/services.tsx'), 'Services'),
  ] as const;
}
