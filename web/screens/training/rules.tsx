import { IconPencil } from '@tabler/icons-react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Training } from '../../../src/training/view.ts';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { listWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { RulePaths, RuleSkills } from './rules-more.tsx';
import styles from './training.module.css';
import { useTraining } from './training-data.ts';

type RulesOf = NonNullable<Training['rules']>;
type Course = RulesOf['courses'][number];

/** The training rules of the house: forms, courses with who needs them, pre-job paths and skills (TRNG-04). */
export function Rules() {
  const { data } = useTraining();
  const [changing, change] = useState<string | null>(null);
  if (!data) return <LoadingLines count={8} />;
  if (data.rules === null) return <EmptyState title={t('training.no_rules')}>{t('training.no_rules_why')}</EmptyState>;
  const course = data.rules.courses.find(({ key }) => key === changing);
  return (
    <div className={styles['read']}>
      <Section title={t('training.courses')} aside={said(data.rules.name)}>
        <Courses training={data} rules={data.rules} change={change} />
      </Section>
      <RulePaths rules={data.rules} />
      <RuleSkills rules={data.rules} />
      <Dialog
        opened={course !== undefined}
        close={() => change(null)}
        title={course ? said(course.name) : t('training.course')}
      >
        {course ? <CourseForm training={data} course={course} close={() => change(null)} /> : null}
      </Dialog>
    </div>
  );
}

type CoursesProps = { training: Training; rules: RulesOf; change: (key: string) => void };

function Courses({ training, rules, change }: CoursesProps) {
  const mayChange = training.can['change'] === null;
  return (
    <Table
      label={t('training.courses')}
      rows={rules.courses}
      rowId={(row) => row.key}
      columns={[
        {
          key: 'name',
          label: t('training.course'),
          cell: (row) => (
            <>
              {said(row.name)} <div className="dim">{said(row.about)}</div>
            </>
          ),
        },
        {
          key: 'form',
          label: t('training.form'),
          cell: (row) => said(rules.forms.find(({ key }) => key === row.form)!.name),
        },
        {
          key: 'posts',
          label: t('training.for_posts'),
          cell: (row) => listWords(row.posts.map((key) => said(training.posts[key]!))),
        },
        { key: 'within', label: t('training.within'), cell: (row) => t('training.days', { count: row.withinDays }) },
        {
          key: 'valid',
          label: t('training.valid'),
          cell: (row) =>
            row.validDays === null ? t('training.for_good') : t('training.days', { count: row.validDays }),
        },
        {
          key: 'passes',
          label: t('training.test'),
          cell: (row) =>
            row.passes === null ? t('training.no_test') : t('training.from_score', { score: row.passes }),
        },
        ...(mayChange
          ? [
              {
                key: 'change',
                label: t('training.change'),
                acts: true as const,
                cell: (row: Course) => (
                  <ActionButton
                    label={t('training.change_course', { name: said(row.name) })}
                    icon={IconPencil}
                    iconOnly
                    kind="quiet"
                    onRun={() => change(row.key)}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

const numberOf = (value: number | string): number | null => (value === '' ? null : Number(value));

/** For how long it holds, within how long it is due, and from which score it is passed: a new version of the rules. */
function CourseForm({ training, course, close }: { training: Training; course: Course; close: () => void }) {
  const draft = useDraftForm<{
    withinDays: number | string;
    validDays: number | string;
    passes: number | string;
    why: string;
  }>({
    subject: `training_rules/${course.key}`,
    initial: {
      withinDays: course.withinDays,
      validDays: course.validDays ?? '',
      passes: course.passes ?? '',
      why: '',
    },
    check: ({ withinDays, why }) => ({
      withinDays: withinDays === '' ? t('training.days_needed') : null,
      why: why.trim() ? null : t('training.why_needed'),
    }),
    send: ({ withinDays, validDays, passes, why }, options) => {
      const changed = {
        ...course,
        withinDays: Number(withinDays),
        validDays: numberOf(validDays),
        passes: numberOf(passes),
      };
      const rules = training.rules!;
      const courses = rules.courses.map((one) => (one.key === course.key ? changed : one));
      return api.put('training/rules', { rules: { ...rules, courses }, seen: training.version, why }, options);
    },
    changes: () => ['organisation'],
    done: () => {
      say(t('training.rules_changed'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('training.change_rules')}>
      <NumberField
        label={t('training.within_days')}
        required
        min={1}
        max={3_650}
        {...form.getInputProps('withinDays')}
      />
      <NumberField
        label={t('training.valid_days')}
        description={t('training.valid_days_hint')}
        min={1}
        max={3_650}
        {...form.getInputProps('validDays')}
      />
      <NumberField
        label={t('training.passes_at')}
        description={t('training.passes_at_hint')}
        min={0}
        max={100}
        {...form.getInputProps('passes')}
      />
      <TextInput label={t('training.why')} required maxLength={200} {...form.getInputProps('why')} />
    </FormFrame>
  );
}
