import type { AnyRoute } from '@tanstack/react-router';
import { createRoute, redirect } from '@tanstack/react-router';
import { screensOf } from './screen.ts';
import { actsSearch, looksSearch, takenSearch } from '../screens/administration/journal/search.ts';

/** Of which kind a new one begins as a copy. */
const copied = (search: Record<string, unknown>): { from?: string } =>
  typeof search['from'] === 'string' ? { from: search['from'] } : {};

/** Screens of the administrator: people and posts, calendars, kinds, limits, safety, and the journal of all that. */
export function administrationRoutes<Parent extends AnyRoute>(inside: Parent) {
  const { screen, searched } = screensOf(inside);
  const administration = createRoute({
    getParentRoute: () => inside,
    path: '/administration',
    beforeLoad: () => {
      throw redirect({ to: '/administration/people' as string });
    },
  });
  return [
    administration,
    screen('/administration/people', () => import('../screens/administration/people/list.tsx'), 'People'),
    screen('/administration/people/new', () => import('../screens/administration/people/edit.tsx'), 'NewPerson'),
    screen('/administration/people/$id', () => import('../screens/administration/people/person.tsx'), 'Person'),
    screen('/administration/people/$id/edit', () => import('../screens/administration/people/edit.tsx'), 'EditPerson'),
    screen('/administration/posts', () => import('../screens/administration/posts/posts.tsx'), 'Posts'),
    screen('/administration/posts/$id', () => import('../screens/administration/posts/edit.tsx'), 'EditPost'),
    screen(
      '/administration/departments',
      () => import('../screens/administration/departments/departments.tsx'),
      'Departments',
    ),
    screen(
      '/administration/customer-page',
      () => import('../screens/administration/customer-page/customer-page.tsx'),
      'CustomerPage',
    ),
    screen('/administration/calendars', () => import('../screens/administration/calendars/calendars.tsx'), 'Calendars'),
    screen(
      '/administration/calendars/$id',
      () => import('../screens/administration/calendars/calendar.tsx'),
      'Calendar',
    ),
    screen('/administration/kinds', () => import('../screens/administration/kinds/kinds.tsx'), 'Kinds'),
    searched('/administration/kinds/$key', copied, () => import('../screens/administration/kinds/kind.tsx'), 'KindOf'),
    searched('/administration/journal', actsSearch, () => import('../screens/administration/journal/acts.tsx'), 'Acts'),
    searched(
      '/administration/looks',
      looksSearch,
      () => import('../screens/administration/journal/looks.tsx'),
      'Looks',
    ),
    searched(
      '/administration/taken-out',
      takenSearch,
      () => import('../screens/administration/journal/taken.tsx'),
      'TakenOut',
    ),
    screen(
      '/administration/milestones',
      () => import('../screens/administration/milestones/milestones.tsx'),
      'Milestones',
    ),
    screen('/administration/phrases', () => import('../screens/administration/phrases/phrases.tsx'), 'PhraseList'),
    screen('/administration/limits', () => import('../screens/administration/limits/limits.tsx'), 'Limits'),
    screen('/administration/limits/$key', () => import('../screens/administration/limits/limits-of.tsx'), 'LimitsOf'),
    screen('/administration/security', () => import('../screens/administration/security/security.tsx'), 'Security'),
    screen(
      '/administration/security/reviews/$id',
      () => import('../screens/administration/security/token-review.tsx'),
      'TokenReview',
    ),
    screen(
      '/administration/configuration',
      () => import('../screens/administration/configuration/configuration.tsx'),
      'ConfigurationPage',
    ),
    screen('/administration/pack', () => import('../screens/administration/pack/pack.tsx'), 'PackNews'),
    screen('/administration/words', () => import('../screens/administration/words/words.tsx'), 'OwnWordsPage'),
    screen('/administration/privacy', () => import('../screens/administration/privacy/privacy.tsx'), 'Privacy'),
    screen('/administration/channels', () => import('../screens/administration/channels/list.tsx'), 'Channels'),
    screen('/administration/channels/$id', () => import('../screens/administration/channels/channel.tsx'), 'Channel'),
    screen('/administration/telephone', () => import('../screens/administration/telephone/telephone.tsx'), 'Telephone'),
    screen('/administration/webhooks', () => import('../screens/administration/webhooks/list.tsx'), 'Webhooks'),
    screen('/administration/webhooks/$id', () => import('../screens/administration/webhooks/webhook.tsx'), 'Webhook'),
  ] as const;
}
