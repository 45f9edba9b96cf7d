import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDesk } from '../../matter/kinds.ts';
import { departmentWords } from '../../matter/send-fields.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { t } from '../../words/words.ts';
import type { Answers } from './make.ts';
import styles from './return-visits.module.css';

type PartProps = { form: UseFormReturnType<Answers> };

/** Something that is not right: a rectification notice, at once or owed within a day. */
export function FaultPart({ form }: PartProps) {
  const { departments } = useDesk();
  if (!form.values.hasFault)
    return <Checkbox label={t('return_visits.fault')} {...form.getInputProps('hasFault', { type: 'checkbox' })} />;
  return (
    <fieldset className={styles['part']}>
      <legend>{t('return_visits.notice_owed')}</legend>
      <Checkbox label={t('return_visits.fault')} {...form.getInputProps('hasFault', { type: 'checkbox' })} />
      <Textarea
        label={t('return_visits.fault_findings')}
        required
        autosize
        minRows={2}
        {...form.getInputProps('faultFindings')}
        error={form.errors['faultFindings'] ?? form.errors['fault.findings']}
      />
      <NativeSelect
        label={t('return_visits.fault_department')}
        data={[
          { value: '', label: t('return_visits.fault_own') },
          ...departments.map((one) => ({ value: one.id, label: departmentWords(one) })),
        ]}
        {...form.getInputProps('faultDepartmentId')}
        error={form.errors['fault.departmentId']}
      />
      <Checkbox
        label={t('return_visits.fault_now')}
        description={t('return_visits.fault_later')}
        {...form.getInputProps('faultNow', { type: 'checkbox' })}
      />
    </fieldset>
  );
}

/** What could not be answered at once: what will be answered, and by when. */
export function ReplyPart({ form }: PartProps) {
  const { hasReply, replyDueAt } = form.values;
  const ask = <Checkbox label={t('return_visits.reply')} {...form.getInputProps('hasReply', { type: 'checkbox' })} />;
  if (!hasReply) return ask;
  return (
    <fieldset className={styles['part']}>
      <legend>{t('return_visits.reply_owed')}</legend>
      {ask}
      <TextInput
        label={t('return_visits.reply_words')}
        required
        maxLength={200}
        {...form.getInputProps('replyWords')}
        error={form.errors['replyWords'] ?? form.errors['bookedReply.words']}
      />
      <MomentField
        label={t('return_visits.reply_due')}
        required
        value={replyDueAt}
        onChange={(at) => form.setFieldValue('replyDueAt', at)}
        error={form.errors['bookedReply.dueAt']}
      />
    </fieldset>
  );
}
