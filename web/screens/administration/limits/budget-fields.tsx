import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { z } from 'zod';
import { ACCOUNT_PERIODS } from '../../../../src/accounts/rules.ts';
import type { CostKind } from '../../../../src/budget/rules.ts';
import { CURRENCIES } from '../../../../src/kernel/money.ts';
import { untranslated } from '../../../../src/kernel/words.ts';
import type { departmentsOut } from '../../../../src/organisation/departments-view.ts';
import type { Settings } from '../../../../src/pack/settings-shape.ts';
import { useRead } from '../../../server/queries.ts';
import { Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { freshKey } from '../kinds/kind-words.ts';
import { ListEditor } from '../list-editor.tsx';
import { NameFields } from '../names-fields.tsx';
import { Ticks } from '../ticks.tsx';
import { LadderFields } from './ladder-fields.tsx';
import { LimitFields } from './limit-fields.tsx';
import { PostSelect } from './post-select.tsx';

type Props = { settings: Settings; change: (settings: Settings) => void };

/** Under what is spent, which departments owe a budget, who approves; and who supplies what owners are told. */
export function BudgetFields({ settings, change }: Props) {
  return (
    <>
      <CostKinds settings={settings} change={change} />
      <Section title={t('limits.budget')} aside={t('limits.budget_why')}>
        <Budgets settings={settings} change={change} />
      </Section>
      <Section title={t('limits.accounts')} aside={t('limits.accounts_why')}>
        <Accounts settings={settings} change={change} />
      </Section>
    </>
  );
}

function CostKinds({ settings, change }: Props) {
  const kinds = settings.costKinds ?? [];
  const another = (): CostKind => ({
    key: freshKey(
      'cost',
      kinds.map(({ key }) => key),
    ),
    name: untranslated(t('limits.cost_kind_new')),
  });
  return (
    <Section title={t('limits.cost_kinds')} aside={t('limits.cost_kinds_why')}>
      <NativeSelect
        label={t('limits.currency')}
        value={settings.currency ?? 'CNY'}
        data={[...CURRENCIES]}
        onChange={(event) => change({ ...settings, currency: event.currentTarget.value as Settings['currency'] })}
      />
      <ListEditor<CostKind>
        items={kinds}
        change={(costKinds) => change({ ...settings, costKinds })}
        nameOf={(one) => said(one.name)}
        keyOf={(one) => one.key}
        add={{ label: t('limits.cost_kind_add'), make: another }}
      >
        {(kind, set) => (
          <NameFields label={t('posts.name')} value={kind.name} change={(name) => set({ ...kind, name })} />
        )}
      </ListEditor>
    </Section>
  );
}

/** What a house begins with that has set none. */
const usualLimit = ({ limits }: Settings) => limits.monthlyReport ?? limits.weeklySummary;

function Budgets({ settings, change }: Props) {
  const { budget } = settings;
  const { data } = useRead<z.output<typeof departmentsOut>>('departments', { about: ['department'] });
  if (!budget) {
    const approve = usualLimit(settings);
    const begun = { departments: [], leadDays: 7, ladder: approve.ladder, approves: 'centre_manager', approve };
    return (
      <Button variant="default" onClick={() => change({ ...settings, budget: { ...begun, warnAt: [80, 100] } })}>
        {t('limits.budget_begin')}
      </Button>
    );
  }
  const set = (to: Partial<typeof budget>) => change({ ...settings, budget: { ...budget, ...to } });
  return (
    <>
      <Ticks
        label={t('limits.budget_departments')}
        options={(data?.items ?? []).map((one) => ({ value: one.key, label: said(one.name) }))}
        value={budget.departments}
        change={(departments) => set({ departments })}
      />
      <div className={styles['fields']}>
        <PostSelect
          label={t('limits.budget_approves')}
          value={budget.approves}
          change={(approves) => set({ approves })}
          holding="budget.approve"
        />
        <TextInput
          type="number"
          min={1}
          max={28}
          label={t('limits.budget_lead_days')}
          value={String(budget.leadDays)}
          onChange={(event) => set({ leadDays: Number(event.currentTarget.value) })}
        />
        <TextInput
          label={t('limits.budget_warn_at')}
          defaultValue={budget.warnAt.join(', ')}
          onBlur={(event) =>
            set({ warnAt: (event.currentTarget.value.match(/\d+/g) ?? []).map(Number).filter((one) => one > 0) })
          }
        />
      </div>
      <LimitFields
        title={t('limits.budget_approve')}
        limit={budget.approve}
        change={(approve) => set({ approve })}
        may
      />
      <h3>{t('limits.budget_ladder')}</h3>
      <LadderFields ladder={budget.ladder} change={(ladder) => set({ ladder })} />
    </>
  );
}

function Accounts({ settings, change }: Props) {
  const { accounts } = settings;
  if (!accounts) {
    const limit = usualLimit(settings);
    const begun = { owes: 'planning_finance_officer', approves: 'centre_manager', period: 'quarter' as const };
    return (
      <Button variant="default" onClick={() => change({ ...settings, accounts: { ...begun, limit, approve: limit } })}>
        {t('limits.accounts_begin')}
      </Button>
    );
  }
  const set = (to: Partial<typeof accounts>) => change({ ...settings, accounts: { ...accounts, ...to } });
  return (
    <>
      <div className={styles['fields']}>
        <PostSelect
          label={t('limits.accounts_owes')}
          value={accounts.owes}
          change={(owes) => set({ owes })}
          holding="finance.supply"
        />
        <PostSelect
          label={t('limits.budget_approves')}
          value={accounts.approves}
          change={(approves) => set({ approves })}
          holding="budget.approve"
        />
        <NativeSelect
          label={t('limits.report_often')}
          value={accounts.period}
          onChange={(event) => set({ period: event.currentTarget.value as typeof accounts.period })}
          data={ACCOUNT_PERIODS.map((value) => ({ value, label: t(`summaries.length_${value}`) }))}
        />
      </div>
      <LimitFields title={t('limits.accounts_limit')} limit={accounts.limit} change={(limit) => set({ limit })} may />
      <LimitFields
        title={t('limits.budget_approve')}
        limit={accounts.approve}
        change={(approve) => set({ approve })}
        may
      />
    </>
  );
}
