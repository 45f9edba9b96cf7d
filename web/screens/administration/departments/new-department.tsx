import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { newId } from '../../../server/ids.ts';
import { useSession } from '../../../session/session.ts';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { nowMs } from '../../../ui/time.ts';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import { nameProblem } from '../names-fields.tsx';
import { keyOf } from '../posts/post-values.ts';
import type { Values } from './department-fields.tsx';
import { DepartmentFields, valuesOf } from './department-fields.tsx';

/** A department or an outside firm more. */
export function NewDepartment({ close }: { close: () => void }) {
  const [id] = useState(() => newId<'department'>(nowMs()));
  const { centre } = useSession();
  const draft = useDraftForm<Values, unknown>({
    subject: 'department/new',
    initial: valuesOf(null),
    check: ({ name, calendarId }) => ({
      name: nameProblem(name),
      calendarId: calendarId ? null : t('departments.calendar_needed'),
    }),
    send: ({ closed: _, phone, ...values }, options) => {
      const body = { ...values, phone: phone.trim() || null };
      return api.post('departments', { ...body, id, key: keyOf(values.name.en, id), centreId: centre.id }, options);
    },
    changes: () => ['department', 'calendar'],
    done: () => {
      say(t('people.saved'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('people.save')}>
      <DepartmentFields
        values={form.getValues()}
        change={(some) => form.setValues(some)}
        errors={{ name: form.errors['name'], calendarId: form.errors['calendarId'] }}
      />
    </FormFrame>
  );
}
