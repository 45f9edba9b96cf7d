import { IconArrowBackUp } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { DistributionLine } from '../../../src/custodian/view.ts';
import { api } from '../../server/api.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';

/** What was given in one act each, and the way back. */
export function Distributions() {
  const pages = usePages<DistributionLine>('custodian-distributions', {
    about: ['custodian_distribution', 'customer'],
  });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const [undoing, undo] = useState<DistributionLine | null>(null);
  if (rows.length === 0) return null;
  return (
    <Section title={t('custodians.distributions')}>
      <Table
        label={t('custodians.distributions')}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          { key: 'at', label: t('custodians.at'), cell: (row) => <When at={row.at} /> },
          { key: 'why', label: t('custodians.why'), cell: whyOf },
          { key: 'by', label: t('custodians.by'), cell: (row) => row.by.name },
          {
            key: 'customers',
            label: t('custodians.customers'),
            number: true,
            cell: (row) => numberWords(row.customers),
          },
          { key: 'standing', label: t('custodians.standing'), number: true, cell: (row) => numberWords(row.standing) },
          {
            key: 'undo',
            label: t('custodians.undo'),
            acts: true,
            cell: (row) => (
              <ActionButton
                label={t('custodians.undo')}
                icon={IconArrowBackUp}
                kind="quiet"
                can={row.can}
                action="undo"
                onRun={() => undo(row)}
              />
            ),
          },
        ]}
      />
      {undoing ? <Undo of={undoing} close={() => undo(null)} /> : null}
    </Section>
  );
}

function whyOf({ why, undoneBy, undoneWhy }: DistributionLine) {
  return (
    <>
      {why}
      {undoneBy ? (
        <p className="dim">{t('custodians.undone_by', { name: undoneBy.name, why: undoneWhy ?? '' })}</p>
      ) : null}
    </>
  );
}

function Undo({ of, close }: { of: DistributionLine; close: () => void }) {
  const write = useWrite<string, { undone: number; stays: number }>({
    send: (why, options) => api.post(`custodian-distributions/${of.id}/undo`, { why }, options),
    changes: () => ['custodian_distribution', 'customer', 'custodian_contact', 'commitment'],
    done: ({ undone, stays }) => {
      say(t('custodians.undone', { undone: numberWords(undone), stays: numberWords(stays) }));
      close();
    },
  });
  return (
    <AskWhy
      opened
      close={close}
      title={t('custodians.undo')}
      act={t('custodians.undo')}
      busy={write.busy}
      run={(why) => void write.run(why)}
    >
      <p>{t('custodians.undo_why')}</p>
    </AskWhy>
  );
}
