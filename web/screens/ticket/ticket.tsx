import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useOpenTab } from '../../frame/tabs.ts';
import { KindIcon } from '../../matter/kind-icon.tsx';
import { PresentAt } from '../../matter/present.tsx';
import { urgencyWords } from '../../matter/words.ts';
import { useLooking } from '../../server/presence.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { hasDraft } from '../../ui/form/draft-store.ts';
import { Page, Panes } from '../../ui/page.tsx';
import { usePhone } from '../../ui/phone.ts';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { said, t } from '../../words/words.ts';
import { ActButtons } from './act-buttons.tsx';
import { knownActs } from './acts/all.ts';
import { fetchForms } from './acts/form-of.ts';
import { macroAct } from './acts/own.ts';
import { Doing } from './doing.tsx';
import type { Opened } from './dialogs.tsx';
import { ActDialog } from './dialogs.tsx';
import { PrintHandlingForm } from './handling-form.tsx';
import { Happened } from './happened.tsx';
import { Severity } from './severity.tsx';
import styles from './ticket.module.css';
import type { TicketView } from './view.ts';
import { useTicket } from './view.ts';
import { WhoWhere } from './who-where.tsx';

/** One matter: who and where, what happened, what is owed and can be done. */
export function Ticket() {
  const { id } = useParams({ from: '/inside/tickets/$id' });
  const { data, error, refetch } = useTicket(id);
  if (data) return <Loaded key={id} ticket={data} />;
  return (
    <Page title={t('ticket.title')}>
      {error ? <ErrorState problem={error} retry={() => void refetch()} /> : <LoadingLines count={12} />}
    </Page>
  );
}

const panes = ['who', 'happened', 'doing'] as const;
type Pane = (typeof panes)[number];

function Loaded({ ticket }: { ticket: TicketView }) {
  const [pane, setPane] = useState<Pane>('happened');
  const [opened, setOpened] = useState<Opened | null>(null);
  const phone = usePhone();
  useEffect(fetchForms, []);
  useLooking(ticket.id, () => hasDraft(`ticket/${ticket.id}/`));
  useOpenTab({ type: 'ticket', id: ticket.id, title: `${ticket.number} ${ticket.title}` });
  const acts = (
    <>
      <ActButtons ticket={ticket} acts={[macroAct(), ...knownActs()]} open={setOpened} kind="quiet" />
      <PrintHandlingForm ticket={ticket} />
    </>
  );
  return (
    <Page
      title={`${ticket.number} ${ticket.title}`}
      shape="fill"
      aside={<Aside ticket={ticket} />}
      actions={phone ? null : acts}
    >
      <div className={styles['frame']}>
        {phone ? (
          <div className={styles['switch']}>
            <Choices
              label={t('ticket.shown')}
              options={panes.map((value) => ({ value, label: t(`ticket.pane_${value}`) }))}
              value={pane}
              onChange={(next) => next && setPane(next)}
            />
          </div>
        ) : null}
        <Panes columns="minmax(15rem, 19rem) minmax(0, 1fr) minmax(19rem, 25rem)" shown={panes.indexOf(pane) + 1}>
          <div>
            <WhoWhere ticket={ticket} open={setOpened} />
          </div>
          <div>
            <Happened ticket={ticket} />
          </div>
          <div>
            <Doing ticket={ticket} open={setOpened} />
            {phone ? <div className={styles['acts']}>{acts}</div> : null}
          </div>
        </Panes>
      </div>
      <ActDialog ticket={ticket} opened={opened} close={() => setOpened(null)} />
    </Page>
  );
}

function Aside({ ticket }: { ticket: TicketView }) {
  return (
    <span className={styles['aside']}>
      <KindIcon icon={ticket.kind.icon} size={16} /> {said(ticket.kind.name)}
      <span className={styles['stage']} data-class={ticket.stage.class}>
        {said(ticket.stage.name)}
      </span>
      {ticket.urgency === 'normal' ? null : (
        <span className={styles['mark']} data-urgency={ticket.urgency}>
          {urgencyWords(ticket.urgency)}
        </span>
      )}
      <PresentAt ticketId={ticket.id} />
      {ticket.severity && ticket.severity !== 'ordinary' ? <Severity severity={ticket.severity} /> : null}
    </span>
  );
}
