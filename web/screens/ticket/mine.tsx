import { IconAlarmSnooze, IconEye, IconEyeOff } from '@tabler/icons-react';
import { api } from '../../server/api.ts';
import { ReminderButtons } from '../../matter/reminder-buttons.tsx';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { listWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { ActButtons } from './act-buttons.tsx';
import { ownActs } from './acts/own.ts';
import type { Open } from './dialogs.tsx';
import styles from './side.module.css';
import type { TicketView } from './view.ts';
import { changedBy } from './view.ts';

/** What is my own affair about it: watching, put off, to be reminded. Nobody else sees it, but who watches. */
export function Mine({ ticket, open }: { ticket: TicketView; open: Open }) {
  const watchers = ticket.inSight.filter((one) => one.told);
  return (
    <section>
      <h2>{t('put_off.mine')}</h2>
      {watchers.length > 0 ? (
        <p>{t('put_off.watched_by', { names: listWords(watchers.map((one) => one.name)) })}</p>
      ) : null}
      <Snoozed ticket={ticket} />
      {ticket.mine.reminders.map((one) => (
        <Reminder key={one.id} ticket={ticket} reminder={one} />
      ))}
      <div className={styles['buttons']}>
        <Watching ticket={ticket} />
        <ActButtons ticket={ticket} acts={ownActs()} open={open} kind="quiet" />
      </div>
    </section>
  );
}

function Watching({ ticket }: { ticket: TicketView }) {
  const me = useSession().person.id;
  const { watching } = ticket.mine;
  const turn = useWrite<boolean>({
    send: (stop, options) =>
      stop
        ? api.delete(`tickets/${ticket.id}/watchers/${me}`, options)
        : api.post(`tickets/${ticket.id}/watchers`, {}, options),
    changes: () => changedBy(ticket.id),
  });
  return (
    <ActionButton
      label={watching ? t('put_off.stop_watching') : t('put_off.watch')}
      icon={watching ? IconEyeOff : IconEye}
      kind="quiet"
      can={ticket.can}
      action="watch"
      busy={turn.busy}
      onRun={() => void turn.run(watching)}
    />
  );
}

function Snoozed({ ticket }: { ticket: TicketView }) {
  const { snooze } = ticket.mine;
  const wake = useWrite<void>({
    send: (_, options) => api.delete(`tickets/${ticket.id}/snooze`, options),
    changes: () => changedBy(ticket.id),
  });
  if (!snooze) return null;
  return (
    <div className={styles['offer']}>
      <p>
        <IconAlarmSnooze size={15} aria-hidden /> {t(`put_off.state_${snooze.state}`)}{' '}
        {snooze.until ? <When at={snooze.until} /> : null} {snooze.untilAnswered ? t('put_off.or_answered') : null}
      </p>
      <div className={styles['buttons']}>
        <ActionButton
          label={snooze.state === 'back' ? t('put_off.seen') : t('put_off.wake')}
          busy={wake.busy}
          onRun={() => void wake.run()}
        />
      </div>
    </div>
  );
}

type ReminderProps = { ticket: TicketView; reminder: TicketView['mine']['reminders'][number] };

function Reminder({ ticket, reminder }: ReminderProps) {
  return (
    <div className={styles['item']}>
      <p>
        {reminder.words} <When at={reminder.dueAt} className="dim" />
      </p>
      <ReminderButtons id={reminder.id} about={ticket.id} />
    </div>
  );
}
