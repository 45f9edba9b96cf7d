import { Checkbox, NativeSelect } from '@mantine/core';
import type { Settings } from '../../../../src/pack/settings-shape.ts';
import { REPORT_PARTS, SUMMARY_PERIODS, type ReportPart } from '../../../../src/summary/periods.ts';
import { type ReportPlan } from '../../../../src/summary/plan.ts';
import { Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { ListEditor } from '../list-editor.tsx';
import { NameFields } from '../names-fields.tsx';
import { Ticks } from '../ticks.tsx';
import { LimitFields } from './limit-fields.tsx';
import { PostSelect } from './post-select.tsx';
import { freshKey } from '../kinds/kind-words.ts';
import { untranslated } from '../../../../src/kernel/words.ts';

type Props = { settings: Settings; change: (settings: Settings) => void };

/** Which report is owed by which post how often, and to whom it goes. */
export function ReportFields({ settings, change }: Props) {
  const reports = settings.reports ?? [];
  return (
    <Section title={t('limits.reports')} aside={t('limits.reports_why')}>
      <ListEditor<ReportPlan>
        items={reports}
        change={(next) => change({ ...settings, reports: next })}
        nameOf={(one) => said(one.name)}
        keyOf={(one) => one.key}
        add={{ label: t('limits.report_add'), make: () => another(settings) }}
      >
        {(plan, set) => <PlanFields plan={plan} change={set} />}
      </ListEditor>
    </Section>
  );
}

/** One more, with a key of its own, to be filled in. */
function another({ reports = [], limits }: Settings): ReportPlan {
  return {
    key: freshKey(
      'report',
      reports.map(({ key }) => key),
    ),
    name: untranslated(t('limits.report_new')),
    period: 'month',
    owes: 'centre_manager',
    to: 'deputy_general_manager',
    of: 'centre',
    holds: [],
    limit: limits.monthlyReport ?? limits.weeklySummary,
  };
}

type PlanProps = { plan: ReportPlan; change: (plan: ReportPlan) => void };

function PlanFields({ plan, change }: PlanProps) {
  return (
    <>
      <NameFields label={t('posts.name')} value={plan.name} change={(name) => change({ ...plan, name })} />
      <div className={styles['fields']}>
        <NativeSelect
          label={t('limits.report_often')}
          value={plan.period}
          onChange={(event) => change({ ...plan, period: event.currentTarget.value as ReportPlan['period'] })}
          data={SUMMARY_PERIODS.map((value) => ({ value, label: t(`summaries.length_${value}`) }))}
        />
        <PostSelect
          label={t('limits.report_owes')}
          value={plan.owes}
          change={(owes) => change({ ...plan, owes })}
          holding="report.see"
        />
        <PostSelect
          label={t('limits.report_to')}
          value={plan.to}
          change={(to) => change({ ...plan, to })}
          holding="report.see"
        />
        <NativeSelect
          label={t('limits.report_of')}
          value={plan.of}
          onChange={(event) => change({ ...plan, of: event.currentTarget.value as ReportPlan['of'] })}
          data={(['centre', 'department'] as const).map((value) => ({ value, label: t(`limits.report_of_${value}`) }))}
        />
      </div>
      <Ticks<ReportPart>
        label={t('limits.report_holds')}
        options={REPORT_PARTS.map((value) => ({ value, label: t(`limits.report_${value}`) }))}
        value={plan.holds}
        change={(holds) => change({ ...plan, holds })}
      />
      <Checkbox
        label={t('limits.report_only')}
        checked={plan.only ?? false}
        onChange={(event) => {
          const { only: _, ...rest } = plan;
          change(event.currentTarget.checked ? { ...rest, only: true } : rest);
        }}
      />
      <LimitFields
        title={t('limits.report_limit')}
        limit={plan.limit}
        change={(limit) => change({ ...plan, limit })}
        may
      />
    </>
  );
}
