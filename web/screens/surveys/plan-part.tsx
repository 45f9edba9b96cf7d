import { Textarea } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconEdit } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { PlanForm } from './plan-form.tsx';
import type { Survey } from './survey-words.ts';
import { CHANGED } from './survey-words.ts';

type Plan = Survey['plans'][number];

/** The plan as it holds, who confirms it, and how its receivers were drawn. */
export function PlanPart({ survey }: { survey: Survey }) {
  const [plan] = survey.plans;
  const [writing, write] = useState(false);
  const mayPlan = survey.can['plan'] === null;
  return (
    <>
      {survey.state === 'to_confirm' ? <Notice tone="wait">{t('surveys.waits_for_verdict')}</Notice> : null}
      {plan && !writing ? <PlanFacts survey={survey} plan={plan} edit={() => write(true)} /> : null}
      {(writing || !plan) && mayPlan ? (
        <PlanForm key={plan?.version ?? 0} survey={survey} done={() => write(false)} />
      ) : null}
      {!plan && !mayPlan ? <Notice tone="wait">{t('surveys.no_plan')}</Notice> : null}
      {survey.drawing ? <Drawing survey={survey} /> : null}
      <Section title={t('surveys.questions')}>
        <ol>
          {survey.definition.questions.map((one) => (
            <li key={one.key}>
              {said(one.text)} <span className="dim">{t(`surveys.sort_${one.sort}`)}</span>
            </li>
          ))}
        </ol>
      </Section>
      {survey.plans.length > 1 ? <Former plans={survey.plans} /> : null}
    </>
  );
}

function PlanFacts({ survey, plan, edit }: { survey: Survey; plan: Plan; edit: () => void }) {
  const [sendingBack, sendBack] = useState(false);
  const confirm = useWrite<undefined, unknown>({
    send: (_, options) => api.post(`surveys/${survey.id}/plan/verdict`, { confirmed: true }, options),
    changes: () => CHANGED,
    done: () => say(t('surveys.confirmed')),
  });
  const waits = survey.state === 'to_confirm';
  return (
    <Section
      title={t('surveys.plan')}
      aside={t('surveys.version', { n: plan.version })}
      actions={
        <>
          {survey.can['plan'] === null ? (
            <ActionButton label={t('surveys.plan_anew')} icon={IconEdit} onRun={edit} />
          ) : null}
          {waits ? (
            <>
              <ActionButton
                label={t('surveys.send_back')}
                icon={IconArrowBackUp}
                can={survey.can}
                action="confirm"
                onRun={() => sendBack(true)}
              />
              <ActionButton
                label={t('surveys.confirm')}
                icon={IconCheck}
                kind="primary"
                can={survey.can}
                action="confirm"
                busy={confirm.busy}
                onRun={() => void confirm.run(undefined)}
              />
            </>
          ) : null}
        </>
      }
    >
      {plan.verdict === 'sent_back' ? (
        <Notice tone="soon">
          {t('surveys.sent_back_by', { by: plan.verdictBy?.name ?? '', remark: plan.remark ?? '' })}
        </Notice>
      ) : null}
      <Facts
        lines={[
          { label: t('surveys.aim'), value: plan.aim },
          { label: t('surveys.percent'), value: `${plan.percent} %` },
          { label: t('surveys.issue_on'), value: absoluteDay(plan.issueOn) },
          { label: t('surveys.statistician'), value: plan.statistician.name },
          { label: t('surveys.distributor'), value: plan.distributor.name },
          { label: t('surveys.collector'), value: plan.collector.name },
          { label: t('surveys.written'), value: `${plan.by.name} · ${absolute(plan.at)}` },
          {
            label: t('surveys.confirmed_by'),
            value: plan.verdict === 'confirmed' ? `${plan.verdictBy?.name ?? ''} · ${absolute(plan.verdictAt!)}` : null,
          },
        ]}
      />
      <Dialog opened={sendingBack} close={() => sendBack(false)} title={t('surveys.send_back')}>
        <SendBack survey={survey} close={() => sendBack(false)} />
      </Dialog>
    </Section>
  );
}

function SendBack({ survey, close }: { survey: Survey; close: () => void }) {
  const draft = useDraftForm({
    subject: `survey/${survey.id}/send-back`,
    initial: { remark: '' },
    check: ({ remark }) => ({ remark: remark.trim() ? null : t('surveys.remark_needed') }),
    send: ({ remark }, options) => api.post(`surveys/${survey.id}/plan/verdict`, { confirmed: false, remark }, options),
    changes: () => CHANGED,
    done: () => {
      say(t('surveys.sent_back'));
      close();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('surveys.send_back')}>
      <Textarea label={t('surveys.remark')} required autosize minRows={2} {...draft.form.getInputProps('remark')} />
    </FormFrame>
  );
}

/** From how many they were drawn, and with what: whoever has both draws the same again. */
function Drawing({ survey: { drawing, drawn } }: { survey: Survey }) {
  const { seed, fresh, asked, again } = drawing!;
  return (
    <Section title={t('surveys.drawing')}>
      <Facts
        lines={[
          { label: t('surveys.population'), value: String(fresh.length + asked.length) },
          { label: t('surveys.not_asked'), value: String(fresh.length) },
          { label: t('surveys.drawn'), value: String(drawn) },
          { label: t('surveys.again'), value: String(again) },
          { label: t('surveys.seed'), value: <code>{seed}</code> },
        ]}
      />
    </Section>
  );
}

function Former({ plans }: { plans: readonly Plan[] }) {
  return (
    <Section title={t('surveys.versions')}>
      <Table
        label={t('surveys.versions')}
        rows={plans}
        rowId={(row) => String(row.version)}
        columns={[
          { key: 'version', label: t('surveys.version_no'), cell: (row) => row.version },
          { key: 'aim', label: t('surveys.aim'), cell: (row) => row.aim },
          { key: 'percent', label: t('surveys.percent'), number: true, cell: (row) => row.percent },
          { key: 'issue', label: t('surveys.issue_on'), cell: (row) => absoluteDay(row.issueOn) },
          { key: 'by', label: t('surveys.written'), cell: (row) => `${row.by.name} · ${absolute(row.at)}` },
          { key: 'remark', label: t('surveys.remark'), cell: (row) => row.remark },
        ]}
      />
    </Section>
  );
}
