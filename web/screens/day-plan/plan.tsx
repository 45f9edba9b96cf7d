import { Textarea } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Page } from '../../ui/page.tsx';
import { usePrintable } from '../../ui/printable.ts';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute, listWords } from '../../ui/time.ts';
import { refusalWords } from '../../server/refusals.ts';
import { said, t } from '../../words/words.ts';
import type { PlanPage } from './day.ts';
import { aboutItems } from './day.ts';
import styles from './day-plan.module.css';
import { GiveForm } from './give-form.tsx';
import { ItemCard } from './item-card.tsx';

/** One plan, order or reception with its items: planned against actual, and the report back. */
export function WorkPlan() {
  const { planId } = useParams({ strict: false }) as { planId: string };
  const read = useRead<PlanPage>(`work-plans/${planId}`, { about: aboutItems });
  const { data } = read;
  usePrintable();
  return (
    <Page
      title={data?.title ?? t('frame.day_plan')}
      aside={data ? t(`day.sort_${data.sort}`) : null}
      actions={<ActionButton label={t('day.print')} icon={IconPrinter} hotkey="p" onRun={() => window.print()} />}
    >
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts plan={data} /> : null}
    </Page>
  );
}

function Parts({ plan }: { plan: PlanPage }) {
  const [giving, setGiving] = useState(false);
  return (
    <>
      <PlanFacts plan={plan} />
      {plan.unread.length > 0 ? (
        <Notice tone="soon">{t('day.unread_by', { names: listWords(plan.unread.map((one) => one.name)) })}</Notice>
      ) : null}
      <Section
        title={t('day.items')}
        aside={t('day.n_of', { n: plan.done, of: plan.items })}
        actions={
          <ActionButton
            label={t('day.give')}
            icon={IconPlus}
            can={plan.can}
            action="give"
            onRun={() => setGiving(true)}
          />
        }
      >
        <ul className={styles['items']}>
          {plan.parts.map((item) => (
            <li key={item.id}>
              <p className="dim">{item.person.name}</p>
              <ItemCard item={item} people={[]} underPlan />
            </li>
          ))}
        </ul>
      </Section>
      {plan.reportedAt ? null : <Report key={plan.id} plan={plan} />}
      <Dialog opened={giving} close={() => setGiving(false)} title={t('day.give')}>
        <GiveForm people={[]} planId={plan.id} done={() => setGiving(false)} />
      </Dialog>
    </>
  );
}

const shareOf = ({ n, of }: PlanPage['onTime']): string | null => (of === 0 ? null : t('day.n_of', { n, of }));

function PlanFacts({ plan }: { plan: PlanPage }) {
  return (
    <Facts
      lines={[
        { label: t('day.department'), value: plan.department ? said(plan.department.name) : null },
        { label: t('day.giver'), value: plan.giver?.name },
        { label: t('day.on_time'), value: shareOf(plan.onTime) },
        { label: t('day.in_full'), value: shareOf(plan.inFull) },
        { label: t('day.in_quality'), value: shareOf(plan.inQuality) },
        { label: t('day.received'), value: absolute(plan.receivedAt) },
        { label: t('day.taken_by'), value: plan.takenBy.name },
        { label: t('day.guest_body'), value: plan.guestBody },
        { label: t('day.held_at'), value: plan.heldAt ? absolute(plan.heldAt) : null },
        { label: t('day.host'), value: plan.host?.name },
        { label: t('day.programme'), value: plan.programme },
        { label: t('day.text'), value: plan.text },
        { label: t('day.report_by'), value: absolute(plan.dueAt) },
        {
          label: plan.sort === 'reception' ? t('day.result') : t('day.report'),
          value:
            plan.report && plan.reportedAt
              ? [plan.report, plan.reportedBy?.name, absolute(plan.reportedAt)].filter(Boolean).join(' · ')
              : null,
        },
      ]}
    />
  );
}

/** Completion is reported back when every item is done. */
function Report({ plan }: { plan: PlanPage }) {
  const refused = plan.can['report'] ?? null;
  const words = plan.sort === 'reception' ? t('day.result') : t('day.report');
  const draft = useDraftForm({
    subject: `work_plan/${plan.id}/report`,
    initial: { report: '' },
    check: ({ report }) => ({ report: report.trim() ? null : t('day.outcome_needed') }),
    send: (values, options) => api.post(`work-plans/${plan.id}/report`, values, options),
    changes: () => ['work_plan', 'commitment'],
  });
  if (refused) return <Notice tone="wait">{refusalWords(refused)}</Notice>;
  return (
    <Section title={words}>
      <FormFrame draft={draft} submit={t('day.report_now')}>
        <Textarea label={words} required autosize minRows={3} {...draft.form.getInputProps('report')} />
      </FormFrame>
    </Section>
  );
}
