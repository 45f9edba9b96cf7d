import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { AskFirst } from '../../../ui/ask-first.tsx';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import type { Person } from './people.ts';

/** Out everywhere: for a device that was stolen. */
export function SignOutOf({ person, opened, close }: { person: Person; opened: boolean; close: () => void }) {
  const [endTokens, setEndTokens] = useState(false);
  const end = useWrite<boolean>({
    send: (tokens, options) => api.post(`people/${person.id}/sign-out`, { endTokens: tokens }, options),
    changes: () => ['session'],
    done: () => {
      say(t('security.signed_out'));
      close();
    },
  });
  return (
    <AskFirst
      opened={opened}
      close={close}
      title={t('security.sign_out_title', { name: person.name })}
      act={t('security.sign_out_all')}
      busy={end.busy}
      run={() => void end.run(endTokens)}
    >
      <p>{t('security.sign_out_why')}</p>
      <Checkbox
        size="md"
        label={t('security.also_tokens')}
        checked={endTokens}
        onChange={(event) => setEndTokens(event.currentTarget.checked)}
      />
    </AskFirst>
  );
}
