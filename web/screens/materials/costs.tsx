import { IconCoin, IconPrinter, IconReceipt } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { moneyWords } from '../../ui/money.ts';
import { usePrintable } from '../../ui/printable.ts';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { MonthChoice } from '../budget/month-choice.tsx';
import { stateWords } from '../day-plan/day.ts';
import { CostForm, SpendForm } from './cost-forms.tsx';
import { CostLines } from './cost-lines.tsx';
import type { DepartmentPlan } from './materials-data.ts';
import { aboutMaterial, counted } from './materials-data.ts';
import styles from './materials.module.css';
import { PlanLines } from './plan-lines.tsx';

const route = getRouteApi('/inside/materials');

type Work = DepartmentPlan['work']['items'][number];
type Training = DepartmentPlan['training']['items'][number];
export type Costed = Pick<Work, 'cost' | 'changes' | 'can' | 'id'> & {
  type: 'work_item' | 'training_session';
  title: string;
};

/** The plans of work, training and goods of a month beside what became of them, held to what the budget gives (REPT-17). */
export function Costs() {
  const { department, month } = route.useSearch();
  const navigate = route.useNavigate();
  const read = useRead<DepartmentPlan>('department-plans/month', {
    about: [...aboutMaterial, 'work_item', 'work_plan', 'training_session'],
    query: { department, month },
    keep: true,
  });
  const { data } = read;
  usePrintable();
  if (read.isPending) return <LoadingLines count={12} />;
  if (!data) return <ErrorState problem={read.error} retry={() => void read.refetch()} />;
  if (!data.department)
    return <EmptyState title={t('budget.no_department')}>{t('budget.no_department_why')}</EmptyState>;
  return (
    <>
      <MonthChoice
        page={data}
        show={(to) =>
          void navigate({ search: { view: 'costs', department: data.department?.id, month: data.month, ...to } })
        }
      >
        <ActionButton label={t('materials.print')} icon={IconPrinter} onRun={() => window.print()} />
      </MonthChoice>
      <CostLines plan={data} />
      <WorkItems plan={data} />
      <Sessions plan={data} />
      <PlanLines page={{ ...data, lines: data.goods.lines, waiting: null }} />
    </>
  );
}

function WorkItems({ plan }: { plan: DepartmentPlan }) {
  const { items, planned, done, late } = plan.work;
  return (
    <Section title={t('materials.work')} aside={t('materials.work_counts', { planned, done, late })}>
      {items.length === 0 ? (
        <EmptyState title={t('materials.no_work')}>{t('materials.no_work_why')}</EmptyState>
      ) : (
        <Table
          label={t('materials.work')}
          rows={items}
          rowId={(row) => row.id}
          columns={[
            {
              key: 'title',
              label: t('day.item_what'),
              cell: (row) => <Go to={`/day-plan/plans/${row.planId}`}>{row.title}</Go>,
            },
            { key: 'who', label: t('day.to'), cell: (row) => row.person?.name },
            { key: 'due', label: t('day.due'), cell: (row) => absolute(row.dueAt) },
            { key: 'state', label: t('day.state'), cell: (row) => stateWords(row) },
            { key: 'quantity', label: t('day.quantity'), number: true, cell: quantityOf },
            ...costColumns<Work>(plan, (row) => ({ ...row, type: 'work_item' })),
          ]}
        />
      )}
    </Section>
  );
}

const quantityOf = ({ quantity, doneQuantity, unit }: Work): string =>
  quantity === null ? '–' : `${doneQuantity ?? 0} / ${counted(quantity, { unit })}`;

function Sessions({ plan }: { plan: DepartmentPlan }) {
  const { items, planned, held, missed } = plan.training;
  const stateOf = (row: Training) => (row.missed ? t('materials.missed') : t(`materials.session_${row.state}`));
  return (
    <Section title={t('materials.training')} aside={t('materials.training_counts', { planned, held, missed })}>
      {items.length === 0 ? (
        <EmptyState title={t('materials.no_training')}>{t('materials.no_training_why')}</EmptyState>
      ) : (
        <Table
          label={t('materials.training')}
          rows={items}
          rowId={(row) => row.id}
          columns={[
            {
              key: 'subject',
              label: t('materials.subject'),
              cell: (row) => <Go to={`/staff/training/sessions/${row.id}`}>{row.subject}</Go>,
            },
            { key: 'trainer', label: t('materials.trainer'), cell: (row) => row.trainer },
            { key: 'at', label: t('materials.when'), cell: (row) => absolute(row.fromAt) },
            { key: 'state', label: t('day.state'), cell: stateOf },
            ...costColumns<Training>(plan, (row) => ({ ...row, type: 'training_session', title: row.subject })),
          ]}
        />
      )}
    </Section>
  );
}

function costColumns<Row extends Pick<Costed, 'cost'>>(
  plan: DepartmentPlan,
  of: (row: Row) => Costed,
): TableColumn<Row>[] {
  const money = (amount: number | undefined) =>
    amount === undefined ? <span className="dim">–</span> : moneyWords(amount, plan.currency);
  return [
    { key: 'cost', label: t('materials.cost'), number: true, cell: ({ cost }) => money(cost?.amount) },
    {
      key: 'spent',
      label: t('budget.spent'),
      number: true,
      cell: ({ cost }) => <span className={cost?.over ? styles['over'] : undefined}>{money(cost?.spent)}</span>,
    },
    { key: 'acts', label: t('materials.cost'), acts: true, cell: (row) => <CostActs row={of(row)} plan={plan} /> },
  ];
}

function CostActs({ row, plan }: { row: Costed; plan: DepartmentPlan }) {
  const [opened, open] = useState<'cost' | 'spend' | null>(null);
  const close = () => open(null);
  const plans = t('materials.plan_cost_of', { what: row.title });
  const spends = t('materials.spend_on', { what: row.title });
  return (
    <span className={styles['acts']}>
      <ActionButton label={plans} icon={IconCoin} iconOnly can={row.can} action="cost" onRun={() => open('cost')} />
      <ActionButton
        label={spends}
        icon={IconReceipt}
        iconOnly
        can={row.can}
        action="spend"
        onRun={() => open('spend')}
      />
      <Dialog opened={opened === 'cost'} close={close} title={plans}>
        <CostForm row={row} plan={plan} done={close} />
      </Dialog>
      <Dialog opened={opened === 'spend'} close={close} title={spends}>
        <SpendForm row={row} plan={plan} done={close} />
      </Dialog>
    </span>
  );
}
