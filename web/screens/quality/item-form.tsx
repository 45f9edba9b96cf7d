import { Textarea } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { useKeys } from '../../ui/keys.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { DepartmentSelect } from '../notices/department-select.tsx';
import type { CheckItem, CheckPage } from './answers.ts';
import styles from './quality.module.css';

const ways = ['to_department', 'corrected_on_the_spot'] as const;
type Way = (typeof ways)[number];
type Line = { passed: boolean | null; finding: string; way: Way };
type Values = { lines: Record<string, Line>; remark: string; departmentId: string };

const untouched: Line = { passed: null, finding: '', way: 'to_department' };

type Props = { check: CheckPage; item: CheckItem; done: () => void };

/** One record of the sample: a result for each line, and for a failed one what was found and what follows. */
export function ItemForm({ check, item, done }: Props) {
  const lineOf = (values: Values, key: string) => values.lines[key] ?? untouched;
  const draft = useDraftForm<Values>({
    subject: `spot_check_item/${item.id}`,
    initial: { lines: {}, remark: '', departmentId: item.record?.department?.id ?? '' },
    check: (values) =>
      Object.fromEntries(check.criteria.map(({ key }) => [`lines.${key}`, problemOf(lineOf(values, key))])),
    send: (values, options) =>
      api.post(
        `spot-check-items/${item.id}/check`,
        bodyOf(values, check, (key) => lineOf(values, key)),
        options,
      ),
    changes: () => [`spot_check/${check.id}`, 'spot_check', 'rectification', 'commitment'],
    done: () => {
      say(t('quality.looked_done', { no: item.no }));
      done();
    },
  });
  const { form } = draft;
  const set = (key: string, change: Partial<Line>) =>
    form.setFieldValue('lines', { ...form.values.lines, [key]: { ...lineOf(form.values, key), ...change } });
  const allInOrder = () =>
    form.setFieldValue(
      'lines',
      Object.fromEntries(check.criteria.map(({ key }) => [key, { ...lineOf(form.values, key), passed: true }])),
    );
  const notice = check.criteria.some(({ key }) => isSent(lineOf(form.values, key)));
  useLineKeys(check, (key) => set(key, { passed: lineOf(form.values, key).passed === false }));
  return (
    <FormFrame
      draft={draft}
      submit={t('quality.looked')}
      beside={<ActionButton label={t('quality.in_order_all')} icon={IconChecks} hotkey="a" onRun={allInOrder} />}
    >
      {check.criteria.map(({ key, name }, at) => (
        <LineFields
          key={key}
          label={`${at + 1}. ${said(name)}`}
          line={lineOf(form.values, key)}
          error={form.errors[`lines.${key}`]}
          set={(change) => set(key, change)}
        />
      ))}
      {notice ? <DepartmentSelect {...form.getInputProps('departmentId')} /> : null}
      <Textarea label={t('quality.remark')} autosize minRows={1} maxLength={2000} {...form.getInputProps('remark')} />
    </FormFrame>
  );
}

/** A digit turns its line over: in order, not in order. */
function useLineKeys(check: CheckPage, turn: (key: string) => void): void {
  useKeys(
    check.criteria.slice(0, 9).map(({ key, name }, at) => ({
      key: String(at + 1),
      label: said(name),
      group: 'screen' as const,
      run: () => turn(key),
    })),
  );
}

type LineProps = { label: string; line: Line; error: React.ReactNode; set: (change: Partial<Line>) => void };

function LineFields({ label, line, error, set }: LineProps) {
  const results = [
    { value: 'passed', label: t('quality.passed') },
    { value: 'failed', label: t('quality.failed') },
  ] as const;
  return (
    <div className={styles['line']}>
      <Choices
        label={label}
        required
        options={results}
        value={line.passed === null ? null : line.passed ? 'passed' : 'failed'}
        onChange={(value) => set({ passed: value === null ? null : value === 'passed' })}
        error={error}
      />
      {line.passed === false ? (
        <>
          <Textarea
            label={t('quality.finding')}
            required
            autosize
            minRows={2}
            maxLength={2000}
            value={line.finding}
            onChange={(event) => set({ finding: event.currentTarget.value })}
          />
          <Choices
            label={t('quality.follows')}
            options={ways.map((value) => ({ value, label: t(`quality.way_${value}`) }))}
            value={line.way}
            onChange={(way) => set({ way: way ?? 'to_department' })}
          />
        </>
      ) : null}
    </div>
  );
}

function problemOf({ passed, finding }: Line): string | null {
  if (passed === null) return t('quality.result_needed');
  return passed || finding.trim() ? null : t('quality.finding_needed');
}

const isSent = ({ passed, way }: Line): boolean => passed === false && way === 'to_department';

function bodyOf(values: Values, check: CheckPage, lineOf: (key: string) => Line): Record<string, unknown> {
  const results = check.criteria.map(({ key }) => {
    const { passed, finding, way } = lineOf(key);
    return passed ? { criterion: key, passed } : { criterion: key, passed: false, finding, way };
  });
  const sent = check.criteria.some(({ key }) => isSent(lineOf(key)));
  return {
    results,
    remark: values.remark,
    ...(sent && values.departmentId ? { departmentId: values.departmentId } : {}),
  };
}
