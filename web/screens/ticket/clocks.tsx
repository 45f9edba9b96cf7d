import { later } from '../../routes/later.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ClockStrip } from '../../ui/clock/clock-strip.tsx';
import { ms } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { ActProps } from './acts/act.ts';
import type { Open } from './dialogs.tsx';
import styles from './side.module.css';
import type { Clock, TicketView } from './view.ts';

const KeepPromise = later<ActProps & { promise: Clock }>(() =>
  import('./acts/promise.tsx').then((file) => file.KeepPromise),
);

const isOpen = (clock: Clock) => clock.state === 'running' || clock.state === 'paused';

/** Every promise that runs, the first due first; the settled ones folded away. */
export function Clocks({ ticket, open }: { ticket: TicketView; open: Open }) {
  const running = ticket.clocks.filter(isOpen).sort((one, other) => ms(one.dueAt) - ms(other.dueAt));
  const settled = ticket.clocks.filter((clock) => !isOpen(clock));
  return (
    <section>
      <h2>{t('ticket.owed')}</h2>
      {running.length === 0 ? <p className="dim">{t('ticket.nothing_owed')}</p> : null}
      <div className={styles['clocks']}>
        {running.map((clock) => (
          <div key={clock.id} className={styles['clock']}>
            <ClockStrip clock={clock} />
            {clock.kind === 'promise' ? <Kept ticket={ticket} promise={clock} open={open} /> : null}
          </div>
        ))}
      </div>
      {settled.length > 0 ? (
        <details className={styles['fold']}>
          <summary>{t('ticket.settled_clocks', { count: settled.length })}</summary>
          <div className={styles['clocks']}>
            {settled.map((clock) => (
              <ClockStrip key={clock.id} clock={clock} />
            ))}
          </div>
        </details>
      ) : null}
    </section>
  );
}

function Kept({ ticket, promise, open }: { ticket: TicketView; promise: Clock; open: Open }) {
  const form = (props: ActProps) => <KeepPromise {...props} promise={promise} />;
  return (
    <div>
      <ActionButton
        label={t('ticket.promise_kept')}
        can={ticket.can}
        action="promise"
        onRun={() => open({ title: t('ticket.promise_kept'), form })}
      />
    </div>
  );
}
