import { Checkbox, Textarea } from '@mantine/core';
import { departmentWords } from '../../../matter/send-fields.tsx';
import { useDesk } from '../../../matter/kinds.ts';
import { api } from '../../../server/api.ts';
import { newId } from '../../../server/ids.ts';
import { nowMs } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import type { ActProps } from './act.ts';

/** By department: the id that its part will have, so that it is issued once, and what it is to do. */
type Values = { parts: Record<string, { id: string; task: string }> };

/** Hands one case to several departments at once, each with what it is to do. */
export function HandOut({ ticket, done }: ActProps) {
  const { departments } = useDesk();
  return (
    <ActForm<Values>
      ticket={ticket}
      name="parts"
      initial={{ parts: {} }}
      submit={t('formalities.parts_hand_out')}
      check={({ parts }) => ({
        parts: Object.keys(parts).length > 0 ? null : t('formalities.parts_needed'),
        ...Object.fromEntries(
          Object.entries(parts).map(([key, { task }]) => [
            `parts.${key}`,
            task.trim() ? null : t('formalities.parts_task_needed'),
          ]),
        ),
      })}
      send={({ parts }, options) => {
        const sent = Object.entries(parts).map(([departmentId, { id, task }]) => ({
          id,
          departmentId,
          task: task.trim(),
        }));
        return api.post(`tickets/${ticket.id}/parts`, { version: ticket.version, parts: sent }, options);
      }}
      done={done}
    >
      {(form) => {
        const { parts } = form.values;
        const choose = (chosen: string[]) =>
          form.setFieldValue(
            'parts',
            Object.fromEntries(
              chosen.map((key) => [key, parts[key] ?? { id: newId<'work_order'>(nowMs()), task: '' }]),
            ),
          );
        return (
          <>
            <Checkbox.Group
              label={t('formalities.parts_which')}
              required
              value={Object.keys(parts)}
              onChange={choose}
              error={form.errors['parts']}
            >
              {departments.map((one) => (
                <Checkbox key={one.id} value={one.id} label={departmentWords(one)} mt={6} />
              ))}
            </Checkbox.Group>
            {departments
              .filter(({ id }) => parts[id])
              .map((one) => (
                <Textarea
                  key={one.id}
                  label={t('formalities.parts_task', { department: departmentWords(one) })}
                  required
                  autosize
                  minRows={1}
                  value={parts[one.id]!.task}
                  error={form.errors[`parts.${one.id}`]}
                  onChange={({ currentTarget: { value } }) =>
                    form.setFieldValue('parts', { ...parts, [one.id]: { ...parts[one.id]!, task: value } })
                  }
                />
              ))}
          </>
        );
      }}
    </ActForm>
  );
}
