import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import type { Words } from '../../../src/kernel/words.ts';
import { moneyOf, moneyText } from '../../../src/kernel/money.ts';
import { api } from '../../server/api.ts';
import { useDesk } from '../../matter/kinds.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { say } from '../../ui/toast.ts';
import { language, said, t } from '../../words/words.ts';
import type { Offering, Told } from './offerings.ts';
import { told } from './offerings.ts';

const SERVICE = 'special_service';
const NOTHING: Words = { en: '', 'zh-hans': '', 'zh-hant': '' };

/** What was written in the language of the screen; languages that said the same, or nothing, say it too. */
function inAll(before: Words, text: string): Words {
  const was = said(before);
  const follow = (other: string): string => (other === '' || other === was ? text : other);
  const all = { en: follow(before.en), 'zh-hans': follow(before['zh-hans']), 'zh-hant': follow(before['zh-hant']) };
  return { ...all, [language()]: text };
}

type Values = Record<Told | 'name', string> & {
  amount: string;
  departmentId: string | null;
  isService: boolean;
  published: boolean;
  closed: boolean;
  why: string;
};

function valuesOf(offering: Offering | null): Values {
  const text = (key: Told | 'name') => (offering ? said(offering[key]) : '');
  return {
    name: text('name'),
    features: text('features'),
    price: text('price'),
    discount: text('discount'),
    steps: text('steps'),
    method: text('method'),
    usualTime: text('usualTime'),
    unit: text('unit'),
    hours: text('hours'),
    amount: offering && offering.amount !== null ? moneyText(offering.amount) : '',
    departmentId: offering?.department?.id ?? null,
    isService: offering ? offering.kind !== null : true,
    published: offering?.published ?? false,
    closed: Boolean(offering?.closedAt),
    why: '',
  };
}

function bodyOf(values: Values, offering: Offering | null) {
  const texts = ['name', ...told.map(([key]) => key)] as const;
  return {
    ...Object.fromEntries(texts.map((key) => [key, inAll(offering?.[key] ?? NOTHING, values[key].trim())])),
    amount: values.amount.trim() === '' ? null : moneyOf(values.amount),
    departmentId: values.departmentId,
    kind: values.isService ? (offering?.kind ?? SERVICE) : null,
    published: values.published,
  };
}

/** A new version of what is told, or something new to offer. */
export function EditOffering({ offering, done }: { offering: Offering | null; done: () => void }) {
  const { departments } = useDesk();
  const draft = useDraftForm<Values, unknown>({
    subject: `offering/${offering?.id ?? 'new'}`,
    initial: valuesOf(offering),
    check: (values) => ({
      name: values.name.trim() ? null : t('services.needed'),
      amount: values.amount.trim() === '' || moneyOf(values.amount) !== null ? null : t('services.amount_wrong'),
      departmentId: values.isService && !values.departmentId ? t('services.needed') : null,
      why: offering && values.why.trim() === '' ? t('calendars.why_needed') : null,
    }),
    send: (values, options) =>
      offering
        ? api.put(
            `offerings/${offering.id}`,
            { ...bodyOf(values, offering), version: offering.version, closed: values.closed, why: values.why.trim() },
            options,
          )
        : api.post('offerings', bodyOf(values, null), options),
    changes: () => ['offering'],
    done: () => {
      say(t('services.saved'));
      done();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('services.save')}>
      <p className="dim">{t('services.one_language')}</p>
      <TextInput label={t('services.name')} required {...form.getInputProps('name')} />
      {told.map(([key, label]) => (
        <Textarea key={key} label={t(label)} autosize minRows={1} {...form.getInputProps(key)} />
      ))}
      <TextInput
        label={t('services.amount')}
        description={t('services.amount_why')}
        inputMode="decimal"
        {...form.getInputProps('amount')}
      />
      <Select
        label={t('services.department')}
        clearable
        data={departments.map((one) => ({ value: one.id, label: said(one.name) }))}
        {...form.getInputProps('departmentId')}
      />
      <Checkbox label={t('services.is_service')} {...form.getInputProps('isService', { type: 'checkbox' })} />
      <Checkbox label={t('services.published')} {...form.getInputProps('published', { type: 'checkbox' })} />
      {offering ? (
        <Checkbox label={t('services.closed')} {...form.getInputProps('closed', { type: 'checkbox' })} />
      ) : null}
      {offering ? (
        <TextInput label={t('calendars.why')} required maxLength={200} {...form.getInputProps('why')} />
      ) : null}
    </FormFrame>
  );
}
