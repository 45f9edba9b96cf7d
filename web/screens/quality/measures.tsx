import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, ms, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { ActionPage, Measure } from './improvements.ts';
import { changedBy, ruleAddress, ruleWords } from './improvements.ts';

/** Planned against actual: each measure with its person, its day, and what was done. */
export function Measures({ action }: { action: ActionPage }) {
  const [reporting, report] = useState<Measure | null>(null);
  return (
    <Section title={t('improvement.measures')} aside={t('improvement.done_of', action)}>
      <Table
        label={t('improvement.measures')}
        rows={action.plan}
        rowId={(row) => row.id}
        columns={[
          { key: 'text', label: t('improvement.measure'), cell: (row) => row.text },
          { key: 'round', label: t('improvement.round'), cell: (row) => row.round },
          { key: 'person', label: t('improvement.by_whom'), cell: (row) => row.person.name },
          { key: 'due', label: t('improvement.by_when'), cell: (row) => absolute(row.dueAt) },
          { key: 'rule', label: t('improvement.rule'), cell: (row) => <Rule measure={row} /> },
          { key: 'state', label: t('quality.state'), cell: measureState },
          { key: 'done', label: t('improvement.what_done'), cell: doneWords },
          {
            key: 'report',
            label: t('improvement.report'),
            acts: true,
            cell: (row) =>
              row.can['report'] === null ? (
                <ActionButton label={t('improvement.report')} onRun={() => report(row)} />
              ) : null,
          },
        ]}
      />
      <Dialog opened={reporting !== null} close={() => report(null)} title={t('improvement.report')}>
        {reporting ? <ReportForm action={action} measure={reporting} close={() => report(null)} /> : null}
      </Dialog>
    </Section>
  );
}

function Rule({ measure: { rule } }: { measure: Measure }) {
  return rule ? <Go to={ruleAddress(rule)}>{ruleWords(rule)}</Go> : null;
}

function measureState({ outcome, dueAt, doneAt }: Measure): string {
  if (doneAt) return outcome === 'late' ? t('improvement.done_late') : t('improvement.done_in_time');
  if (outcome === 'cancelled') return t('improvement.not_owed');
  return ms(dueAt) < nowMs() ? t('improvement.overdue') : t('improvement.owed');
}

function doneWords({ doneText, doneBy, doneAt }: Measure): string | null {
  return doneAt ? `${doneText} · ${doneBy?.name ?? ''} · ${absolute(doneAt)}` : null;
}

type ReportProps = { action: ActionPage; measure: Measure; close: () => void };

function ReportForm({ action, measure, close }: ReportProps) {
  const draft = useDraftForm({
    subject: `improvement_measure/${measure.id}`,
    initial: { text: '' },
    check: ({ text }) => ({ text: text.trim() ? null : t('improvement.done_needed') }),
    send: (values, options) => api.post(`improvement-measures/${measure.id}/report`, values, options),
    changes: () => changedBy(action),
    done: () => {
      say(t('improvement.reported'));
      close();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('improvement.report')}>
      <p>{measure.text}</p>
      <Textarea
        label={t('improvement.what_done')}
        required
        autosize
        minRows={2}
        {...draft.form.getInputProps('text')}
      />
    </FormFrame>
  );
}
