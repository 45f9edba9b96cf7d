import { Textarea } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Section } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { AmendmentCard } from './amendments.tsx';
import type { ArticleView } from './knowledge.ts';

/** What colleagues would have otherwise in these rules, and what was decided (KNOW-04). */
export function AmendmentsOf({ article }: { article: ArticleView }) {
  const [proposing, setProposing] = useState(false);
  const close = () => setProposing(false);
  return (
    <Section
      title={t('knowledge.view_amendments')}
      actions={
        <ActionButton
          label={t('knowledge.amend')}
          icon={IconMessagePlus}
          can={article.can}
          action="amend"
          onRun={() => setProposing(true)}
        />
      }
    >
      {article.amendments.length === 0 ? <p className="dim">{t('knowledge.no_amendments')}</p> : null}
      {article.amendments.map((one) => (
        <AmendmentCard key={one.id} one={one} mayDecide={article.can['decide'] === null} />
      ))}
      <Dialog opened={proposing} close={close} title={t('knowledge.amend')} size="lg">
        <AmendForm id={article.id} done={close} />
      </Dialog>
    </Section>
  );
}

function AmendForm({ id, done }: { id: string; done: () => void }) {
  const needed = (text: string) => (text.trim() ? null : t('knowledge.needed'));
  const draft = useDraftForm({
    subject: `article/${id}/amend`,
    initial: { proposed: '', why: '' },
    check: ({ proposed, why }) => ({ proposed: needed(proposed), why: needed(why) }),
    send: (values, options) => api.post(`articles/${id}/amendments`, values, options),
    changes: () => [`article/${id}`, 'article_amendment'],
    done: () => {
      say(t('knowledge.amended'));
      done();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('knowledge.amend_now')}>
      <Textarea
        label={t('knowledge.proposed')}
        required
        autosize
        minRows={3}
        data-autofocus
        {...draft.form.getInputProps('proposed')}
      />
      <Textarea label={t('knowledge.why')} required autosize minRows={2} {...draft.form.getInputProps('why')} />
    </FormFrame>
  );
}
