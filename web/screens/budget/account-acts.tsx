import { Textarea } from '@mantine/core';
import { IconPencil, IconSend } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { refusalWords } from '../../server/refusals.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskFirst } from '../../ui/ask-first.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { AccountsPage } from './budget-data.ts';
import { Decide } from './decide.tsx';

type Props = { accounts: AccountsPage };

/** What comes next: supplied by finance, approved and so published by the manager, corrected afterwards. */
export function AccountActs({ accounts }: Props) {
  const { can, id } = accounts;
  return (
    <>
      {can['write'] === null ? <Supply accounts={accounts} /> : null}
      {can['decide'] === null ? (
        <Decide
          path={`accounts/${id}/decide`}
          body={(approved) => ({ decision: approved ? 'publish' : 'send_back' })}
          yes={t('accounts.publish')}
          no={t('budget.send_back')}
        />
      ) : null}
      {can['correct'] === null ? <Correct accounts={accounts} /> : null}
    </>
  );
}

function Supply({ accounts }: Props) {
  const [asking, ask] = useState(false);
  const [remark, setRemark] = useState(accounts.remark);
  const refused = accounts.can['supply'] ?? null;
  const write = useWrite<void>({
    send: (_nothing, options) => api.post(`accounts/${accounts.id}/supply`, { remark }, options),
    changes: () => ['accounts', 'commitment'],
    done: () => {
      ask(false);
      say(t('accounts.supplied_done'));
    },
  });
  return (
    <div>
      <ActionButton
        label={t('accounts.supply')}
        icon={IconSend}
        kind="primary"
        refused={refused ? refusalWords(refused) : null}
        onRun={() => ask(true)}
      />
      <AskFirst
        opened={asking}
        close={() => ask(false)}
        title={t('accounts.supply')}
        act={t('accounts.supply')}
        danger={false}
        busy={write.busy}
        run={() => void write.run()}
      >
        <p>{t('accounts.supply_why')}</p>
        <Textarea
          label={t('accounts.remark')}
          autosize
          minRows={2}
          maxLength={2_000}
          value={remark}
          onChange={(event) => setRemark(event.currentTarget.value)}
        />
      </AskFirst>
    </div>
  );
}

function Correct({ accounts }: Props) {
  const navigate = useNavigate();
  const [asking, ask] = useState(false);
  const write = useWrite<string, { id: string }>({
    send: (because, options) => api.post(`accounts/${accounts.id}/correct`, { because }, options),
    changes: () => ['accounts', 'commitment'],
    done: ({ id }) => {
      ask(false);
      void navigate({ to: `/budget/accounts/${id}` as never });
    },
  });
  return (
    <div>
      <ActionButton label={t('accounts.correct')} icon={IconPencil} onRun={() => ask(true)} />
      <AskWhy
        opened={asking}
        close={() => ask(false)}
        title={t('accounts.correct')}
        act={t('accounts.correct')}
        label={t('accounts.corrects')}
        busy={write.busy}
        run={(because) => void write.run(because)}
      >
        <p>{t('accounts.correct_why')}</p>
      </AskWhy>
    </div>
  );
}
