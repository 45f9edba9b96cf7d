import type { AnyRoute } from '@tanstack/react-router';
import { screensOf } from './screen.ts';
import { knowledgeSearch, newSearch } from '../screens/knowledge/search.ts';
import { papersSearch } from '../screens/papers/search.ts';
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
    searched('/papers', papersSearch, () => import('../screens/papers/papers.tsx'), 'Papers'),
    screen('/papers/meetings/$id', () => import('../screens/papers/meeting.tsx'), 'Meeting'),
    screen('/papers/documents/$id', () => import('../screens/papers/document.tsx'), 'Document'),
    screen('/papers/bodies/$id', () => import('../screens/papers/body.tsx'), 'Body'),
    screen('/papers/matters/$id', () => import('../screens/papers/matter.tsx'), 'Matter'),
    screen('/services', () => import('../screens/services/services.tsx'), 'Services'),
  ] as const;
}
