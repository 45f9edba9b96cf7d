import { NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { ActionButton } from '../../ui/action-button.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { t } from '../../words/words.ts';
import styles from './day-plan.module.css';
import type { ItemValues, TakeOverValues } from './take-over.ts';
import { newItem } from './take-over.ts';

type ItemFieldsProps = { draft: DraftForm<TakeOverValues>; people: { value: string; label: string }[] };

/** What it is broken into: each with a person and a due time. */
export function ItemFields({ draft: { form }, people }: ItemFieldsProps) {
  const { items, sort } = form.values;
  const set = (next: ItemValues[]) => form.setFieldValue('items', next);
  const change = (at: number, changed: Partial<ItemValues>) =>
    set(items.map((one, index) => (index === at ? { ...one, ...changed } : one)));
  return (
    <>
      {items.map((item, at) => (
        <fieldset key={item.id} className={styles['part']}>
          <legend>{t('day.item', { number: at + 1 })}</legend>
          <TextInput
            label={t('day.item_what')}
            required
            maxLength={200}
            value={item.title}
            error={form.errors['items']}
            onChange={(event) => change(at, { title: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('day.to')}
            required
            data={[{ value: '', label: '' }, ...people]}
            value={item.personId}
            onChange={(event) => change(at, { personId: event.currentTarget.value })}
          />
          <MomentField label={t('day.due')} required value={item.dueAt} onChange={(dueAt) => change(at, { dueAt })} />
          {sort === 'department' ? (
            <>
              <TextInput
                label={t('day.quantity')}
                required
                inputMode="numeric"
                maxLength={6}
                value={item.quantity}
                onChange={(event) => change(at, { quantity: event.currentTarget.value })}
              />
              <TextInput
                label={t('day.unit')}
                required
                maxLength={20}
                value={item.unit}
                onChange={(event) => change(at, { unit: event.currentTarget.value })}
              />
            </>
          ) : null}
          {items.length > 1 ? (
            <ActionButton
              label={t('day.remove_item', { number: at + 1 })}
              icon={IconX}
              kind="quiet"
              onRun={() => set(items.filter((_, index) => index !== at))}
            />
          ) : null}
        </fieldset>
      ))}
      <div>
        <ActionButton label={t('day.add_item')} icon={IconPlus} kind="quiet" onRun={() => set([...items, newItem()])} />
      </div>
    </>
  );
}
