import { IconPencilPlus, IconReceipt } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import type { BudgetPage } from './budget-data.ts';
import { useBudget } from './budget-data.ts';
import { monthWords } from './budget-words.ts';
import { Decide } from './decide.tsx';
import { DrawUp } from './draw-up.tsx';
import { ExpenseForm } from './expense-form.tsx';
import { MonthChoice } from './month-choice.tsx';
import { MonthLines } from './month-lines.tsx';
import { Trend } from './trend.tsx';
import { Versions } from './versions.tsx';

const route = getRouteApi('/inside/budget');

/** One department's month: what was planned, what was spent, what is left. */
export function Month() {
  const { id, department, month } = route.useSearch();
  const read = useBudget({ id, department, month });
  const { data } = read;
  if (read.isPending) return <LoadingLines count={12} />;
  if (!data) return <ErrorState problem={read.error} retry={() => void read.refetch()} />;
  if (!data.isSetUp) return <EmptyState title={t('budget.not_set_up')}>{t('budget.not_set_up_why')}</EmptyState>;
  if (!data.department)
    return <EmptyState title={t('budget.no_department')}>{t('budget.no_department_why')}</EmptyState>;
  return (
    <>
      <Choice page={data} />
      <State page={data} />
      <MonthLines page={data} />
      <Trend page={data} />
      <Versions page={data} />
    </>
  );
}

function Choice({ page }: { page: BudgetPage }) {
  const navigate = route.useNavigate();
  const [opened, open] = useState<'plan' | 'expense' | null>(null);
  const close = () => open(null);
  const { department, month } = page;
  return (
    <MonthChoice
      page={page}
      show={(to) => void navigate({ search: { department: page.department?.id, month: page.month, ...to } })}
    >
      <ActionButton
        label={page.newest === 0 ? t('budget.draw_up') : t('budget.change')}
        icon={IconPencilPlus}
        can={page.can}
        action="draw_up"
        hotkey="e"
        onRun={() => open('plan')}
      />
      <ActionButton
        label={t('budget.record')}
        icon={IconReceipt}
        kind="primary"
        can={page.can}
        action="record"
        hotkey="n"
        onRun={() => open('expense')}
      />
      <Dialog
        opened={opened === 'plan'}
        close={close}
        title={t('budget.plan_of', { month: monthWords(month) })}
        size="lg"
      >
        <DrawUp page={page} done={close} />
      </Dialog>
      <Dialog opened={opened === 'expense'} close={close} title={t('budget.record')}>
        <ExpenseForm department={department!.id} done={close} />
      </Dialog>
    </MonthChoice>
  );
}

/** Where the budget itself stands: to be drawn up, waiting, in force. */
function State({ page }: { page: BudgetPage }) {
  const { inForce, waiting, dueAt, approves } = page;
  const due = dueAt ? absolute(dueAt) : null;
  const facts = [
    {
      label: t('budget.in_force'),
      value: inForce === null ? t('budget.none_in_force') : t('budget.version', { n: inForce }),
    },
    { label: t('budget.approves'), value: approves ? said(approves) : null },
    { label: t('budget.due'), value: due },
  ];
  return (
    <Section
      title={monthWords(page.month)}
      actions={
        <FiltersAndTakeOut
          list="budget-lines"
          name={t('budget.view_compare')}
          query={{ department: page.department?.id, from: page.month, until: page.month }}
        >
          {null}
        </FiltersAndTakeOut>
      }
    >
      <Facts lines={facts} />
      {waiting !== null ? (
        <Notice tone="wait">
          <p>{t('budget.waits', { n: waiting })}</p>
          {page.can['decide'] === null ? (
            <Decide
              path={`budgets/${page.id}/decide`}
              body={(decision) => ({ version: waiting, decision: decision ? 'approved' : 'sent_back' })}
              no={t('budget.send_back')}
            />
          ) : null}
        </Notice>
      ) : null}
      {page.newest === 0 ? <Notice tone="soon">{t('budget.nobody_drew_up')}</Notice> : null}
    </Section>
  );
}
