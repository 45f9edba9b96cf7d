import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { findPeople } from '../../../server/finders.ts';
import { AskFirst } from '../../../ui/ask-first.tsx';
import type { Picked } from '../../../ui/form/async-picker.tsx';
import { AsyncPicker } from '../../../ui/form/async-picker.tsx';
import { FormProblem } from '../../../ui/form/form-problem.tsx';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import type { Person } from './people.ts';

const reasons = ['resigned', 'transferred', 'retired', 'dismissed', 'other'] as const;

/** Leaving for good moves everything open to one person in one act; it says how much that is before it is done. */
export function Leave({ person, opened, close }: { person: Person; opened: boolean; close: () => void }) {
  const [reason, setReason] = useState<string>('resigned');
  const [successor, setSuccessor] = useState<Picked | null>(null);
  const open = person.openTickets + person.openWorkOrders;
  const leave = useWrite({
    send: (_: void, options) =>
      api.post(`people/${person.id}/leave`, { reason, ...(successor ? { successorId: successor.id } : {}) }, options),
    changes: () => ['person', `person/${person.id}`, 'post', 'duty', 'ticket', 'work_order', 'commitment'],
    done: () => {
      say(
        successor
          ? t('people.left_moved', { name: person.name, count: open, successor: successor.label })
          : t('people.left_done', { name: person.name }),
      );
      close();
    },
    failed: () => true,
  });
  return (
    <AskFirst
      opened={opened}
      close={close}
      title={t('people.leave_title', { name: person.name })}
      act={t('people.leave_act')}
      busy={leave.busy}
      refused={open > 0 && !successor ? t('people.successor_needed') : null}
      run={() => void leave.run()}
    >
      <p>{t('people.leave_why')}</p>
      <p>
        <strong>{t('people.leave_moves', { tickets: person.openTickets, orders: person.openWorkOrders })}</strong>
      </p>
      <AsyncPicker
        label={t('people.successor')}
        name="people"
        search={findPeople(person.id)}
        value={successor}
        onChange={setSuccessor}
        required={open > 0}
      />
      <NativeSelect
        label={t('people.leave_reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data={reasons.map((one) => ({ value: one, label: t(`people.leave_${one}`) }))}
      />
      <FormProblem problem={leave.problem} shown={[]} />
    </AskFirst>
  );
}
