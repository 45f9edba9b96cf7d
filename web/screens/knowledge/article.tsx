import { IconArchive, IconArchiveOff, IconCheck, IconPencil } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { AMENDED } from '../../../src/knowledge/article.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Page } from '../../ui/page.tsx';
import { Notice } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { AmendmentsOf } from './amend.tsx';
import { ArticleBody, ArticleFacts } from './article-body.tsx';
import { Feedback } from './feedback.tsx';
import { readable } from '../../matter/written.ts';
import { sortWords } from './knowledge.ts';
import type { ArticleView } from './knowledge.ts';
import styles from './knowledge.module.css';
import { MustRead } from './must-read.tsx';
import { TrainingOf } from './one-process.tsx';
import { TestOf } from './test-of.tsx';
import { Versions } from './versions.tsx';

/** One article: what it says, who answers for it and when it is looked at again, and what came of it. */
export function Article() {
  const { id } = useParams({ from: '/inside/knowledge/$id' });
  const read = useRead<ArticleView>(`articles/${id}`, { about: [`article/${id}`, 'article_reading', 'clock'] });
  if (!read.data)
    return (
      <Page title={t('frame.knowledge')}>
        {read.error ? (
          <ErrorState problem={read.error} retry={() => void read.refetch()} />
        ) : (
          <LoadingLines count={12} />
        )}
      </Page>
    );
  return <Loaded article={read.data} />;
}

function Loaded({ article }: { article: ArticleView }) {
  return (
    <Page title={readable(article.title, article)} aside={sortWords(article.sort)} actions={<Acts article={article} />}>
      <div className={styles['page']}>
        {article.retiredAt ? (
          <Notice tone="wait">
            {t('knowledge.retired_by', { name: article.retiredBy?.name ?? '', when: absolute(article.retiredAt) })}
          </Notice>
        ) : null}
        {article.reviewLate ? <Notice tone="late">{t('knowledge.review_late')}</Notice> : null}
        <MustRead article={article} />
        <article className={styles['paper']} aria-label={t('knowledge.body')}>
          <ArticleBody article={article} />
        </article>
      </div>
      <TrainingOf article={article} />
      <ArticleFacts article={article} />
      <TestOf article={article} />
      <Feedback article={article} />
      {AMENDED.includes(article.sort) ? <AmendmentsOf article={article} /> : null}
      <Versions article={article} />
    </Page>
  );
}

function Acts({ article }: { article: ArticleView }) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const about = [`article/${article.id}`, 'article', 'commitment'] as const;
  const confirm = useWrite<void>({
    send: (_, options) => api.post(`articles/${article.id}/confirm`, { version: article.version }, options),
    changes: () => about,
    done: () => say(t('knowledge.confirmed_now')),
  });
  const retire = useWrite<boolean>({
    send: (retired, options) =>
      api.post(`articles/${article.id}/retire`, { version: article.version, retired }, options),
    changes: () => about,
    done: () => setAsking(false),
  });
  const retired = article.retiredAt !== null;
  return (
    <>
      {retired ? null : (
        <>
          <ActionButton
            label={t('knowledge.confirm')}
            icon={IconCheck}
            can={article.can}
            action="confirm"
            busy={confirm.busy}
            onRun={() => void confirm.run()}
          />
          <ActionButton
            label={t('knowledge.revise')}
            icon={IconPencil}
            hotkey="e"
            can={article.can}
            action="revise"
            onRun={() => void navigate({ to: '/knowledge/$id/edit', params: { id: article.id } })}
          />
        </>
      )}
      {article.can['retire'] === null ? (
        <ActionButton
          label={t(retired ? 'knowledge.bring_back' : 'knowledge.retire')}
          icon={retired ? IconArchiveOff : IconArchive}
          kind="quiet"
          busy={retire.busy}
          onRun={() => (retired ? void retire.run(false) : setAsking(true))}
        />
      ) : null}
      <AskFirst
        opened={asking}
        close={() => setAsking(false)}
        title={t('knowledge.retire')}
        act={t('knowledge.retire')}
        busy={retire.busy}
        run={() => void retire.run(true)}
      >
        <p>{t('knowledge.retire_why')}</p>
      </AskFirst>
    </>
  );
}
