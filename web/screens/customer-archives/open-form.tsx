import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { KeeperFields, keeperProblems } from './keeper-fields.tsx';

type Values = { departmentId: string; keeperId: string };

/** Sets up archives of these customers, for a department, with somebody who looks after them. */
export function OpenForm({ customers, close }: { customers: readonly string[]; close: () => void }) {
  const draft = useDraftForm<Values, { opened: number }>({
    subject: null,
    initial: { departmentId: '', keeperId: '' },
    check: keeperProblems,
    send: (values, options) => api.post('customer-archives', { customerIds: customers, ...values }, options),
    changes: () => ['customer_archive', 'commitment'],
    done: ({ opened }) => {
      say(t('customer_archives.opened', { count: opened }));
      close();
    },
  });
  const of = draft.form.getInputProps;
  return (
    <FormFrame draft={draft} submit={t('customer_archives.open')}>
      <KeeperFields departmentId={of('departmentId')} keeperId={of('keeperId')} />
    </FormFrame>
  );
}
