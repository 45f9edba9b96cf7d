import { Textarea } from '@mantine/core';
import { asksForAnAnswer } from '../../../src/return-visit/return-visit.ts';
import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Section } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { VisitPage } from './visits.ts';
import { changedBy } from './visits.ts';

/** The head of the department has read the slip; where the customer said something on which to act, he says what was told. */
export function SignForm({ visit }: { visit: VisitPage }) {
  const { opinion, criticism, adoptedProposals, fault } = visit;
  const asked = asksForAnAnswer({ opinion, criticism, adopted_proposals: adoptedProposals, fault });
  const draft = useDraftForm({
    subject: `return_visit/${visit.id}/sign`,
    initial: { resultTold: '' },
    check: ({ resultTold }) => ({ resultTold: asked && !resultTold.trim() ? t('return_visits.sign_needed') : null }),
    send: (values, options) =>
      api.post(`return-visits/${visit.id}/sign`, { ...values, version: visit.version }, options),
    changes: () => changedBy(visit),
    done: () => say(t('return_visits.signed_done')),
  });
  return (
    <Section title={t('return_visits.sign_title')}>
      <FormFrame draft={draft} submit={t('return_visits.sign')}>
        <Textarea
          label={t('return_visits.sign_told')}
          required={asked}
          autosize
          minRows={2}
          {...draft.form.getInputProps('resultTold')}
        />
      </FormFrame>
    </Section>
  );
}
