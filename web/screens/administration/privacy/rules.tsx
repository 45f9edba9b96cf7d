import { useState } from 'react';
import { useRead } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Section } from '../../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import { RuleForm } from './rule-form.tsx';
import type { Rule } from './rule-words.ts';
import { countWords } from './rule-words.ts';

/** Every rule with what would go by it now; each is off until somebody turns it on. */
export function Rules() {
  const read = useRead<{ items: Rule[] }>('retention', { about: ['organisation'] });
  const [editing, setEditing] = useState<Rule | null>(null);
  return (
    <Section title={t('privacy.rules')}>
      <p className="dim">{t('privacy.rules_why')}</p>
      {read.isPending ? <LoadingLines count={5} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? (
        <Table
          label={t('privacy.rules')}
          rows={read.data.items}
          rowId={(row) => row.key}
          columns={[
            { key: 'rule', label: t('privacy.rule'), cell: (row) => t(`privacy.rule_${row.key}`) },
            {
              key: 'days',
              label: t('privacy.kept_for'),
              cell: (row) => (row.days === null ? t('privacy.forever') : t('privacy.days', { count: row.days })),
            },
            {
              key: 'go',
              label: t('privacy.would_go'),
              number: true,
              cell: (row) => (row.wouldGo ? countWords(row.wouldGo) : null),
            },
            {
              key: 'oldest',
              label: t('privacy.oldest'),
              cell: (row) => (row.oldest ? <When at={row.oldest} /> : null),
            },
            { key: 'why', label: t('privacy.why'), cell: (row) => row.why },
            {
              key: 'change',
              label: t('privacy.change'),
              cell: (row) => (
                <ActionButton
                  label={t('privacy.change')}
                  kind="quiet"
                  can={row.can}
                  action="change"
                  onRun={() => setEditing(row)}
                />
              ),
            },
          ]}
        />
      ) : null}
      <Dialog
        opened={editing !== null}
        close={() => setEditing(null)}
        title={editing ? t('privacy.change_title', { what: t(`privacy.rule_${editing.key}`) }) : ''}
      >
        {editing ? <RuleForm rule={editing} done={() => setEditing(null)} /> : null}
      </Dialog>
    </Section>
  );
}
