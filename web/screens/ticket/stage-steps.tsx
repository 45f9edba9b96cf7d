import { IconCheck, IconPlayerPlay } from '@tabler/icons-react';
import { api } from '../../server/api.ts';
import { later } from '../../routes/later.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { readAgain } from './act-form.tsx';
import { ActButtons } from './act-buttons.tsx';
import { courseActs } from './acts/all.ts';
import type { ActProps } from './acts/act.ts';
import type { MoveProps } from './acts/move.tsx';
import type { Open } from './dialogs.tsx';
import styles from './side.module.css';
import type { TicketView } from './view.ts';
import { changedBy } from './view.ts';

const Move = later<MoveProps>(() => import('./acts/move.tsx').then((file) => file.Move));

const moveTo = (stage: MoveProps['stage']) =>
  function MoveTo(props: ActProps) {
    return <Move {...props} stage={stage} />;
  };

/** How far it is, and the steps to its end; one that is refused is grey and says what is missing. */
export function StageAndSteps({ ticket, open }: { ticket: TicketView; open: Open }) {
  return (
    <section>
      <h2>{t('ticket.next_steps')}</h2>
      {ticket.steps.length > 0 ? (
        <ol className={styles['steps']}>
          {ticket.steps.map((step) => (
            <li key={step.key} data-done={step.doneAt ? true : undefined}>
              {step.doneAt ? <IconCheck size={13} aria-hidden /> : null}
              {said(step.name)}
              {step.doneAt ? <span className="sr-only">{t('ticket.step_done')}</span> : null}
            </li>
          ))}
        </ol>
      ) : null}
      <Outcome ticket={ticket} />
      <div className={styles['buttons']}>
        <GoOn ticket={ticket} />
        <ActButtons ticket={ticket} acts={courseActs()} open={open} />
      </div>
      <Moves ticket={ticket} open={open} />
    </section>
  );
}

function Outcome({ ticket }: { ticket: TicketView }) {
  if (!ticket.outcome && !ticket.declineReason) return null;
  return (
    <div className={styles['item']}>
      <p className={styles['text']}>{ticket.outcome ?? ticket.declineReason}</p>
      {ticket.toldAt ? (
        <p className="dim">
          {t('ticket.told_at')} <When at={ticket.toldAt} />
        </p>
      ) : null}
    </div>
  );
}

function GoOn({ ticket }: { ticket: TicketView }) {
  const goOn = useWrite<void>({
    send: (_, options) =>
      api
        .post(`tickets/${ticket.id}/go-on`, { version: ticket.version }, options)
        .catch((problem: unknown) => readAgain(ticket.id, problem)),
    changes: () => changedBy(ticket.id),
  });
  if (!ticket.stage.class.startsWith('waiting')) return null;
  return (
    <ActionButton
      label={t('ticket.go_on')}
      icon={IconPlayerPlay}
      hotkey="g"
      kind="primary"
      can={ticket.can}
      action="go_on"
      busy={goOn.busy}
      onRun={() => void goOn.run()}
    />
  );
}

/** The stages it may go to from here, by the kind's own rules; one that needs fields still empty asks for them. */
function Moves({ ticket, open }: { ticket: TicketView; open: Open }) {
  const move = useWrite<string>({
    send: (stage, options) =>
      api
        .post(`tickets/${ticket.id}/stage`, { version: ticket.version, stage }, options)
        .catch((problem: unknown) => readAgain(ticket.id, problem)),
    changes: () => changedBy(ticket.id),
  });
  if (ticket.nextStages.length === 0 || ticket.closedAt) return null;
  return (
    <div className={styles['moves']}>
      <span className="dim">{t('ticket.move_to')}</span>
      {ticket.nextStages.map((stage) => (
        <ActionButton
          key={stage.key}
          label={said(stage.name)}
          kind="quiet"
          refused={ticket.can['change'] ?? stage.why}
          busy={move.busy}
          onRun={() =>
            stage.needs.length > 0 ? open({ title: said(stage.name), form: moveTo(stage) }) : void move.run(stage.key)
          }
        />
      ))}
    </div>
  );
}
