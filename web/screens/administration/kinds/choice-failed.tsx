import { Checkbox, NativeSelect } from '@mantine/core';
import type { Field, Kind } from '../../../../src/pack/format.ts';
import { useDesk } from '../../../matter/kinds.ts';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';

type Choice = NonNullable<Field['choices']>[number];
type Failed = { department: string; saidIn?: string | undefined; stays?: true | undefined };
type ChoiceFailedProps = { kind: Kind; choice: Choice; put: (choice: Choice) => void };

/** Whether a choice says that a line is out of order, whose hands are sent then, and where it is said what is wrong. */
export function ChoiceFailed({ kind, choice, put }: ChoiceFailedProps) {
  const { departments } = useDesk();
  const { failed, ...rest } = choice;
  const putFailed = ({ department, saidIn, stays }: Failed) =>
    put({ ...rest, failed: { department, ...(saidIn ? { saidIn } : {}), ...(stays ? { stays } : {}) } });
  const nothing = { value: '', label: t('kinds.failed_none') };
  return (
    <div className={styles['fields']}>
      <NativeSelect
        label={t('kinds.failed')}
        value={failed?.department ?? ''}
        data={[nothing, ...departments.map((one) => ({ value: one.key, label: said(one.name) }))]}
        onChange={({ currentTarget: { value } }) =>
          put(value ? { ...rest, failed: { ...failed, department: value } } : rest)
        }
      />
      {failed ? (
        <>
          <NativeSelect
            label={t('kinds.failed_said_in')}
            value={failed.saidIn ?? ''}
            data={[
              nothing,
              ...kind.fields
                .filter((field) => field.type === 'text' || field.type === 'long_text')
                .map((field) => ({ value: field.key, label: said(field.name) || field.key })),
            ]}
            onChange={({ currentTarget: { value } }) => putFailed({ ...failed, saidIn: value || undefined })}
          />
          <Checkbox
            label={t('kinds.failed_stays')}
            description={t('kinds.failed_stays_why')}
            checked={failed.stays === true}
            onChange={({ currentTarget: { checked } }) => putFailed({ ...failed, stays: checked || undefined })}
          />
        </>
      ) : null}
    </div>
  );
}
