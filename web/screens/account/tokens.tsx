import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { tokenOut } from '../../../src/auth/inputs.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { dateOf, listWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import type { Right } from '../administration/posts/post-values.ts';
import { rightWords } from '../administration/posts/post-values.ts';
import { NewToken } from './new-token.tsx';

type Token = z.output<typeof tokenOut>;

/** Tokens for one's own programs: what each may do, until when, and when it was last used. */
export function Tokens() {
  const read = useRead<{ items: Token[]; longestDays: number }>('me/tokens', { about: ['session'] });
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<Token | null>(null);
  const end = useWrite<string>({
    send: (id, options) => api.delete(`me/tokens/${id}`, options),
    changes: () => ['session'],
    done: () => setEnding(null),
  });
  return (
    <Section
      title={t('account.tokens')}
      actions={<ActionButton label={t('account.new_token')} icon={IconPlus} onRun={() => setMaking(true)} />}
    >
      <p className="dim">{t('account.tokens_why')}</p>
      {read.isPending ? <LoadingLines count={2} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data && read.data.items.length > 0 ? (
        <Table
          label={t('account.tokens')}
          rows={read.data.items}
          rowId={(row) => row.id}
          columns={[
            { key: 'name', label: t('account.token_name'), cell: (row) => row.name },
            {
              key: 'rights',
              label: t('posts.rights'),
              cell: (row) => listWords(row.rights.map((one) => rightWords(one as Right))),
            },
            { key: 'until', label: t('account.expires'), cell: (row) => dateOf(row.expiresAt) },
            {
              key: 'used',
              label: t('account.last_used'),
              cell: (row) => (row.lastUsedAt ? <When at={row.lastUsedAt} /> : t('account.never')),
            },
            {
              key: 'end',
              label: t('account.end_token'),
              acts: true,
              cell: (row) => <ActionButton label={t('account.end_token')} kind="quiet" onRun={() => setEnding(row)} />,
            },
          ]}
        />
      ) : null}
      <NewToken opened={making} longestDays={read.data?.longestDays ?? 365} close={() => setMaking(false)} />
      <AskFirst
        opened={ending !== null}
        close={() => setEnding(null)}
        title={t('account.end_token_title', { name: ending?.name ?? '' })}
        act={t('account.end_token')}
        busy={end.busy}
        run={() => ending && void end.run(ending.id)}
      >
        <p>{t('account.end_token_why')}</p>
      </AskFirst>
    </Section>
  );
}
