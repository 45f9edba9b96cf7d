import { IconChevronLeft, IconChevronRight, IconCopy, IconSend } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absoluteDay, shortDay } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { RotaWeek, Shift } from './attendance-data.ts';
import { aboutShifts, daysFrom } from './attendance-data.ts';
import styles from './attendance.module.css';
import type { Cell } from './rota-grid.tsx';
import { RotaGrid } from './rota-grid.tsx';
import { ShiftDialog } from './shift-dialog.tsx';
import { ShiftForm } from './shift-form.tsx';

const route = getRouteApi('/inside/staff/attendance');

/** The rota of a week: drafts until they are published, copied on from week to week. */
export function RotaOfWeek() {
  const { week } = route.useSearch();
  const navigate = route.useNavigate();
  const query = week ? { week } : {};
  const read = useRead<RotaWeek>('attendance/rota', { about: aboutShifts, query, keep: true });
  const [planning, plan] = useState<Cell | null>(null);
  const [looking, look] = useState<Shift | null>(null);
  const { data } = read;
  if (!data)
    return read.error ? (
      <ErrorState problem={read.error} retry={() => void read.refetch()} />
    ) : (
      <LoadingLines count={10} />
    );
  const go = (days: number) =>
    void navigate({ search: (before) => ({ ...before, week: daysFrom(data.begins, days) }) });
  return (
    <>
      <div className={styles['line']}>
        <div className={styles['week']}>
          <ActionButton label={t('attendance.week_before')} icon={IconChevronLeft} iconOnly onRun={() => go(-7)} />
          <strong>
            {shortDay(data.begins)} – {shortDay(daysFrom(data.begins, 6))}
          </strong>
          <ActionButton label={t('attendance.week_after')} icon={IconChevronRight} iconOnly onRun={() => go(7)} />
        </div>
        {data.can['plan'] === null ? <WeekActs week={data} /> : null}
      </div>
      {data.people.length === 0 ? (
        <EmptyState title={t('attendance.nobody')}>{t('attendance.nobody_why')}</EmptyState>
      ) : (
        <div className={styles['grid']}>
          <RotaGrid week={data} plan={plan} look={look} />
        </div>
      )}
      <Dialog
        opened={planning !== null}
        close={() => plan(null)}
        title={planning ? `${planning.person.name} · ${absoluteDay(planning.day)}` : ''}
      >
        {planning ? <ShiftForm cell={planning} done={() => plan(null)} /> : null}
      </Dialog>
      <ShiftDialog shift={looking} close={() => look(null)} />
    </>
  );
}

function WeekActs({ week: { begins, drafts } }: { week: RotaWeek }) {
  const [asked, ask] = useState(false);
  const publish = useWrite<null, { count: number }>({
    send: (_, options) => api.post('attendance/rota/publish', { week: begins }, options),
    changes: () => ['shift'],
    done: ({ count }) => {
      say(t('attendance.published', { count }));
      ask(false);
    },
  });
  const copy = useWrite<null, { count: number }>({
    send: (_, options) => api.post('attendance/rota/copy', { week: daysFrom(begins, -7), to: begins }, options),
    changes: () => ['shift'],
    done: ({ count }) => say(t('attendance.copied', { count })),
  });
  return (
    <>
      <ActionButton
        label={t('attendance.copy_last')}
        icon={IconCopy}
        busy={copy.busy}
        onRun={() => void copy.run(null)}
      />
      <ActionButton
        label={t('attendance.publish', { count: drafts })}
        icon={IconSend}
        kind="primary"
        refused={drafts === 0 ? t('attendance.no_drafts') : null}
        onRun={() => ask(true)}
      />
      <AskFirst
        opened={asked}
        close={() => ask(false)}
        title={t('attendance.publish_title')}
        act={t('attendance.publish_act')}
        danger={false}
        busy={publish.busy}
        run={() => void publish.run(null)}
      >
        <p>{t('attendance.publish_what', { count: drafts })}</p>
      </AskFirst>
    </>
  );
}
