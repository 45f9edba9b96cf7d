import { NativeSelect } from '@mantine/core';
import type { Field } from '../../../../src/pack/format.ts';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';

type When = NonNullable<Field['when']>;
type Props<Of> = { others: readonly Field[]; of: Of; set: (of: Of) => void };

/** Asked always, or only where another field holds a value. */
export function FieldWhen<Of extends { when?: When | undefined }>({ others: fields, of, set }: Props<Of>) {
  const others = fields.filter((one) => one.type === 'choice' || one.type === 'yes_no');
  const { when, ...rest } = of;
  const change = (next: When | null) => set((next ? { ...rest, when: next } : rest) as Of);
  const other = others.find((one) => one.key === when?.field);
  const values = other ? valuesOf(other) : [];
  const choose = (key: string) => {
    const found = others.find((one) => one.key === key);
    change(found ? { field: key, is: valuesOf(found)[0]?.is ?? '' } : null);
  };
  return (
    <div className={styles['fields']}>
      <NativeSelect
        label={t('kinds.when')}
        value={when?.field ?? ''}
        data={[
          { value: '', label: t('kinds.when_always') },
          ...others.map((one) => ({ value: one.key, label: said(one.name) || one.key })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {when && other ? (
        <NativeSelect
          label={t('kinds.when_is')}
          value={String(when.is)}
          data={values.map((one) => ({ value: String(one.is), label: one.label }))}
          onChange={(event) => {
            const is = values.find((one) => String(one.is) === event.currentTarget.value)?.is;
            if (is !== undefined) change({ field: other.key, is });
          }}
        />
      ) : null}
    </div>
  );
}

function valuesOf(field: Field): { is: string | boolean; label: string }[] {
  if (field.type === 'yes_no')
    return [
      { is: true, label: t('matter.yes') },
      { is: false, label: t('matter.no') },
    ];
  return (field.choices ?? []).map((choice) => ({ is: choice.key, label: said(choice.name) || choice.key }));
}
