import { IconSignature, IconX } from '@tabler/icons-react';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import type { DayPage } from './day.tsx';

type DepartmentPart = DayPage['departments'][number];
type Line = DepartmentPart['lines'][number];

/** What one department is handed: each line leads to its record; its head says that he has it. */
export function Part({ day, part }: { day: DayPage; part: DepartmentPart }) {
  const { department, acknowledgedAt, acknowledgedBy } = part;
  const acknowledge = useWrite<null>({
    send: (_nothing, options) =>
      api.post(`daily-records/${day.id}/acknowledge`, { departmentId: department.id }, options),
    changes: () => [`daily_record/${day.id}`, 'daily_record', 'commitment'],
    done: () => say(t('daily.acknowledged_done')),
  });
  const owes = day.handedAt !== null && acknowledgedAt === null;
  return (
    <Section
      title={said(department.name)}
      aside={String(part.lines.length)}
      actions={
        owes && part.can['acknowledge'] === null ? (
          <ActionButton
            label={t('daily.acknowledge')}
            icon={IconSignature}
            kind="primary"
            busy={acknowledge.busy}
            onRun={() => void acknowledge.run(null)}
          />
        ) : null
      }
    >
      <Facts
        lines={[
          { label: t('daily.addressee'), value: part.addressee?.name },
          { label: t('daily.acknowledge_by'), value: owes && part.dueAt ? absolute(part.dueAt) : null },
          {
            label: t('daily.acknowledged'),
            value:
              acknowledgedBy && acknowledgedAt
                ? t('daily.by_when', { name: acknowledgedBy.name, when: absolute(acknowledgedAt) })
                : null,
          },
        ]}
      />
      <Lines day={day} part={part} />
    </Section>
  );
}

function Lines({ day, part }: { day: DayPage; part: DepartmentPart }) {
  return (
    <Table
      label={said(part.department.name)}
      rows={part.lines}
      rowId={(line) => line.id ?? `${line.sort} ${line.ticket?.id ?? ''}`}
      columns={[
        { key: 'what', label: t('daily.what'), cell: What },
        { key: 'sort', label: t('daily.sort'), cell: (line) => t(`daily.sort_${line.sort}`) },
        { key: 'since', label: t('daily.since'), cell: (line) => (line.openedAt ? absolute(line.openedAt) : null) },
        { key: 'by', label: t('daily.written_by'), cell: (line) => <Author day={day} line={line} /> },
      ]}
    />
  );
}

function What({ ticket, text }: Line) {
  return ticket ? (
    <Go to={`/tickets/${ticket.id}`}>
      {String(ticket.number)} {ticket.title}
    </Go>
  ) : (
    text
  );
}

/** Who wrote it by hand, and the way to take it out again. */
function Author({ day, line }: { day: DayPage; line: Line }) {
  const remove = useWrite<null>({
    send: (_nothing, options) => api.delete(`daily-records/${day.id}/lines/${line.id}`, options),
    changes: () => [`daily_record/${day.id}`],
    done: () => say(t('daily.removed')),
  });
  if (!line.by) return t('daily.by_itself');
  return (
    <>
      {line.by.name}{' '}
      {line.can['remove'] === null ? (
        <ActionButton
          label={t('daily.remove')}
          icon={IconX}
          kind="quiet"
          busy={remove.busy}
          onRun={() => void remove.run(null)}
        />
      ) : null}
    </>
  );
}
