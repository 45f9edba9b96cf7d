import { Textarea } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { Decision } from '../../../src/knowledge/amendment.ts';
import { DECISIONS } from '../../../src/knowledge/amendment.ts';
import type { amendmentOut } from '../../../src/knowledge/view.ts';
import { api } from '../../server/api.ts';
import { usePages } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Go } from '../../ui/go.tsx';
import { Pages } from '../../ui/list/pages.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { TakeOut } from '../exchange/take-out.tsx';
import { readable } from '../../matter/written.ts';
import styles from './knowledge.module.css';

type Amendment = z.output<typeof amendmentOut>;

/** Every proposal to amend the house rules; what waits for a decision is due in time like everything else (KNOW-04). */
export function Amendments() {
  const mayDecide = useRight('knowledge.publish');
  const pages = usePages<Amendment>('articles/amendments', { about: ['article', 'article_amendment'] });
  return (
    <Pages
      read={pages}
      lines={8}
      none={<EmptyState title={t('knowledge.no_amendments')}>{t('knowledge.no_amendments_why')}</EmptyState>}
    >
      {(rows) => (
        <>
          <div>
            <TakeOut list="article_amendments" name={t('knowledge.view_amendments')} />
          </div>
          {rows.map((one) => (
            <div key={one.id}>
              <h2 className={styles['of']}>
                <Go to={`/knowledge/${one.article.id}`}>{readable(one.article.title, one.article)}</Go>
              </h2>
              <AmendmentCard one={one} mayDecide={mayDecide} />
            </div>
          ))}
        </>
      )}
    </Pages>
  );
}

export function AmendmentCard({ one, mayDecide }: { one: Amendment; mayDecide: boolean }) {
  const [deciding, setDeciding] = useState(false);
  return (
    <article className={styles['question']} aria-label={t('knowledge.amendment_of', { name: one.by.name })}>
      <p className="dim">{[one.by.name, absolute(one.at), t('knowledge.n_version', { n: one.version })].join(' · ')}</p>
      <p className={styles['quote']}>{one.proposed}</p>
      <p>{t('knowledge.because', { why: one.why })}</p>
      {one.decision ? (
        <p>
          <strong>{t(`knowledge.decision_${one.decision}`)}</strong>{' '}
          {[
            one.answer,
            one.decidedBy?.name,
            one.decidedAt ? absolute(one.decidedAt) : '',
            one.carriedIn ? t('knowledge.carried_in', { n: one.carriedIn }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      ) : (
        <p>
          {one.decideBy ? t('knowledge.decide_by', { when: absolute(one.decideBy) }) : null}{' '}
          {mayDecide ? (
            <ActionButton label={t('knowledge.decide')} icon={IconGavel} onRun={() => setDeciding(true)} />
          ) : null}
        </p>
      )}
      <Dialog opened={deciding} close={() => setDeciding(false)} title={t('knowledge.decide')}>
        <DecideForm one={one} done={() => setDeciding(false)} />
      </Dialog>
    </article>
  );
}

function DecideForm({ one, done }: { one: Amendment; done: () => void }) {
  const draft = useDraftForm({
    subject: `article_amendment/${one.id}`,
    initial: { decision: null as Decision | null, answer: '' },
    check: ({ decision, answer }) => ({
      decision: decision ? null : t('knowledge.needed'),
      answer: answer.trim() ? null : t('knowledge.needed'),
    }),
    send: (values, options) => api.post(`articles/amendments/${one.id}/decide`, values, options),
    changes: () => [`article/${one.article.id}`, 'article', 'article_amendment', 'commitment'],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('knowledge.decide')}>
      <Choices
        label={t('knowledge.decision')}
        required
        options={DECISIONS.map((value) => ({ value, label: t(`knowledge.decision_${value}`) }))}
        value={form.values.decision}
        error={form.errors['decision']}
        onChange={(value) => form.setFieldValue('decision', value)}
      />
      <Textarea label={t('knowledge.answer')} required autosize minRows={2} {...form.getInputProps('answer')} />
      <p className="dim">{t('knowledge.adopted_why')}</p>
    </FormFrame>
  );
}
