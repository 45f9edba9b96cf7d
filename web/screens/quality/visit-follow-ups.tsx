import { Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Section } from '../../ui/section.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { DepartmentSelect } from '../notices/department-select.tsx';
import type { VisitPage } from '../return-visits/visits.ts';
import styles from './quality.module.css';

/** What a visit brought up goes further: measures against recurrence (COMP-21), the opinion to the person in charge (VISIT-23). */
export function VisitFollowUps({ visit }: { visit: VisitPage }) {
  const navigate = useNavigate();
  const opens = useRight('rectification.issue');
  const reports = useRight('return_visit.make');
  const [reporting, setReporting] = useState(false);
  const department = visit.faultDepartment?.id ?? visit.department?.id;
  const pattern = visit.fault && visit.faultDepartment ? `visit_fault|${visit.faultDepartment.id}` : undefined;
  if (!opens && !reports) return null;
  return (
    <Section title={t('improvement.further')}>
      <div className={styles['row']}>
        {opens ? (
          <ActionButton
            label={t('improvement.new')}
            onRun={() =>
              void navigate({
                to: '/quality/actions/new' as string,
                search: { visit: visit.id, department, pattern } as never,
              })
            }
          />
        ) : null}
        {reports ? <ActionButton label={t('feedback.report_opinion')} onRun={() => setReporting(true)} /> : null}
      </div>
      <Dialog opened={reporting} close={() => setReporting(false)} title={t('feedback.report_opinion')}>
        <OpinionForm visit={visit} close={() => setReporting(false)} />
      </Dialog>
    </Section>
  );
}

function OpinionForm({ visit, close }: { visit: VisitPage; close: () => void }) {
  const [id] = useState(() => newId<'feedback'>(nowMs()));
  const draft = useDraftForm({
    subject: `feedback/visit/${visit.id}`,
    initial: {
      departmentId: visit.department?.id ?? '',
      text: [visit.opinion, visit.criticism].filter(Boolean).join('\n'),
    },
    check: ({ departmentId, text }) => ({
      departmentId: departmentId ? null : t('improvement.department_needed'),
      text: text.trim() ? null : t('feedback.text_needed'),
    }),
    send: (values, options) => api.post('feedback/opinions', { id, ...values, visitId: visit.id }, options),
    changes: () => ['feedback', 'commitment'],
    done: () => {
      say(t('feedback.given'));
      close();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('feedback.report_opinion')}>
      <DepartmentSelect {...draft.form.getInputProps('departmentId')} />
      <Textarea label={t('feedback.opinion')} required autosize minRows={3} {...draft.form.getInputProps('text')} />
    </FormFrame>
  );
}
