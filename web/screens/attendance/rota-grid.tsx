import { IconPlus } from '@tabler/icons-react';
import { ActionButton } from '../../ui/action-button.tsx';
import { Table } from '../../ui/table.tsx';
import { absoluteDay, shortDay } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { RotaWeek, Shift } from './attendance-data.ts';
import { hoursWords, isFaulty, stateWords } from './attendance-data.ts';
import styles from './attendance.module.css';

type Line = RotaWeek['people'][number];
export type Cell = { person: Line['person']; day: string };
type GridProps = { week: RotaWeek; plan: (cell: Cell) => void; look: (shift: Shift) => void };

/** People down, days across; each shift opens, and an empty place is where one is planned. */
export function RotaGrid({ week, plan, look }: GridProps) {
  return (
    <Table
      label={t('attendance.view_rota')}
      rows={week.people}
      rowId={({ person }) => person.id}
      columns={[
        {
          key: 'person',
          label: t('attendance.person'),
          cell: ({ person, department }) => (
            <>
              {person.name} {department ? <span className="dim">{said(department.name)}</span> : null}
            </>
          ),
        },
        ...week.days.map((day) => ({
          key: day,
          label: shortDay(day),
          cell: (line: Line) => (
            <div className={styles['cell']}>
              {line.shifts
                .filter((shift) => shift.day === day)
                .map((shift) => (
                  <ShiftButton key={shift.id} shift={shift} look={look} />
                ))}
              {line.plan && day >= week.today ? (
                <ActionButton
                  label={t('attendance.plan_for', { name: line.person.name, day: absoluteDay(day) })}
                  icon={IconPlus}
                  iconOnly
                  kind="quiet"
                  onRun={() => plan({ person: line.person, day })}
                />
              ) : null}
            </div>
          ),
        })),
      ]}
    />
  );
}

function ShiftButton({ shift, look }: { shift: Shift; look: (shift: Shift) => void }) {
  const fault = isFaulty(shift);
  const words = shift.published ? stateWords(shift) : t('attendance.draft');
  return (
    <button
      type="button"
      className={styles['shift']}
      data-draft={shift.published ? undefined : true}
      data-fault={fault || undefined}
      onClick={() => look(shift)}
    >
      <span>{hoursWords(shift)}</span>
      {shift.presence === 'online' ? <span className="dim">{t('attendance.online')}</span> : null}
      {shift.published && shift.state === 'ahead' ? null : (
        <span className={fault ? styles['fault'] : 'dim'}>{words}</span>
      )}
    </button>
  );
}
