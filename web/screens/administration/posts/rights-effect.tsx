import { effectOfRights, leavesNobody } from '../../../../src/organisation/rights-effect.ts';
import { Notice, Section } from '../../../ui/section.tsx';
import { t } from '../../../words/words.ts';
import type { PostValues, Scope } from './post-values.ts';
import { rightWords, scopeWords } from './post-values.ts';
import { usePosts } from '../people/people.ts';

/** Who would gain and lose which right, as the boxes are ticked: by the rule that the server asks, too. */
export function RightsEffect({ postId, rights }: { postId: string; rights: PostValues['rights'] }) {
  const posts = usePosts().map((post) => ({ ...post, rights: post.rights as PostValues['rights'] }));
  const people = effectOfRights(posts, postId, rights);
  const lost = leavesNobody(posts, postId, rights);
  if (people.length === 0 && !lost) return null;
  return (
    <Section title={t('posts.effect')}>
      {lost ? <Notice tone="late">{t('posts.leaves_nobody')}</Notice> : null}
      {people.map(({ id, name, changes }) => (
        <div key={id}>
          <h3>{name}</h3>
          <ul>
            {changes.map(({ right, before, after }) => (
              <li key={right}>
                {t('posts.right_changes', { right: rightWords(right), before: scopeOf(before), after: scopeOf(after) })}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

const scopeOf = (scope: Scope | null): string => (scope ? scopeWords(scope) : t('posts.not_at_all'));
