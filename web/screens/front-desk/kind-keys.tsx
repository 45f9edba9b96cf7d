import { Skeleton } from '@mantine/core';
import { IconChecklist, IconDots, IconPhoneOff } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { KindIcon } from '../../matter/kind-icon.tsx';
import { keyCap, useKeys } from '../../ui/keys.ts';
import { said, t } from '../../words/words.ts';
import { opensNothing } from './intake.ts';
import styles from './kind-keys.module.css';
import type { IntakeForm } from './use-intake.ts';

type KindKeysProps = {
  intake: IntakeForm;
  /** Something is opened in any case. */
  opens?: boolean;
};

type Choice = { value: string; key: string | null; label: string; about: string; icon: React.ReactNode };

/**
 * What he wants, as big keys: 1 to 9 and 0 for what people call about, T for a superior's task, C for what opens nothing.
 * Kinds without a key are folded away: seldom wanted, and the keys stand where they stood.
 */
export function KindKeys({ intake: { desk, values, choose }, opens = false }: KindKeysProps) {
  const within = useRef<HTMLDivElement>(null);
  const [unfolded, setUnfolded] = useState(false);
  const choices = choicesOf(desk.items.filter((one) => !one.retired)).filter(
    ({ value }) => !opens || value !== opensNothing,
  );
  const [keyed, others] = [choices.filter(({ key }) => key !== null), choices.filter(({ key }) => key === null)];
  const shown = unfolded || others.some(({ value }) => value === values.kind);
  useKeys(
    keyed.map(({ key, label, value }) => ({ key: key!, label, group: 'screen' as const, run: () => choose(value) })),
    within,
  );
  if (desk.items.length === 0) return <KeysToCome />;
  return (
    <div ref={within} role="group" aria-label={t('front_desk.what_about')} className={styles['keys']}>
      {[...keyed, ...(shown ? others : [])].map((choice) => (
        <KindKey key={choice.value} choice={choice} chosen={values.kind} choose={choose} />
      ))}
      {others.length > 0 && !shown ? (
        <button type="button" aria-expanded={false} onClick={() => setUnfolded(true)}>
          <IconDots size={18} stroke={1.6} aria-hidden />
          <span>{t('front_desk.other_kinds')}</span>
        </button>
      ) : null}
    </div>
  );
}

type KeyProps = { choice: Choice; chosen: string | null; choose: (kind: string) => void };

function KindKey({ choice, chosen, choose }: KeyProps) {
  return (
    <button
      type="button"
      aria-pressed={choice.value === chosen}
      aria-keyshortcuts={choice.key ?? undefined}
      title={choice.about}
      onClick={() => choose(choice.value)}
    >
      {choice.key ? <kbd aria-hidden>{keyCap(choice.key)}</kbd> : null}
      {choice.icon}
      <span>{choice.label}</span>
    </button>
  );
}

/** As many grey keys as there are keys, each as high as one: what stands below does not move when they come. */
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
  // the plain one of its type: others of that type are opened by what found them
  const task = uncalled.find((kind) => kind.type === 'task' && kind.key === kind.type);
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
