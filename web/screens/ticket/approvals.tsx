import { Textarea } from '@mantine/core';
import { IconRosetteDiscountCheck, IconSend } from '@tabler/icons-react';
import type { APPROVER_ROLES } from '../../../src/pack/approver.ts';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import { listWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './acts/act.ts';
import type { PartProps } from './matters-of.tsx';
import { needed } from './needed.ts';
import styles from './side.module.css';
import type { TicketView } from './view.ts';

type Approval = TicketView['approvals'][number];

/** What stages wait for: who decided, how, and when; or the button for whoever may. */
export function Approvals({ ticket, open }: PartProps) {
  const mine = ticket.approvals.find((one) => one.can['decide'] === null);
  const asks = ticket.approvals.some((one) => one.can['ask'] === null);
  const ask = useWrite<void>({
    send: (_nothing, options) => api.post(`tickets/${ticket.id}/approvals/ask`, { version: ticket.version }, options),
    changes: () => [`ticket/${ticket.id}`],
  });
  return (
    <section>
      <h2>{t('proposals.approvals')}</h2>
      {ticket.approvals.map((one) => (
        <OneApproval key={one.key} approval={one} />
      ))}
      <div className={styles['buttons']}>
        {mine ? (
          <ActionButton
            label={t('proposals.decide')}
            icon={IconRosetteDiscountCheck}
            onRun={() => open({ title: said(mine.name), form: Decide })}
          />
        ) : null}
        {asks ? (
          <ActionButton
            label={t('proposals.ask_again')}
            icon={IconSend}
            kind="quiet"
            busy={ask.busy}
            onRun={() => void ask.run()}
          />
        ) : null}
      </div>
    </section>
  );
}

function OneApproval({ approval }: { approval: Approval }) {
  const last = approval.decisions.at(-1);
  return (
    <div className={styles['item']} data-over={last?.verdict === 'approved' ? true : undefined}>
      <header>
        <strong>{said(approval.name)}</strong>
        <span>
          {last ? t(last.verdict === 'approved' ? 'proposals.approved' : 'proposals.refused') : t('proposals.waits')}
        </span>
      </header>
      {last?.verdict === 'approved' ? null : (
        <p className="dim">{t('proposals.decided_by', { who: listWords(approval.by.map(approverWords)) })}</p>
      )}
      {approval.decisions.map((one) => (
        <p key={one.at} className="dim">
          {[one.by.name, one.post ? said(one.post) : '', one.words].filter(Boolean).join(' · ')} <When at={one.at} />
        </p>
      ))}
    </div>
  );
}

function approverWords({ role, post }: Approval['by'][number]): string {
  return post ? said(post.name) : t(`posts.role_${role as (typeof APPROVER_ROLES)[number]}`);
}

const verdicts = ['approved', 'refused'] as const;

function Decide({ ticket, done }: ActProps) {
  const approval = ticket.approvals.find((one) => one.can['decide'] === null);
  return (
    <ActForm
      ticket={ticket}
      name={`approval-${approval?.key ?? ''}`}
      initial={{ verdict: null as (typeof verdicts)[number] | null, words: '' }}
      submit={t('proposals.decide')}
      check={({ verdict, words }) => ({
        verdict: needed(verdict),
        words: verdict === 'refused' ? needed(words) : null,
      })}
      send={(values, options) =>
        api.post(
          `tickets/${ticket.id}/approvals`,
          { ...values, approval: approval?.key, version: ticket.version },
          options,
        )
      }
      done={done}
    >
      {(form) => (
        <>
          <Choices
            label={t('proposals.verdict')}
            options={verdicts.map((value) => ({ value, label: t(`proposals.verdict_${value}`) }))}
            value={form.values.verdict}
            onChange={(verdict) => form.setFieldValue('verdict', verdict)}
            error={form.errors['verdict']}
            required
          />
          <Textarea
            label={form.values.verdict === 'refused' ? t('proposals.why') : t('proposals.words')}
            autosize
            minRows={2}
            {...form.getInputProps('words')}
          />
        </>
      )}
    </ActForm>
  );
}
