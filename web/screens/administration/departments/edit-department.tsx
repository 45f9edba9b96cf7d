import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useHeld } from '../../../ui/form/known.ts';
import { say } from '../../../ui/toast.ts';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { Apply } from '../apply.tsx';
import { KeptVersions } from '../kept-versions.tsx';
import { nameProblem } from '../names-fields.tsx';
import type { Department } from '../people/people.ts';
import { useDepartments } from '../people/people.ts';
import type { DepartmentEffect } from './department-effect.tsx';
import { DepartmentEffectWords } from './department-effect.tsx';
import type { Values } from './department-fields.tsx';
import { DepartmentFields, valuesOf } from './department-fields.tsx';

/** A department changed or given up: its effect first; of one in use, where its work goes; then why. */
export function EditDepartment({ department, close }: { department: Department; close: () => void }) {
  const { id } = department;
  const [workTo, setWorkTo] = useState('');
  const held = useHeld<Values>({ initial: valuesOf(department), version: department.version }, `department/${id}`);
  const { value: values, set } = held;
  const others = useDepartments().filter((one) => one.id !== id && !one.closed);
  const givesUp = values.closed && !department.closed;
  const wrong = nameProblem(values.name) ?? (values.calendarId ? null : t('departments.calendar_needed'));
  return (
    <div className={styles['stack']}>
      <DepartmentFields values={values} change={(some) => set({ ...values, ...some })} />
      <Checkbox
        size="md"
        label={t('departments.is_closed')}
        description={t('departments.is_closed_why')}
        checked={values.closed}
        onChange={(event) => set({ ...values, closed: event.currentTarget.checked })}
      />
      {givesUp ? (
        <NativeSelect
          label={t('departments.work_to')}
          description={t('departments.work_to_why')}
          data={[
            { value: '', label: t('people.choose') },
            ...others.map((one) => ({ value: one.id, label: said(one.name) })),
          ]}
          value={workTo}
          onChange={(event) => setWorkTo(event.currentTarget.value)}
        />
      ) : null}
      <Apply<DepartmentEffect>
        address={`departments/${id}`}
        body={{ ...values, phone: values.phone.trim() || null, ...(givesUp && workTo ? { workTo } : {}) }}
        method="patch"
        held={held}
        changes={['department', 'calendar', 'organisation', 'ticket', 'commitment', 'offering']}
        previewFirst={t('departments.preview_first')}
        unfit={wrong}
        applied={() => t('people.saved')}
        show={(effect) => <DepartmentEffectWords effect={effect} moves={givesUp && workTo !== ''} />}
        refused={(effect) => (effect.faults.length > 0 ? t('departments.cannot') : null)}
        done={close}
      />
      <KeptVersions
        address={`departments/${id}/versions`}
        about={['department']}
        putBack={({ phone, ...content }) => {
          set({ ...values, ...content, phone: String(phone ?? '') } as Values);
          say(t('departments.put_back_done'));
        }}
      />
    </div>
  );
}
