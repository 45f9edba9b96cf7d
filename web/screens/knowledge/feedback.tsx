import { Textarea } from '@mantine/core';
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Section } from '../../ui/section.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { ArticleView } from './knowledge.ts';
import styles from './knowledge.module.css';

/** Whether it helped; why it did not goes to whoever answers for it. */
export function Feedback({ article }: { article: ArticleView }) {
  const [saying, setSaying] = useState(false);
  const helped = useWrite<void>({
    send: (_, options) => api.post(`articles/${article.id}/feedback`, { helpful: true }, options),
    changes: () => [`article/${article.id}`],
    done: () => say(t('knowledge.thanks')),
  });
  return (
    <Section
      title={t('knowledge.did_it_help')}
      actions={
        article.retiredAt ? null : (
          <>
            <ActionButton
              label={t('knowledge.helpful')}
              icon={IconThumbUp}
              busy={helped.busy}
              onRun={() => void helped.run()}
            />
            <ActionButton label={t('knowledge.unhelpful')} icon={IconThumbDown} onRun={() => setSaying(true)} />
          </>
        )
      }
    >
      {article.unhelpful.length === 0 ? <p className="dim">{t('knowledge.no_feedback')}</p> : null}
      <ul className={styles['said']}>
        {article.unhelpful.map((one) => (
          <li key={one.at} data-settled={one.settled || undefined}>
            {one.words}{' '}
            <span className="dim">
              {[one.by.name, absolute(one.at), one.settled ? t('knowledge.settled') : ''].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <Dialog opened={saying} close={() => setSaying(false)} title={t('knowledge.unhelpful')}>
        <UnhelpfulForm id={article.id} done={() => setSaying(false)} />
      </Dialog>
    </Section>
  );
}

export function UnhelpfulForm({ id, done }: { id: string; done: () => void }) {
  const draft = useDraftForm({
    subject: `article/${id}/feedback`,
    initial: { words: '' },
    check: ({ words }) => ({ words: words.trim() ? null : t('knowledge.unhelpful_needed') }),
    send: ({ words }, options) => api.post(`articles/${id}/feedback`, { helpful: false, words }, options),
    changes: () => [`article/${id}`],
    done: () => {
      say(t('knowledge.thanks'));
      done();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('knowledge.send_feedback')}>
      <Textarea
        label={t('knowledge.unhelpful_why')}
        required
        autosize
        minRows={3}
        maxLength={1000}
        data-autofocus
        {...draft.form.getInputProps('words')}
      />
    </FormFrame>
  );
}
