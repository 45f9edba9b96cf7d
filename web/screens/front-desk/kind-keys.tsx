import { Skeleton } from '@mantine/core';
import { IconChecklist, IconPhoneOff } from '@tabler/icons-react';
import { useRef } from 'react';
import { KindIcon } from '../../matter/kind-icon.tsx';
import { keyCap, useKeys } from '../../ui/keys.ts';
import { said, t } from '../../words/words.ts';
import { opensNothing } from './intake.ts';
import styles from './kind-keys.module.css';
import type { IntakeForm } from './use-intake.ts';

type Choice = { value: string; key: string | null; label: string; about: string; icon: React.ReactNode };

/** What he wants, as big keys: 1 to 9 and 0 for what people call about, T for a superior's task, C for what opens nothing. */
export function KindKeys({ intake: { desk, values, choose } }: { intake: IntakeForm }) {
  const within = useRef<HTMLDivElement>(null);
  const choices = choicesOf(desk.items.filter((one) => !one.retired));
  useKeys(
    choices.flatMap(({ key, label, value }) =>
      key ? [{ key, label, group: 'screen' as const, run: () => choose(value) }] : [],
    ),
    within,
  );
  if (desk.items.length === 0) return <KeysToCome />;
  return (
    <div ref={within} role="group" aria-label={t('front_desk.what_about')} className={styles['keys']}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === values.kind}
          aria-keyshortcuts={choice.key ?? undefined}
          title={choice.about}
          onClick={() => choose(choice.value)}
        >
          {choice.key ? <kbd aria-hidden>{keyCap(choice.key)}</kbd> : null}
          {choice.icon}
          <span>{choice.label}</span>
        </button>
      ))}
    </div>
  );
}

/** As many grey keys as the estate has kinds, each as high as a key: what stands below does not move when they come. */
function KeysToCome() {
  return (
    <div className={styles['keys']} role="status" aria-busy aria-label={t('problem.loading')}>
      {Array.from({ length: 13 }, (_, key) => (
        <Skeleton key={key} className={styles['to_come'] ?? ''} animate={false} />
      ))}
    </div>
  );
}

function choicesOf(kinds: IntakeForm['desk']['items']): Choice[] {
  const called = kinds
    .filter((kind) => kind.digit !== null)
    .sort((one, other) => order(one.digit) - order(other.digit));
  const uncalled = kinds.filter((kind) => kind.digit === null);
  const task = uncalled.find((kind) => kind.type === 'task');
  const choice = (kind: (typeof kinds)[number]): Choice => ({
    value: kind.key,
    key: kind.digit ?? (kind === task ? 't' : null),
    label: said(kind.name),
    about: said(kind.about),
    icon: kind.type === 'task' ? <IconChecklist size={18} stroke={1.6} aria-hidden /> : <KindIcon icon={kind.icon} />,
  });
  const nothing: Choice = {
    value: opensNothing,
    key: 'c',
    label: t('front_desk.opens_nothing'),
    about: t('front_desk.opens_nothing_why'),
    icon: <IconPhoneOff size={18} stroke={1.6} aria-hidden />,
  };
  return [...called.map(choice), ...uncalled.map(choice), nothing];
}

/** Nought stands after nine, as on a telephone. */
function order(digit: string | null): number {
  return digit === '0' ? 10 : Number(digit);
}
