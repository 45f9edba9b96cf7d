import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Found } from '../server/contract.ts';
import { useRead } from '../server/queries.ts';
import { problemWords } from '../server/refusals.ts';
import { useSession } from '../session/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { actsOf, keyCap, registered } from '../ui/keys.ts';
import { useStore } from '../ui/store.ts';
import { t } from '../words/words.ts';
import { addressOf } from './addresses.ts';
import styles from './palette.module.css';
import { itemsFor } from './rail-items.ts';
import searchField from './search-field.module.css';

type Choice = {
  id: string;
  group: string;
  title: string;
  subtitle?: string;
  hotkey?: string;
  run: () => void;
};

type PaletteProps = {
  opened: boolean;
  close: () => void;
  /** What was typed before this code had come. */
  early: string;
};

/** One field to go anywhere, find anything, do what the screen offers. */
export function Palette({ opened, close, early }: PaletteProps) {
  return (
    <Dialog opened={opened} close={close} title={t('frame.search')} size="lg" bare>
      <Search close={close} early={early} />
    </Dialog>
  );
}

function Search({ close, early }: Omit<PaletteProps, 'opened'>) {
  const [text, setText] = useState(early);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  // At once, not a moment later as the dialog would: whoever presses Ctrl K goes on typing.
  useLayoutEffect(() => field.current?.focus(), []);
  const { choices, note } = useChoices(text.trim());
  const current = Math.min(at, choices.length - 1);
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    close();
    choice.run();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      const next = Math.min(choices.length - 1, Math.max(0, current + by));
      setAt(next);
      document.getElementById(`found-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter') take(choices[current]);
  };
  return (
    <div>
      <input
        role="combobox"
        className={searchField['field']}
        ref={field}
        data-autofocus
        aria-label={t('frame.search')}
        aria-expanded={choices.length > 0}
        aria-controls="found"
        aria-autocomplete="list"
        aria-activedescendant={choices.length > 0 ? `found-${current}` : undefined}
        placeholder={t('frame.search_hint')}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="found" role="listbox" aria-label={t('frame.found')} className={styles['found']}>
        {choices.map((choice, index) => (
          <Option
            key={choice.id}
            choice={choice}
            index={index}
            current={index === current}
            first={choices[index - 1]?.group !== choice.group}
            take={() => take(choice)}
          />
        ))}
      </div>
      <p className={styles['note']} role="status">
        {note}
      </p>
    </div>
  );
}

function Option({
  choice,
  index,
  current,
  first,
  take,
}: {
  choice: Choice;
  index: number;
  current: boolean;
  first: boolean;
  take: () => void;
}) {
  return (
    <>
      {first ? (
        <div role="presentation" className={styles['group']}>
          {choice.group}
        </div>
      ) : null}
      <div id={`found-${index}`} role="option" aria-selected={current} className={styles['option']} onClick={take}>
        <span className="cut">
          {choice.title} {choice.subtitle ? <span className="dim">{choice.subtitle}</span> : null}
        </span>
        {choice.hotkey ? <kbd aria-hidden>{keyCap(choice.hotkey)}</kbd> : null}
      </div>
    </>
  );
}

/** What fits the text: screens to go to and things to do from here, things found by the server. */
function useChoices(text: string): { choices: Choice[]; note: string } {
  const navigate = useNavigate();
  const { rights } = useSession();
  const offered = actsOf(useStore(registered));
  const [asked] = useDebouncedValue(text, 120);
  const found = useRead<{ items: Found[] }>('search', {
    about: [],
    query: { q: asked },
    enabled: asked.length > 0 && rights.includes('search'),
    keep: true,
  });
  const fits = (label: string) => label.toLocaleLowerCase().includes(text.toLocaleLowerCase());
  const local: Choice[] = [
    ...offered.map((one) => ({
      id: `key/${one.key}`,
      title: one.label,
      hotkey: one.key,
      group: t('frame.do'),
      run: () => one.run(new KeyboardEvent('keydown', { key: one.key })),
    })),
    ...itemsFor(rights).map((item) => ({
      id: item.to,
      group: t('frame.go'),
      title: t(item.words),
      run: () => void navigate({ to: item.to }),
    })),
  ].filter((choice) => fits(choice.title));
  const things: Choice[] = (text === '' ? [] : (found.data?.items ?? [])).flatMap((item) => {
    const address = item.conversationId
      ? addressOf('conversation', item.conversationId)
      : addressOf(item.type, item.id);
    return address === null
      ? []
      : [
          {
            title: item.number ? `${item.number} ${item.title}` : item.title,
            subtitle: item.subtitle,
            id: `${item.type}/${item.id}`,
            group: t('frame.found'),
            run: () => void navigate({ to: address }),
          },
        ];
  });
  const choices = [...things, ...local];
  if (found.error && text !== '') return { choices, note: problemWords(found.error) };
  if (text !== '' && choices.length === 0)
    return {
      choices,
      note: found.isFetching || asked !== text ? t('frame.searching') : t('frame.nothing_found', { text }),
    };
  return { choices, note: '' };
}
