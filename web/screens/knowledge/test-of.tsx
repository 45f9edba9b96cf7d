import { IconChecklist } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { ActionButton } from '../../ui/action-button.tsx';
import { Section } from '../../ui/section.tsx';
import { t } from '../../words/words.ts';
import type { ArticleView } from './knowledge.ts';

/** The way to the test of a guide, or to giving it one. */
export function TestOf({ article }: { article: ArticleView }) {
  const navigate = useNavigate();
  const maySet = article.can['setTest'] === null;
  if (!article.hasTest && !maySet) return null;
  return (
    <Section
      title={t('knowledge.test')}
      actions={
        <ActionButton
          label={t(article.hasTest ? 'knowledge.open_test' : 'knowledge.set_test')}
          icon={IconChecklist}
          onRun={() => void navigate({ to: '/knowledge/$id/test', params: { id: article.id } })}
        />
      }
    >
      <p className="dim">{t(article.hasTest ? 'knowledge.has_test' : 'knowledge.has_no_test')}</p>
    </Section>
  );
}
