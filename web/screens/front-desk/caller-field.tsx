import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useRead } from '../../server/queries.ts';
import { problemWords } from '../../server/refusals.ts';
import { t } from '../../words/words.ts';
import styles from './caller-field.module.css';
import type { Candidate, LookUp } from './candidates.ts';
import { candidatesOf } from './candidates.ts';

type CallerFieldProps = {
  field: React.RefObject<HTMLInputElement | null>;
  take: (candidate: Candidate) => void;
};

/** The one field: digits find phones, flats and ticket numbers, letters find names. Arrow keys and Enter choose. */
export function CallerField({ field, take }: CallerFieldProps) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const typed = text.trim();
  const [asked] = useDebouncedValue(typed, 120);
  const found = useRead<LookUp>('desk/lookup', {
    about: [],
    query: { q: asked },
    enabled: asked !== '',
    keep: true,
  });
  const candidates = typed === '' ? [] : candidatesOf(found.data, typed);
  const current = Math.min(at, candidates.length - 1);
  const waiting = typed !== '' && (asked !== typed || found.isFetching);
  const choose = (candidate: Candidate | undefined) => {
    if (!candidate) return;
    setText('');
    setAt(0);
    take(candidate);
  };
  const enter = useWhenFound(waiting, () => choose(candidates[current]));
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && candidates.length > 0) {
      event.preventDefault();
      setAt(Math.min(candidates.length - 1, Math.max(0, current + by)));
    }
    if (event.key === 'Enter') enter();
    if (event.key === 'Escape') setText('');
  };
  return (
    <div className={styles['field']}>
      <IconSearch size={20} aria-hidden className={styles['glass']} />
      <input
        ref={field}
        role="combobox"
        aria-label={t('front_desk.who_calls')}
        aria-expanded={candidates.length > 0}
        aria-controls="callers"
        aria-autocomplete="list"
        aria-activedescendant={candidates.length > 0 ? `caller-${current}` : undefined}
        placeholder={t('front_desk.who_calls_hint')}
        value={text}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {typed === '' ? null : (
        <div
          id="callers"
          role="listbox"
          aria-label={t('front_desk.found')}
          className={styles['found']}
          aria-busy={waiting}
        >
          {candidates.map((candidate, index) => (
            <Option
              key={candidate.id}
              candidate={candidate}
              index={index}
              current={index === current}
              choose={choose}
            />
          ))}
        </div>
      )}
      {found.error && typed !== '' ? <p role="alert">{problemWords(found.error)}</p> : null}
    </div>
  );
}

/** Enter may come before the answer to what was typed: then the first that fits is taken as soon as it is there. */
function useWhenFound(waiting: boolean, run: () => void): () => void {
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    if (!pressed || waiting) return;
    setPressed(false);
    run();
    // Runs once the wait is over, with what was found then.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [pressed, waiting]);
  return () => (waiting ? setPressed(true) : run());
}

type OptionProps = {
  candidate: Candidate;
  index: number;
  current: boolean;
  choose: (candidate: Candidate) => void;
};

function Option({ candidate, index, current, choose }: OptionProps) {
  return (
    <div
      id={`caller-${index}`}
      role="option"
      aria-selected={current}
      className={styles['option']}
      // The field must not lose the cursor before the choice is made.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => choose(candidate)}
    >
      <candidate.icon size={18} stroke={1.6} aria-hidden />
      <span className={styles['words']}>
        <strong className="cut">{candidate.title}</strong>
        <span className="dim cut">{candidate.detail}</span>
      </span>
      {candidate.open > 0 ? (
        <span className={styles['open']}>{t('front_desk.open_count', { count: candidate.open })}</span>
      ) : null}
    </div>
  );
}
