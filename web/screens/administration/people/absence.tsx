import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Instant } from '../../../../src/kernel/time.ts';
import { api } from '../../../server/api.ts';
import { findPeople } from '../../../server/finders.ts';
import { newId } from '../../../server/ids.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { Picked } from '../../../ui/form/async-picker.tsx';
import { AsyncPicker } from '../../../ui/form/async-picker.tsx';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { Facts, Section } from '../../../ui/section.tsx';
import { instantOf, nowMs } from '../../../ui/time.ts';
import { say } from '../../../ui/toast.ts';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import styles from '../administration.module.css';
import type { Person } from './people.ts';

const changesOf = (person: Person) => ['person', `person/${person.id}`, 'duty', 'ticket', 'work_order'] as const;

/** The absence that runs or comes next; reported with who takes over, ended when somebody is back earlier. */
export function AbsenceOf({ person }: { person: Person }) {
  const [reporting, setReporting] = useState(false);
  const { absence } = person;
  const end = useWrite<string>({
    send: (id, options) => api.post(`absences/${id}/end`, {}, options),
    changes: () => changesOf(person),
    done: () => say(t('people.absence_ended')),
  });
  return (
    <Section
      title={t('people.absence')}
      actions={
        <>
          {absence ? (
            <ActionButton label={t('people.end_absence')} busy={end.busy} onRun={() => void end.run(absence.id)} />
          ) : null}
          <ActionButton
            label={t('people.report_absence')}
            can={person.can}
            action="report_absence"
            onRun={() => setReporting(true)}
          />
        </>
      }
    >
      {absence ? (
        <Facts
          lines={[
            { label: t('people.from'), value: <When at={absence.from} /> },
            {
              label: t('people.until'),
              value: absence.until ? <When at={absence.until} /> : t('people.until_open'),
            },
            { label: t('people.absence_reason'), value: absence.reason },
            { label: t('people.successor'), value: absence.successorName ?? t('people.no_successor') },
          ]}
        />
      ) : (
        <p className="dim">{t('people.no_absence')}</p>
      )}
      <Dialog
        opened={reporting}
        close={() => setReporting(false)}
        title={t('people.absence_title', { name: person.name })}
      >
        <AbsenceForm person={person} close={() => setReporting(false)} />
      </Dialog>
    </Section>
  );
}

type Values = { from: Instant | null; until: Instant | null; reason: string; successor: Picked | null };

function AbsenceForm({ person, close }: { person: Person; close: () => void }) {
  const [id] = useState(() => newId<'absence'>(nowMs()));
  const draft = useDraftForm<Values>({
    subject: `absence/new/${person.id}`,
    initial: { from: instantOf(nowMs()), until: null, reason: '', successor: null },
    check: (values) => ({
      from: values.from ? null : t('people.from_needed'),
      reason: values.reason.trim() ? null : t('people.reason_needed'),
    }),
    send: ({ from, until, reason, successor }, options) => {
      const body = {
        id,
        from,
        reason,
        ...(until ? { until } : {}),
        ...(successor ? { successorId: successor.id } : {}),
      };
      return api.post(`people/${person.id}/absences`, body, options);
    },
    changes: () => changesOf(person),
    done: () => {
      say(t('people.absence_reported'));
      close();
    },
  });
  const { form } = draft;
  const values = form.getValues();
  return (
    <FormFrame draft={draft} submit={t('people.report_absence')}>
      <p className="dim">{t('people.absence_why', { tickets: person.openTickets, orders: person.openWorkOrders })}</p>
      <div className={styles['fields']}>
        <MomentField
          label={t('people.from')}
          value={values.from}
          onChange={(from) => form.setFieldValue('from', from)}
          error={form.errors['from']}
          quick={[{ label: t('people.from_now'), at: instantOf(nowMs()) }]}
        />
        <MomentField
          label={t('people.until')}
          value={values.until}
          onChange={(until) => form.setFieldValue('until', until)}
          error={form.errors['until']}
          quick={[]}
        />
      </div>
      <TextInput label={t('people.absence_reason')} required maxLength={200} {...form.getInputProps('reason')} />
      <AsyncPicker
        label={t('people.successor')}
        name="people"
        search={findPeople(person.id)}
        value={values.successor}
        error={form.errors['successorId']}
        onChange={(successor) => form.setFieldValue('successor', successor)}
      />
    </FormFrame>
  );
}
