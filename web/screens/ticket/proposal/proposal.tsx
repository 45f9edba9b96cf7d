import { IconBulb, IconCalendarCheck, IconCircleCheck, IconSend } from '@tabler/icons-react';
import type { z } from 'zod';
import type { proposalOut } from '../../../../src/proposal/view.ts';
import { useRead } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { absolute } from '../../../ui/time.ts';
import { When } from '../../../ui/when.tsx';
import type { PlainKey } from '../../../words/words.ts';
import { said, t } from '../../../words/words.ts';
import type { PartProps } from '../matters-of.tsx';
import { formOf } from '../acts/form-of.ts';
import styles from '../side.module.css';

const AnswerProposal = formOf(() => import('./forms.tsx'), 'AnswerProposal');
const PassOn = formOf(() => import('./forms.tsx'), 'PassOn');
const PlanProposal = formOf(() => import('./forms.tsx'), 'PlanProposal');
const Realise = formOf(() => import('./forms.tsx'), 'Realise');

/** `GET /api/tickets/:id/proposal` */
type Proposal = z.output<typeof proposalOut>;

const becameWords: Readonly<Record<string, PlainKey>> = {
  adopted: 'proposals.became_adopted',
  partly: 'proposals.became_partly',
  later: 'proposals.became_later',
  declined: 'proposals.became_declined',
};

function steps() {
  return [
    { action: 'pass', label: t('proposals.pass'), icon: IconSend, form: PassOn },
    { action: 'answer', label: t('proposals.answer'), icon: IconBulb, form: AnswerProposal },
    { action: 'plan', label: t('proposals.plan'), icon: IconCalendarCheck, form: PlanProposal },
    { action: 'realise', label: t('proposals.realise'), icon: IconCircleCheck, form: Realise },
  ];
}

/** A suggestion: which department has it and what it says, who carries it out, and what came of it. */
export function ProposalOf({ ticket, open }: PartProps) {
  const { data, error, refetch } = useRead<Proposal>(`tickets/${ticket.id}/proposal`, {
    about: [`ticket/${ticket.id}`],
  });
  return (
    <section>
      <h2>{t('proposals.title')}</h2>
      {data ? null : error ? <ErrorState problem={error} retry={() => void refetch()} /> : <LoadingLines count={3} />}
      {data ? (
        <>
          <Passes passes={data.passes} />
          <Plans plans={data.plans} />
          <div className={styles['buttons']}>
            {steps().map(({ action, label, icon, form }) => (
              <ActionButton
                key={action}
                label={label}
                icon={icon}
                can={data.can}
                action={action}
                onRun={() => open({ title: label, form })}
              />
            ))}
          </div>
        </>
      ) : null}
    </section>
  );
}

function Passes({ passes }: Pick<Proposal, 'passes'>) {
  return passes.map((pass) => (
    <div key={pass.id} className={styles['item']} data-over={pass.answeredAt ? true : undefined}>
      <header>
        <strong>{said(pass.department.name)}</strong>
        <span>{pass.became ? t(becameWords[pass.became] ?? 'proposals.became_later') : t('proposals.awaited')}</span>
      </header>
      {pass.words ? <p className={styles['text']}>{pass.words}</p> : null}
      <p className="dim">
        {t('proposals.passed', { name: pass.passedBy.name })} <When at={pass.passedAt} />
      </p>
      {pass.answer ? <p className={styles['text']}>{pass.answer}</p> : null}
      {pass.answeredAt ? (
        <p className="dim">
          {pass.answeredBy?.name} <When at={pass.answeredAt} />
        </p>
      ) : null}
    </div>
  ));
}

function Plans({ plans }: Pick<Proposal, 'plans'>) {
  return plans.map((plan) => (
    <div key={plan.id} className={styles['item']} data-over={plan.endedAt || plan.realisedAt ? true : undefined}>
      <header>
        <strong>{t('proposals.planned', { name: plan.person.name, at: absolute(plan.dueAt) })}</strong>
        <span>{plan.endedAt ? t('proposals.replaced') : plan.realisedAt ? t('proposals.realised') : ''}</span>
      </header>
      <p className={styles['text']}>{plan.words}</p>
      {plan.result ? <p className={styles['text']}>{plan.result}</p> : null}
      {plan.realisedAt ? (
        <p className="dim">
          <When at={plan.realisedAt} />
        </p>
      ) : null}
    </div>
  ));
}
