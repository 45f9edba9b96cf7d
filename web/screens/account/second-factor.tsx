import { useState } from 'react';
import type { z } from 'zod';
import type { ownFactorOut } from '../../../src/auth/second-factor-view.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute, numberWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import styles from './account.module.css';
import { Enrol } from './enrol.tsx';
import { NewBackupCodes, TurnOff } from './second-factor-acts.tsx';

type Factor = z.output<typeof ownFactorOut>;
type Asks = 'enrol' | 'codes' | 'off' | null;

/** One's own second factor: whether there is one, what is left of its backup codes, and what can be done about it. */
export function SecondFactor() {
  const read = useRead<Factor>('me/second-factor', { about: ['session'] });
  const [asks, setAsks] = useState<Asks>(null);
  const close = () => setAsks(null);
  const { data } = read;
  return (
    <Section title={t('second_factor.title')}>
      {read.isPending ? <LoadingLines count={2} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Standing factor={data} ask={setAsks} /> : null}
      <Dialog opened={asks === 'enrol'} close={close} title={t('second_factor.title')}>
        <Enrol withPassword done={close} />
      </Dialog>
      <Dialog opened={asks === 'codes'} close={close} title={t('second_factor.new_codes')}>
        <NewBackupCodes done={close} />
      </Dialog>
      <Dialog opened={asks === 'off'} close={close} title={t('second_factor.turn_off')}>
        <TurnOff done={close} />
      </Dialog>
    </Section>
  );
}

function Standing({ factor, ask }: { factor: Factor; ask: (asks: Asks) => void }) {
  const forget = useWrite({
    send: (_, options) => api.delete('me/trusted-devices', options),
    changes: () => ['session'],
    done: () => say(t('second_factor.forgotten')),
  });
  if (!factor.since)
    return (
      <div className={styles['stack']}>
        <Required factor={factor} />
        <p className="dim">{t('second_factor.off')}</p>
        <div>
          <ActionButton label={t('second_factor.set_up')} onRun={() => ask('enrol')} />
        </div>
      </div>
    );
  return (
    <div className={styles['stack']}>
      <Facts
        lines={[
          { label: t('second_factor.on_since'), value: <When at={factor.since} /> },
          { label: t('second_factor.backup_left'), value: numberWords(factor.backupLeft) },
          { label: t('second_factor.trusted'), value: numberWords(factor.trustedDevices) },
        ]}
      />
      <div className={styles['row']}>
        <ActionButton label={t('second_factor.new_codes')} onRun={() => ask('codes')} />
        {factor.trustedDevices > 0 ? (
          <ActionButton label={t('second_factor.forget')} busy={forget.busy} onRun={() => void forget.run(undefined)} />
        ) : null}
        <ActionButton label={t('second_factor.turn_off')} onRun={() => ask('off')} />
      </div>
    </div>
  );
}

function Required({ factor }: { factor: Factor }) {
  if (!factor.required) return null;
  return (
    <Notice tone="soon">
      {factor.requiredFrom
        ? t('second_factor.required_from', { when: absolute(factor.requiredFrom) })
        : t('second_factor.required')}
    </Notice>
  );
}
