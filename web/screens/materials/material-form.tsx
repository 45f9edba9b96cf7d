import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { moneyOf, moneyText } from '../../../src/kernel/money.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { moneyWords } from '../../ui/money.ts';
import { absolute, nowMs } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { Material, Materials } from './materials-data.ts';
import { wholeOf } from './materials-data.ts';

type Props = { material: Material | null; costKinds: Materials['costKinds']; done: () => void };
type Values = {
  name: string;
  unit: string;
  costKind: string;
  price: string;
  keepAtLeast: string;
  closed: boolean;
};

/** What a material is called, counted in, bought under and kept at; what it said before stands below. */
export function MaterialForm({ material, costKinds, done }: Props) {
  const [id] = useState(() => material?.id ?? newId<'material'>(nowMs()));
  const draft = useDraftForm<Values>({
    subject: `material/${material?.id ?? 'new'}`,
    initial: {
      name: material?.name ?? '',
      unit: material?.unit ?? '',
      costKind: material?.costKind.key ?? costKinds[0]?.key ?? '',
      price: material ? moneyText(material.price) : '',
      keepAtLeast: String(material?.keepAtLeast ?? 0),
      closed: material?.closed ?? false,
    },
    check: ({ name, unit, price, keepAtLeast }) => ({
      name: name.trim() ? null : t('materials.name_needed'),
      unit: unit.trim() ? null : t('materials.unit_needed'),
      price: (moneyOf(price) ?? -1) >= 0 ? null : t('budget.amount_wrong'),
      keepAtLeast: wholeOf(keepAtLeast) === null ? t('materials.whole_needed') : null,
    }),
    send: ({ price, keepAtLeast, closed, ...values }, options) => {
      const body = { ...values, price: moneyOf(price), keepAtLeast: wholeOf(keepAtLeast) };
      return material
        ? api.put(`materials/${material.id}`, { ...body, closed }, options)
        : api.post('materials', { id, ...body }, options);
    },
    changes: () => ['material', 'material_plan'],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('materials.keep')}>
      <TextInput label={t('materials.name')} required maxLength={200} {...form.getInputProps('name')} />
      <TextInput label={t('materials.unit')} required maxLength={20} {...form.getInputProps('unit')} />
      <NativeSelect
        label={t('budget.line')}
        data={costKinds.map(({ key, name }) => ({ value: key, label: said(name) }))}
        {...form.getInputProps('costKind')}
      />
      <TextInput
        label={t('materials.price')}
        required
        inputMode="decimal"
        maxLength={20}
        {...form.getInputProps('price')}
      />
      <TextInput
        label={t('materials.keep_at_least')}
        required
        inputMode="numeric"
        maxLength={7}
        {...form.getInputProps('keepAtLeast')}
      />
      {material ? (
        <Checkbox label={t('materials.close')} {...form.getInputProps('closed', { type: 'checkbox' })} />
      ) : null}
      {(material?.changes ?? []).map((one) => (
        <p key={one.at} className="dim">
          {t('materials.before', {
            words: `${one.name}（${one.unit}） · ${moneyWords(one.price, material!.currency)} · ${one.keepAtLeast}`,
            name: one.by?.name ?? '',
            when: absolute(one.at),
          })}
        </p>
      ))}
    </FormFrame>
  );
}
