import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { addressOf } from '../../frame/addresses.ts';
import { refusalWords } from '../../server/refusals.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { CheckItem, CheckPage } from './answers.ts';
import { ItemForm } from './item-form.tsx';
import { ItemResults } from './item-results.tsx';

/** The records drawn, and one of them open to be looked at; the next that waits opens by itself. */
export function Sheet({ check }: { check: CheckPage }) {
  const waiting = check.items.find((item) => item.lookedAt === null);
  const [chosen, choose] = useState<string | null>(null);
  const item = check.items.find((one) => one.id === chosen) ?? waiting ?? check.items[0]!;
  const at = check.items.indexOf(item);
  const step = (by: number) => choose(check.items[at + by]?.id ?? item.id);
  return (
    <>
      <Section
        title={t('quality.records')}
        aside={t('quality.looked_of', { looked: numberWords(check.looked), drawn: numberWords(check.drawn) })}
      >
        <Records items={check.items} open={item} choose={choose} />
      </Section>
      <Section
        title={t('quality.record_no', { no: item.no })}
        actions={
          <>
            <ActionButton
              label={t('quality.before')}
              icon={IconChevronLeft}
              hotkey="k"
              refused={at === 0 ? t('quality.first') : null}
              onRun={() => step(-1)}
            />
            <ActionButton
              label={t('quality.next')}
              icon={IconChevronRight}
              hotkey="j"
              refused={at === check.items.length - 1 ? t('quality.last') : null}
              onRun={() => step(1)}
            />
          </>
        }
      >
        <RecordFacts item={item} />
        <Looking check={check} item={item} done={() => choose(null)} />
      </Section>
    </>
  );
}

type LookingProps = { check: CheckPage; item: CheckItem; done: () => void };

/** The form for whoever looks at this record, what was found in it, or why somebody else looks. */
function Looking({ check, item, done }: LookingProps) {
  const refused = item.can['check'] ?? null;
  if (item.lookedAt !== null) return <ItemResults check={check} item={item} />;
  if (refused === null) return <ItemForm key={item.id} check={check} item={item} done={done} />;
  return <Notice tone="wait">{refusalWords(refused)}</Notice>;
}

function resultWords(item: CheckItem): string {
  if (item.lookedAt === null) return t('quality.not_looked');
  const failed = item.results.filter((line) => !line.passed).length;
  return failed === 0 ? t('quality.all_in_order') : t('quality.n_faults', { count: failed });
}

function Records({ items, open, choose }: { items: CheckItem[]; open: CheckItem; choose: (id: string) => void }) {
  return (
    <Table
      label={t('quality.records')}
      rows={items}
      rowId={(row) => row.id}
      columns={[
        {
          key: 'record',
          label: t('quality.record'),
          cell: (row) => (
            <ActionButton
              kind={row === open ? 'plain' : 'quiet'}
              label={row.record ? `${row.no} · ${row.record.number} ${row.record.title}` : String(row.no)}
              onRun={() => choose(row.id)}
            />
          ),
        },
        { key: 'person', label: t('quality.of_person'), cell: (row) => row.record?.person?.name },
        { key: 'result', label: t('quality.result'), cell: resultWords },
        { key: 'by', label: t('quality.looked_by'), cell: (row) => row.lookedBy?.name },
        { key: 'at', label: t('quality.looked_at'), cell: (row) => (row.lookedAt ? absolute(row.lookedAt) : null) },
      ]}
    />
  );
}

/** What was drawn, as far as it helps to look at it; the record itself is one press away. */
function RecordFacts({ item: { record } }: { item: CheckItem }) {
  if (!record) return <p className="dim">{t('quality.record_gone')}</p>;
  const title = `${record.number} ${record.title}`.trim();
  const address = record.seen ? addressOf(record.type, record.id) : null;
  return (
    <Facts
      lines={[
        { label: t('quality.record'), value: address ? <Go to={address}>{title}</Go> : title },
        { label: t('quality.of_person'), value: record.person?.name },
        { label: t('quality.department'), value: record.department ? said(record.department.name) : null },
        { label: t('quality.ended_at'), value: record.at ? absolute(record.at) : null },
        {
          label: t('quality.satisfaction'),
          value: record.satisfaction === null ? null : numberWords(record.satisfaction),
        },
        { label: t('quality.noted'), value: record.words },
      ]}
    />
  );
}
