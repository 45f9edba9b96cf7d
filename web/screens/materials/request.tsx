import { IconCheck, IconHandGrab, IconPackageImport } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { moneyWords } from '../../ui/money.ts';
import { Facts, Notice } from '../../ui/section.tsx';
import { absolute, absoluteDay } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { TakeBack } from '../budget/take-back.tsx';
import { DecideRequest } from './decide-request.tsx';
import { IssueForm } from './issue-form.tsx';
import type { Request } from './materials-data.ts';
import { aboutMaterial, counted } from './materials-data.ts';
import styles from './materials.module.css';
import { ReceiveForm } from './receive-form.tsx';

type Props = { request: Request; done: () => void };

/** One request whole: what was decided, what came and went on it, and what can be done now. */
export function RequestSheet({ request, done }: Props) {
  const [asked, ask] = useState<'decide' | 'issue' | 'receive' | null>(null);
  if (asked === 'decide') return <DecideRequest request={request} done={done} />;
  if (asked === 'issue') return <IssueForm request={request} done={done} />;
  if (asked === 'receive') return <ReceiveForm department={request.department.id} request={request} done={done} />;
  const { can } = request;
  return (
    <>
      <RequestFacts request={request} />
      <Beyond request={request} />
      <div className={styles['acts']}>
        {request.state === 'waiting' ? (
          <ActionButton
            label={t('materials.decide')}
            icon={IconCheck}
            kind="primary"
            can={can}
            action="decide"
            onRun={() => ask('decide')}
          />
        ) : null}
        {request.approved > 0 ? (
          <>
            <ActionButton
              label={t('materials.issue')}
              icon={IconHandGrab}
              kind="primary"
              can={can}
              action="issue"
              onRun={() => ask('issue')}
            />
            <ActionButton
              label={t('materials.receive')}
              icon={IconPackageImport}
              can={can}
              action="receive"
              onRun={() => ask('receive')}
            />
          </>
        ) : null}
        {can['withdraw'] === null ? (
          <TakeBack
            act={t('budget.withdraw')}
            path={`material-requests/${request.id}/withdraw`}
            changes={aboutMaterial}
            news={t('materials.withdrawn_done')}
            done={done}
          />
        ) : null}
      </div>
    </>
  );
}

function RequestFacts({ request }: { request: Request }) {
  const { material, decidedBy, decidedAt, by } = request;
  return (
    <Facts
      lines={[
        { label: t('materials.quantity'), value: counted(request.quantity, material) },
        { label: t('materials.needed_by'), value: absoluteDay(request.neededBy) },
        { label: t('materials.what_for'), value: request.whatFor },
        { label: t('budget.department'), value: said(request.department.name) },
        { label: t('materials.asked_by'), value: `${by?.name ?? ''} · ${absolute(request.at)}` },
        { label: t('budget.state'), value: t(`materials.request_${request.state}`) },
        { label: t('materials.approved'), value: request.approved > 0 ? counted(request.approved, material) : null },
        { label: t('materials.received'), value: request.received > 0 ? counted(request.received, material) : null },
        { label: t('materials.issued'), value: request.issued > 0 ? counted(request.issued, material) : null },
        {
          label: t('budget.decided'),
          value: decidedBy && decidedAt ? `${decidedBy.name} · ${absolute(decidedAt)}` : null,
        },
        { label: t('budget.because'), value: request.because },
        { label: t('budget.due'), value: request.dueAt ? absolute(request.dueAt) : null },
      ]}
    />
  );
}

/** What of it has to be bought, and by how much it goes beyond plan and budget: said before it is decided. */
function Beyond({ request }: { request: Request }) {
  const { material, currency, state, toBuy, cost, beyondPlan, beyondBudget } = request;
  const beyond = beyondPlan > 0 || beyondBudget > 0;
  if (state !== 'waiting' && !beyond) return null;
  return (
    <Notice tone={beyond ? 'late' : 'wait'}>
      {state === 'waiting' ? (
        <p>
          {toBuy === 0
            ? t('materials.all_in_stock')
            : t('materials.to_buy', { n: counted(toBuy, material), cost: moneyWords(cost, currency) })}
        </p>
      ) : null}
      {beyondPlan > 0 ? <p>{t('materials.beyond_plan', { n: counted(beyondPlan, material) })}</p> : null}
      {beyondBudget > 0 ? <p>{t('materials.beyond_budget', { over: moneyWords(beyondBudget, currency) })}</p> : null}
    </Notice>
  );
}
