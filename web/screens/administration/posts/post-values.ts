import type { RIGHTS, SCOPES } from '../../../../src/organisation/rights.ts';
import type { ROLES } from '../../../../src/organisation/role.ts';
import { RIGHTS as allRights } from '../../../../src/organisation/rights.ts';
import { ROLES as allRoles } from '../../../../src/organisation/role.ts';
import type { Words } from '../../../../src/kernel/words.ts';
import { t } from '../../../words/words.ts';
import type { Post } from '../people/people.ts';

export type Right = (typeof RIGHTS)[number];
export type Scope = (typeof SCOPES)[number];
export type Role = (typeof ROLES)[number];

export const roles = allRoles;
export const rights = allRights;
export const scopes = ['own', 'department', 'centre', 'organisation'] as const satisfies readonly Scope[];

export type PostValues = {
  name: Words;
  departmentId: string;
  role: Role;
  superiorPostId: string;
  neverEmpty: boolean;
  mostDeputies: number;
  rights: Partial<Record<Right, Scope>>;
  /** Why it is changed; a new post needs no reason. */
  why: string;
};

/** `ticket.see` is `posts.right_ticket_see` in the catalogue. */
export function rightWords(right: Right): string {
  return t(`posts.right_${right.replace('.', '_') as RightKey}`);
}

type Underscored<Text> = Text extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : Text;
type RightKey = Underscored<Right>;

export function scopeWords(scope: Scope): string {
  return t(`posts.scope_${scope}`);
}

export function valuesOf(post: Post | null): PostValues {
  return {
    name: post?.name ?? { en: '', 'zh-hans': '', 'zh-hant': '' },
    departmentId: post?.departmentId ?? '',
    role: (post?.role ?? 'worker') as Role,
    superiorPostId: post?.superiorPostId ?? '',
    neverEmpty: post?.neverEmpty ?? false,
    mostDeputies: post?.mostDeputies ?? 1,
    rights: (post?.rights ?? {}) as PostValues['rights'],
    why: '',
  };
}

export function bodyOf({ departmentId, superiorPostId, why: _, ...same }: PostValues) {
  return { ...same, departmentId: departmentId || null, superiorPostId: superiorPostId || null };
}

/** A stable name out of the English one, and of the moment where that has no letters. */
export function keyOf(name: string, id: string): string {
  const letters = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '');
  return (letters.length > 1 ? letters : `post_${id.slice(-12)}`).slice(0, 60);
}

/** A former state of a post, as its versions keep it, in the form. */
export function putBack(content: Record<string, unknown>): Omit<PostValues, 'why'> {
  const { departmentId, superiorPostId, closed: _, ...same } = content;
  return {
    ...(same as Omit<PostValues, 'why' | 'departmentId' | 'superiorPostId'>),
    departmentId: String(departmentId ?? ''),
    superiorPostId: String(superiorPostId ?? ''),
  };
}
