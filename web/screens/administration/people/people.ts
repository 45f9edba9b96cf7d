import type { z } from 'zod';
import type { departmentsOut } from '../../../../src/organisation/departments-view.ts';
import type { personOut } from '../../../../src/organisation/people-view.ts';
import type { postsOut } from '../../../../src/organisation/posts-view.ts';
import { useRead } from '../../../server/queries.ts';
import { listWords } from '../../../ui/time.ts';
import { locale, said, t } from '../../../words/words.ts';
import { byName, byRank } from './in-order.ts';

/** `GET /api/people/:id` */
export type Person = z.output<typeof personOut>;
export type Post = z.output<typeof postsOut>['items'][number];
export type Department = z.output<typeof departmentsOut>['items'][number];

export function usePostsRead() {
  return useRead<z.output<typeof postsOut>>('posts', { about: ['post', 'person', 'duty'] });
}

export function useDepartmentsRead() {
  return useRead<z.output<typeof departmentsOut>>('departments', { about: ['department', 'post', 'person', 'duty'] });
}

/** From the top down. */
export function usePosts(): Post[] {
  return byRank(usePostsRead().data?.items ?? [], { said, locale: locale() });
}

/** Whether it may be asked for approvals: whoever decides on tickets may look at them. */
export const mayApprove = (post: Post): boolean => !post.closed && post.rights['ticket.see'] !== undefined;

/** By name. */
export function useDepartments(): Department[] {
  return byName(useDepartmentsRead().data?.items ?? [], { said, locale: locale() });
}

/** `Plumber`, or `deputy 1 of the centre manager`. */
export function postWords(post: Person['posts'][number]): string {
  const name = said(post.name);
  return post.deputyRank === null ? name : t('people.deputy_of', { rank: post.deputyRank, post: name });
}

export function postsWords(person: Person): string {
  return listWords(person.posts.map(postWords));
}

export function stateWords(person: Person): string {
  if (person.leftAt) return t('people.left');
  if (person.absence?.begun) return t('people.away');
  return person.onDuty ? t('people.on_duty') : t('people.off_duty');
}
