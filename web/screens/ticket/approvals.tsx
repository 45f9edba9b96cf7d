import { IconRosetteDiscountCheck, IconSend, IconSignature } from '@tabler/icons-react';
import type { APPROVER_ROLES } from '../../../src/pack/approver.ts';
import type { ReactNode } from 'react';
import { later } from '../../routes/later.ts';
import { api } from '../../server/api.ts';
import { apiUrl } from '../../server/base.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { listWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import type { ActProps } from './acts/act.ts';
import type { Open } from './dialogs.tsx';
import type { PartProps } from './matters-of.tsx';
import styles from './side.module.css';
import type { TicketView } from './view.ts';

type Approval = TicketView['approvals'][number];

const Decide = later<ActProps>(() => import('./decide.tsx').then((file) => file.Decide));

/** What stages wait for: who decided, how, and when; or the button for whoever may, where its turn has come. */
export function Approvals({ ticket, open }: PartProps) {
  return (
    <section>
      <h2>{t('proposals.approvals')}</h2>
      {ticket.approvals.map((one) => (
        <OneApproval key={one.key} approval={one}>
          {one.can['decide'] === null || one.can['ask'] === null ? (
            <div className={styles['buttons']}>
              {one.can['decide'] === null ? <DecideButton approval={one} open={open} /> : null}
              {one.can['ask'] === null ? <AskButton ticket={ticket} /> : null}
            </div>
          ) : null}
        </OneApproval>
      ))}
    </section>
  );
}

function DecideButton({ approval, open }: { approval: Approval; open: Open }) {
  return (
    <ActionButton
      label={t(approval.signature ? 'proposals.sign' : 'proposals.decide')}
      icon={approval.signature ? IconSignature : IconRosetteDiscountCheck}
      onRun={() => open({ title: said(approval.name), form: Decide })}
    />
  );
}

function AskButton({ ticket }: { ticket: TicketView }) {
  const ask = useWrite<void>({
    send: (_nothing, options) => api.post(`tickets/${ticket.id}/approvals/ask`, { version: ticket.version }, options),
    changes: () => [`ticket/${ticket.id}`],
  });
  return (
    <ActionButton
      label={t('proposals.ask_again')}
      icon={IconSend}
      kind="quiet"
      busy={ask.busy}
      onRun={() => void ask.run()}
    />
  );
}

function OneApproval({ approval, children }: { approval: Approval; children: ReactNode }) {
  const last = approval.decisions.at(-1);
  const who = { who: listWords(approval.by.map(approverWords)) };
  return (
    <div className={styles['item']} data-over={last?.verdict === 'approved' ? true : undefined}>
      <header>
        <strong>{said(approval.name)}</strong>
        <span>{standing(approval)}</span>
      </header>
      {last?.verdict === 'approved' ? null : (
        <p className="dim">{t(approval.signature ? 'proposals.signed_by' : 'proposals.decided_by', who)}</p>
      )}
      {approval.decisions.map((one) => (
        <Decision key={one.at} decision={one} />
      ))}
      {approval.told.map((one) => (
        <p key={one.person.id + one.at} className="dim">
          {t('proposals.told', { name: one.person.name })} <When at={one.at} />
          {' · '}
          {t(one.knownAt ? 'proposals.knows' : 'proposals.knows_not')} {one.knownAt ? <When at={one.knownAt} /> : null}
        </p>
      ))}
      {children}
    </div>
  );
}

/** How it stands, in the words of a signature or of a decision. */
function standing({ signature, decisions }: Approval): string {
  const verdict = decisions.at(-1)?.verdict;
  if (!verdict) return t(signature ? 'proposals.waits_signature' : 'proposals.waits');
  if (verdict === 'approved') return t(signature ? 'proposals.signed' : 'proposals.approved');
  return t(signature ? 'proposals.not_signed' : 'proposals.refused');
}

/** Who decided, in which post, with which words; and the customer's name and signature, where he signed. */
function Decision({ decision }: { decision: Approval['decisions'][number] }) {
  const { by, post, words, at, signedBy, signatureId } = decision;
  return (
    <>
      <p className="dim">
        {[by.name, post ? said(post) : '', words].filter(Boolean).join(' · ')} <When at={at} />
      </p>
      {signedBy ? <p className="dim">{t('proposals.customer_signed', { name: signedBy })}</p> : null}
      {signatureId ? (
        <img
          className={styles['signature']}
          src={apiUrl(`files/${signatureId}`)}
          alt={t('worker.signature_of', { name: signedBy ?? '' })}
        />
      ) : null}
    </>
  );
}

function approverWords({ role, post }: Approval['by'][number]): string {
  return post ? said(post.name) : t(`posts.role_${role as (typeof APPROVER_ROLES)[number]}`);
}
