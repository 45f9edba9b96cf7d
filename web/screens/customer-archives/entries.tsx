import { IconArchiveOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { ArchivePage } from '../../../src/customer-archive/view.ts';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absoluteDay } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';

type Entry = ArchivePage['entries'][number];

/** What was filed, the newest first; what was taken out says why. */
export function Entries({ archive }: { archive: ArchivePage }) {
  const [out, takeOut] = useState<Entry | null>(null);
  return (
    <Section title={t('customer_archives.entries')}>
      {archive.entries.length === 0 ? <p className="dim">{t('customer_archives.entries_none')}</p> : null}
      {archive.entries.length > 0 ? (
        <Table
          label={t('customer_archives.entries')}
          rows={archive.entries}
          rowId={(row) => row.id}
          columns={[
            { key: 'part', label: t('customer_archives.part'), cell: (row) => said(row.part.name) },
            { key: 'title', label: t('customer_archives.entry_title'), cell: titleOf },
            {
              key: 'dated',
              label: t('customer_archives.dated'),
              cell: (row) => (row.dated ? absoluteDay(row.dated) : null),
            },
            { key: 'lies', label: t('customer_archives.lies_at'), cell: (row) => row.liesAt },
            {
              key: 'by',
              label: t('customer_archives.filed_by'),
              cell: (row) => (
                <>
                  {row.by.name} · <When at={row.at} />
                </>
              ),
            },
            {
              key: 'withdraw',
              label: t('customer_archives.withdraw'),
              acts: true,
              cell: (row) => (
                <ActionButton
                  label={t('customer_archives.withdraw')}
                  icon={IconArchiveOff}
                  kind="quiet"
                  can={row.can}
                  action="withdraw"
                  onRun={() => takeOut(row)}
                />
              ),
            },
          ]}
        />
      ) : null}
      {out ? <Withdraw entry={out} close={() => takeOut(null)} /> : null}
    </Section>
  );
}

function titleOf({ title, withdrawnBy, withdrawnBecause }: Entry) {
  if (!withdrawnBy) return title;
  return (
    <>
      <s>{title}</s>
      <p className="dim">{t('customer_archives.withdrawn', { name: withdrawnBy.name, why: withdrawnBecause ?? '' })}</p>
    </>
  );
}

function Withdraw({ entry, close }: { entry: Entry; close: () => void }) {
  const write = useWrite<string, unknown>({
    send: (because, options) => api.post(`customer-archive-entries/${entry.id}/withdraw`, { because }, options),
    changes: () => ['customer_archive'],
    done: () => {
      say(t('customer_archives.withdrawn_now'));
      close();
    },
  });
  return (
    <AskWhy
      opened
      close={close}
      title={entry.title}
      act={t('customer_archives.withdraw')}
      label={t('customer_archives.withdraw_label')}
      busy={write.busy}
      run={(why) => void write.run(why)}
    >
      <p>{t('customer_archives.withdraw_why')}</p>
    </AskWhy>
  );
}
