import { IconHandGrab, IconPackageImport, IconPencilPlus, IconPrinter } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { moneyWords } from '../../ui/money.ts';
import { usePrintable } from '../../ui/printable.ts';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { monthWords } from '../budget/budget-words.ts';
import { Decide } from '../budget/decide.tsx';
import { MonthChoice } from '../budget/month-choice.tsx';
import { DrawUpPlan } from './draw-up.tsx';
import type { PlanPage } from './materials-data.ts';
import { usePlan } from './materials-data.ts';
import { PlanLines } from './plan-lines.tsx';
import { ReceiveForm } from './receive-form.tsx';
import { RequestForm } from './request-form.tsx';
import { PlanVersions } from './versions.tsx';

const route = getRouteApi('/inside/materials');
type Asked = 'plan' | 'request' | 'receive' | null;

/** One department's month: what material was planned, what became of it, and what is short. */
export function Plan() {
  const { id, department, month } = route.useSearch();
  const read = usePlan({ id, department, month });
  const { data } = read;
  usePrintable();
  if (read.isPending) return <LoadingLines count={12} />;
  if (!data) return <ErrorState problem={read.error} retry={() => void read.refetch()} />;
  if (!data.isSetUp) return <EmptyState title={t('materials.not_set_up')}>{t('materials.not_set_up_why')}</EmptyState>;
  if (!data.department)
    return <EmptyState title={t('materials.no_department')}>{t('materials.no_department_why')}</EmptyState>;
  return (
    <>
      <Choice page={data} />
      <State page={data} />
      <PlanLines page={data} />
      <PlanVersions page={data} />
    </>
  );
}

function Choice({ page }: { page: PlanPage }) {
  const navigate = route.useNavigate();
  const [opened, open] = useState<Asked>(null);
  const close = () => open(null);
  const acts = { can: page.can };
  return (
    <MonthChoice
      page={page}
      show={(to) => void navigate({ search: { department: page.department?.id, month: page.month, ...to } })}
    >
      <ActionButton label={t('materials.print')} icon={IconPrinter} iconOnly onRun={() => window.print()} />
      <ActionButton
        {...acts}
        label={t('materials.receive')}
        icon={IconPackageImport}
        action="receive"
        onRun={() => open('receive')}
      />
      <ActionButton
        {...acts}
        label={page.newest === 0 ? t('materials.draw_up') : t('materials.change_plan')}
        icon={IconPencilPlus}
        action="draw_up"
        hotkey="e"
        onRun={() => open('plan')}
      />
      <ActionButton
        {...acts}
        label={t('materials.ask')}
        icon={IconHandGrab}
        kind="primary"
        action="request"
        hotkey="n"
        onRun={() => open('request')}
      />
      <Dialog
        opened={opened === 'plan'}
        close={close}
        size="lg"
        title={t('materials.plan_of', { month: monthWords(page.month) })}
      >
        <DrawUpPlan page={page} done={close} />
      </Dialog>
      <Dialog opened={opened === 'request'} close={close} title={t('materials.ask')}>
        <RequestForm page={page} done={close} />
      </Dialog>
      <Dialog opened={opened === 'receive'} close={close} title={t('materials.receive')}>
        <ReceiveForm department={page.department!.id} done={close} />
      </Dialog>
    </MonthChoice>
  );
}

/** Where the plan itself stands: to be drawn up, waiting, in force; and what it costs against the budget. */
function State({ page }: { page: PlanPage }) {
  const { inForce, waiting, dueAt, currency, total } = page;
  const money = (amount: number) => moneyWords(amount, currency);
  const over = page.room.filter((one) => one.over > 0);
  return (
    <Section title={monthWords(page.month)}>
      <Facts
        lines={[
          {
            label: t('budget.in_force'),
            value: inForce === null ? t('budget.none_in_force') : t('budget.version', { n: inForce }),
          },
          { label: t('materials.cost'), value: money(total.cost) },
          { label: t('materials.paid'), value: money(total.paid) },
          { label: t('materials.saved'), value: money(total.saved) },
          { label: t('materials.lines_short'), value: total.short },
          { label: t('budget.due'), value: dueAt ? absolute(dueAt) : null },
        ]}
      />
      {waiting !== null ? (
        <Notice tone="wait">
          <p>{t('budget.waits', { n: waiting })}</p>
          {page.can['decide'] === null ? (
            <Decide
              path={`material-plans/${page.id}/decide`}
              body={(approved) => ({ version: waiting, decision: approved ? 'approved' : 'sent_back' })}
              no={t('budget.send_back')}
            />
          ) : null}
        </Notice>
      ) : null}
      {over.length > 0 ? (
        <Notice tone="late">
          {over.map((one) => (
            <p key={one.costKind.key}>
              {t('materials.over_budget', {
                line: said(one.costKind.name),
                cost: money(one.cost),
                left: money(Math.max(0, one.left)),
                over: money(one.over),
              })}
            </p>
          ))}
        </Notice>
      ) : null}
      {page.newest === 0 ? <Notice tone="soon">{t('materials.nobody_drew_up')}</Notice> : null}
    </Section>
  );
}
