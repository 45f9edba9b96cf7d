import { NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { moneyOf, moneyText } from '../../../src/kernel/money.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { moneyWords } from '../../ui/money.ts';
import { EmptyState } from '../../ui/states.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { Materials, PlanPage } from './materials-data.ts';
import { aboutMaterial, materialOptions, useMaterials, wholeOf } from './materials-data.ts';
import styles from './materials.module.css';

type Line = { materialId: string; quantity: string; price: string; neededBy: string; personId: string };
type Values = { lines: Line[]; why: string };

const EMPTY: Line = { materialId: '', quantity: '', price: '', neededBy: '', personId: '' };

/** What is required: each material with how many, at what price, by which day and who sees to it; another version says why. */
export function DrawUpPlan({ page, done }: { page: PlanPage; done: () => void }) {
  const { department, month, newest } = page;
  const { data: materials } = useMaterials();
  const draft = useDraftForm<Values>({
    subject: `material_plan/${department!.id}/${month}/${newest}`,
    initial: { lines: linesOf(page), why: '' },
    check: ({ lines, why }) => ({
      lines: lines.every((line) => isWhole(line, month)) ? null : t('materials.lines_needed'),
      why: newest > 0 && !why.trim() ? t('budget.why_needed') : null,
    }),
    send: ({ lines, why }, options) =>
      api.post(
        'material-plans',
        {
          departmentId: department!.id,
          month,
          lines: lines.map((line) => ({ ...line, quantity: wholeOf(line.quantity), price: moneyOf(line.price) })),
          why: why.trim(),
          seen: newest,
        },
        options,
      ),
    changes: () => aboutMaterial,
    done: () => {
      say(t('materials.plan_sent'));
      done();
    },
  });
  if (materials && materialOptions(materials).length === 0)
    return <EmptyState title={t('materials.no_materials')}>{t('materials.no_materials_why')}</EmptyState>;
  const { lines } = draft.form.getValues();
  const total = lines.reduce((sum, one) => sum + (wholeOf(one.quantity) ?? 0) * (moneyOf(one.price) ?? 0), 0);
  return (
    <FormFrame draft={draft} submit={t('budget.submit')}>
      <Lines draft={draft} materials={materials} month={month} />
      <p role="status">
        <strong>{t('budget.total_of', { amount: moneyWords(total, page.currency) })}</strong>
      </p>
      <TextInput
        label={newest > 0 ? t('budget.why_changed') : t('budget.rests_on')}
        required={newest > 0}
        maxLength={1_000}
        {...draft.form.getInputProps('why')}
      />
    </FormFrame>
  );
}

/** As it was last asked for, else as it is in force; a fresh one begins with one empty line. */
function linesOf({ versions }: PlanPage): Line[] {
  const last = versions.find(({ decision }) => decision === null || decision === 'approved') ?? versions[0];
  const lines = (last?.lines ?? []).map((line) => ({
    materialId: line.material.id,
    quantity: String(line.quantity),
    price: moneyText(line.price),
    neededBy: line.neededBy,
    personId: line.person?.id ?? '',
  }));
  return lines.length === 0 ? [EMPTY] : lines;
}

function isWhole({ materialId, quantity, price, neededBy, personId }: Line, month: string): boolean {
  const numbers = (wholeOf(quantity) ?? 0) > 0 && (moneyOf(price) ?? -1) >= 0;
  return numbers && materialId !== '' && personId !== '' && neededBy.slice(0, 7) === month;
}

type LinesProps = { draft: DraftForm<Values>; materials: Materials | undefined; month: string };

function Lines({ draft: { form }, materials, month }: LinesProps) {
  const { lines } = form.values;
  const { people } = useDesk();
  const none = { value: '', label: '' };
  const set = (next: Line[]) => form.setFieldValue('lines', next);
  const change = (at: number, to: Partial<Line>) =>
    set(lines.map((one, index) => (index === at ? { ...one, ...to } : one)));
  const pick = (at: number, materialId: string) => {
    const price = materials?.items.find(({ id }) => id === materialId)?.price;
    change(at, { materialId, ...(price === undefined ? {} : { price: moneyText(price) }) });
  };
  return (
    <>
      {lines.map((line, at) => (
        <fieldset key={at} className={styles['line']}>
          <legend>{t('materials.line_no', { n: at + 1 })}</legend>
          <NativeSelect
            label={t('materials.material')}
            required
            data={[none, ...materialOptions(materials)]}
            value={line.materialId}
            error={form.errors['lines']}
            onChange={(event) => pick(at, event.currentTarget.value)}
          />
          {(['quantity', 'price'] as const).map((field) => (
            <TextInput
              key={field}
              label={t(`materials.${field}`)}
              required
              inputMode={field === 'price' ? 'decimal' : 'numeric'}
              maxLength={12}
              value={line[field]}
              onChange={(event) => change(at, { [field]: event.currentTarget.value })}
            />
          ))}
          <TextInput
            type="date"
            label={t('materials.needed_by')}
            required
            min={`${month}-01`}
            value={line.neededBy}
            onChange={(event) => change(at, { neededBy: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('materials.sees_to_it')}
            required
            data={[none, ...peopleOptions(people)]}
            value={line.personId}
            onChange={(event) => change(at, { personId: event.currentTarget.value })}
          />
          {lines.length > 1 ? (
            <ActionButton
              label={t('materials.remove_line', { n: at + 1 })}
              icon={IconX}
              kind="quiet"
              onRun={() => set(lines.filter((_, index) => index !== at))}
            />
          ) : null}
        </fieldset>
      ))}
      <div>
        <ActionButton
          label={t('materials.add_line')}
          icon={IconPlus}
          kind="quiet"
          onRun={() => set([...lines, EMPTY])}
        />
      </div>
    </>
  );
}
