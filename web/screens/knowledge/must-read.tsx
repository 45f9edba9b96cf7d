import { IconCheck } from '@tabler/icons-react';
import { api } from '../../server/api.ts';
import { refusalWords } from '../../server/refusals.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/section.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { ArticleView } from './knowledge.ts';

/** Whoever must have read it says so here, under his own eyes (KNOW-07). */
export function MustRead({ article }: { article: Pick<ArticleView, 'id' | 'version' | 'reading' | 'can'> }) {
  const { reading } = article;
  const confirm = useConfirmReading();
  if (reading === null) return null;
  if (reading.confirmedAt)
    return <p className="dim">{t('knowledge.read_on', { when: absolute(reading.confirmedAt) })}</p>;
  return (
    <Notice tone="soon">
      <p>{t('knowledge.must_read_by', { when: reading.dueAt ? absolute(reading.dueAt) : '' })}</p>
      {article.can['read'] ? <p>{refusalWords(article.can['read'])}</p> : null}
      <ActionButton
        label={t('knowledge.have_read')}
        icon={IconCheck}
        kind="primary"
        can={article.can}
        action="read"
        busy={confirm.busy}
        onRun={() => void confirm.run(article)}
      />
    </Notice>
  );
}

function useConfirmReading() {
  return useWrite<{ id: string; version: number }>({
    send: ({ id, version }, options) => api.post(`articles/${id}/read`, { version }, options),
    changes: ({ id }) => [`article/${id}`, 'article_reading', 'commitment'],
    done: () => say(t('knowledge.read_now')),
  });
}
