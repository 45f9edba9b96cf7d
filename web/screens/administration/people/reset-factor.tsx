import { api } from '../../../server/api.ts';
import { AskWhy } from '../../../ui/ask-why.tsx';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import type { Person } from './people.ts';

/** For somebody who lost the telephone; how it was made sure who asks is kept. */
export function ResetFactor({ person, opened, close }: { person: Person; opened: boolean; close: () => void }) {
  const reset = useWrite<string>({
    send: (reason, options) => api.post(`people/${person.id}/second-factor/reset`, { why: reason }, options),
    changes: () => ['person', `person/${person.id}`, 'session'],
    done: () => {
      say(t('second_factor.reset_done'));
      close();
    },
  });
  return (
    <AskWhy
      opened={opened}
      close={close}
      title={t('second_factor.reset_title', { name: person.name })}
      act={t('second_factor.reset')}
      label={t('second_factor.reset_why')}
      danger
      busy={reset.busy}
      run={(why) => void reset.run(why)}
    >
      <p>{t('second_factor.reset_how')}</p>
    </AskWhy>
  );
}
