import {
  IconDeviceMobileOff,
  IconDoorExit,
  IconKey,
  IconLogout,
  IconPencil,
  IconToggleRight,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import styles from '../administration.module.css';
import { Leave } from './leave.tsx';
import { PasswordCode } from './password-code.tsx';
import type { Person } from './people.ts';
import { ResetFactor } from './reset-factor.tsx';
import { SignOutOf } from './sign-out.tsx';

/** What is done with a person day by day. */
export function PersonActions({ person }: { person: Person }) {
  const navigate = useNavigate();
  const duty = useWrite<boolean>({
    send: (on, options) => api.post(`people/${person.id}/duty`, { on }, options),
    changes: () => ['person', `person/${person.id}`, 'duty'],
    done: (_, on) => say(on ? t('people.now_on_duty') : t('people.now_off_duty')),
  });
  return (
    <>
      <ActionButton
        label={t('people.edit')}
        icon={IconPencil}
        hotkey="e"
        can={person.can}
        action="edit"
        onRun={() => void navigate({ to: `/administration/people/${person.id}/edit` })}
      />
      <ActionButton
        label={person.onDuty ? t('people.take_off_duty') : t('people.put_on_duty')}
        icon={IconToggleRight}
        can={person.can}
        action="duty"
        busy={duty.busy}
        onRun={() => void duty.run(!person.onDuty)}
      />
    </>
  );
}

/** How he comes in, and that he goes: wanted seldom, so it stands last. */
export function ComingAndGoing({ person }: { person: Person }) {
  const [asks, setAsks] = useState<'leave' | 'code' | 'factor' | 'out' | null>(null);
  const close = () => setAsks(null);
  if (person.can['edit'] === undefined && person.can['leave'] === undefined) return null;
  return (
    <Section title={t('people.coming_and_going')}>
      <div className={styles['row']}>
        <ActionButton
          label={t('people.password_code')}
          icon={IconKey}
          can={person.can}
          action="edit"
          onRun={() => setAsks('code')}
        />
        <ActionButton
          label={t('security.sign_out_all')}
          icon={IconLogout}
          can={person.can}
          action="edit"
          onRun={() => setAsks('out')}
        />
        <ActionButton
          label={t('second_factor.reset')}
          icon={IconDeviceMobileOff}
          can={person.can}
          action="edit"
          onRun={() => setAsks('factor')}
        />
        <ActionButton
          label={t('people.leave')}
          icon={IconDoorExit}
          kind="danger"
          can={person.can}
          action="leave"
          onRun={() => setAsks('leave')}
        />
      </div>
      <PasswordCode person={person} opened={asks === 'code'} close={close} />
      <SignOutOf person={person} opened={asks === 'out'} close={close} />
      <ResetFactor person={person} opened={asks === 'factor'} close={close} />
      <Leave person={person} opened={asks === 'leave'} close={close} />
    </Section>
  );
}
