import { IconLogin2, IconLogout2, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { ms, shortDay, timeOfDay } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { Mine, Shift } from './attendance-data.ts';
import { aboutShifts, hoursWords, isFaulty, stateWords } from './attendance-data.ts';
import styles from './attendance.module.css';
import { LeaveForm } from './leave-form.tsx';

/** My shifts, the one key that says that I have come or go, and asking for leave. */
export function MyAttendance() {
  const read = useRead<Mine>('attendance/mine', { about: aboutShifts });
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const { data } = read;
  if (!data)
    return read.error ? (
      <ErrorState problem={read.error} retry={() => void read.refetch()} />
    ) : (
      <LoadingLines count={6} />
    );
  return (
    <>
      <ClockKey mine={data} />
      <Section
        title={t('attendance.my_shifts')}
        actions={<ActionButton label={t('attendance.ask_leave')} icon={IconPlus} onRun={() => setAsking(true)} />}
      >
        {data.shifts.length === 0 ? (
          <EmptyState title={t('attendance.no_shifts')}>{t('attendance.no_shifts_why')}</EmptyState>
        ) : (
          <MyShifts shifts={data.shifts} />
        )}
      </Section>
      <Dialog opened={asking} close={close} title={t('attendance.ask_leave')}>
        <LeaveForm kinds={data.kinds} done={close} />
      </Dialog>
    </>
  );
}

function ClockKey({ mine: { current, can } }: { mine: Mine }) {
  const write = useWrite<'in' | 'out'>({
    send: (sort, options) => api.post('attendance/clock', { sort }, options),
    changes: () => ['shift'],
    done: () => say(t('attendance.clocked')),
  });
  const going = can['clock_out'] === null;
  return (
    <div className={styles['key']}>
      {current ? (
        <>
          <strong>
            {shortDay(current.day)} {hoursWords(current)}
          </strong>
          <span className={isFaulty(current) ? styles['fault'] : 'dim'}>
            {current.inAt || !current.thereBy
              ? stateWords(current)
              : t('attendance.there_by', { time: timeOfDay(ms(current.thereBy)) })}
          </span>
        </>
      ) : (
        <span className="dim">{t('attendance.no_current')}</span>
      )}
      {going ? (
        <ActionButton
          label={t('attendance.clock_out')}
          icon={IconLogout2}
          kind="primary"
          size="lg"
          hotkey="K"
          busy={write.busy}
          onRun={() => void write.run('out')}
        />
      ) : (
        <ActionButton
          label={t('attendance.clock_in')}
          icon={IconLogin2}
          kind="primary"
          size="lg"
          hotkey="K"
          can={can}
          action="clock_in"
          busy={write.busy}
          onRun={() => void write.run('in')}
        />
      )}
    </div>
  );
}

function MyShifts({ shifts }: { shifts: readonly Shift[] }) {
  return (
    <Table
      label={t('attendance.my_shifts')}
      rows={shifts}
      rowId={({ id }) => id}
      columns={[
        { key: 'day', label: t('attendance.day'), cell: ({ day }) => shortDay(day) },
        { key: 'hours', label: t('attendance.hours'), cell: hoursWords },
        { key: 'where', label: t('attendance.where'), cell: ({ presence }) => t(`attendance.${presence}`) },
        { key: 'in', label: t('attendance.came'), cell: ({ inAt }) => (inAt ? timeOfDay(ms(inAt)) : '–') },
        { key: 'out', label: t('attendance.went'), cell: ({ outAt }) => (outAt ? timeOfDay(ms(outAt)) : '–') },
        {
          key: 'state',
          label: t('attendance.state'),
          cell: (shift) => <span className={isFaulty(shift) ? styles['fault'] : undefined}>{stateWords(shift)}</span>,
        },
      ]}
    />
  );
}
