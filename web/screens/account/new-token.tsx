import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { tokenMade } from '../../../src/auth/inputs.ts';
import { api } from '../../server/api.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { HOUR, instantOf, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { rights, rightWords } from '../administration/posts/post-values.ts';
import styles from './account.module.css';

type Made = z.output<typeof tokenMade>;
type Values = { name: string; rights: string[]; days: string };

/** A token is made with a name, its rights and its end, and shown this once. */
export function NewToken({ opened, longestDays, close }: { opened: boolean; longestDays: number; close: () => void }) {
  const [made, setMade] = useState<Made | null>(null);
  const end = () => {
    setMade(null);
    close();
  };
  return (
    <Dialog opened={opened} close={end} title={t('account.new_token')} size="lg">
      {made ? <Shown made={made} end={end} /> : <TokenForm longestDays={longestDays} made={setMade} />}
    </Dialog>
  );
}

/** A year is offered unless the house allows less; then that is. */
function livesOf(longestDays: number): string[] {
  const longest = Math.min(365, longestDays);
  return [...[7, 30, 90].filter((days) => days < longest), longest].map(String);
}

function Shown({ made, end }: { made: Made; end: () => void }) {
  return (
    <div className={styles['stack']}>
      <p>{t('account.token_once', { name: made.name })}</p>
      <p className={styles['token']}>{made.token}</p>
      <div>
        <ActionButton label={t('account.token_kept')} kind="primary" onRun={end} />
      </div>
    </div>
  );
}

function TokenForm({ longestDays, made }: { longestDays: number; made: (token: Made) => void }) {
  const lives = livesOf(longestDays);
  const held = useSession().rights;
  const draft = useDraftForm<Values, Made>({
    subject: 'personal_token/new',
    initial: { name: '', rights: [], days: lives.at(-1)! },
    check: (values) => ({
      name: values.name.trim() ? null : t('account.token_name_needed'),
      rights: values.rights.length > 0 ? null : t('account.token_rights_needed'),
    }),
    send: ({ name, rights: wanted, days }, options) => {
      const expiresAt = instantOf(nowMs() + Number(days) * 24 * HOUR);
      return api.post<Made>('me/tokens', { name: name.trim(), rights: wanted, expiresAt }, options);
    },
    changes: () => ['session'],
    done: made,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('account.make_token')}>
      <div className={styles['fields']}>
        <TextInput label={t('account.token_name')} required maxLength={200} {...form.getInputProps('name')} />
        <NativeSelect
          label={t('account.expires')}
          data={lives.map((days) => ({
            value: days,
            label: t('account.in_days', { count: Number(days) }),
          }))}
          {...form.getInputProps('days')}
        />
      </div>
      <Checkbox.Group label={t('account.token_rights')} required {...form.getInputProps('rights')}>
        <div className={styles['rights']}>
          {rights
            .filter((right) => held.includes(right))
            .map((right) => (
              <Checkbox key={right} size="md" value={right} label={rightWords(right)} />
            ))}
        </div>
      </Checkbox.Group>
    </FormFrame>
  );
}
