import { ActionIcon, Button, Kbd, Tooltip } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';
import { useId, useRef } from 'react';
import type { Refusal } from '../../src/kernel/refusal.ts';
import type { Can } from '../server/contract.ts';
import { refusalWords } from '../server/refusals.ts';
import { t } from '../words/words.ts';
import styles from './action-button.module.css';
import type { Key } from './keys.ts';
import { keyCap, useKeys } from './keys.ts';
import { say } from './toast.ts';

export type IconType = ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: boolean }>;

type ActionButtonProps = {
  label: string;
  onRun: () => void;
  icon?: IconType;
  /** The `can` of the thing and the action's name in it. An action it does not name is not offered: nothing is drawn. */
  can?: Can;
  action?: string;
  /** A reason of the screen's own why it cannot be pressed now ("select a row first"). */
  refused?: Refusal | string | null;
  /** One key that does the same; it is printed on the button and listed under `?`. */
  hotkey?: string;
  /** Where the key belongs in the help overlay; on this screen, unless said. */
  keyGroup?: Key['group'];
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  busy?: boolean;
  iconOnly?: boolean;
  fullWidth?: boolean;
  size?: 'sm' | 'lg';
};

/**
 * A button for one action. Refused, it stays where it is, grey but reachable, and says why: on hover, on focus, to a
 * screen reader, and aloud when it is pressed or its key is.
 */
export function ActionButton(props: ActionButtonProps) {
  const { can, action, onRun, label, hotkey, busy } = props;
  const verdict = can && action ? can[action] : null;
  const offered = !(can && action) || verdict !== undefined;
  const reason = reasonWords(props.refused ?? verdict ?? null);
  const reasonId = useId();
  const within = useRef<HTMLButtonElement>(null);
  const run = () => {
    if (busy) return;
    if (reason) say(t('action.refused', { label, reason }), 'news');
    else onRun();
  };
  useKeys(hotkey && offered ? [{ key: hotkey, label, group: props.keyGroup ?? 'screen', run }] : [], within);
  if (!offered) return null;
  const described = reason ? { 'aria-describedby': reasonId, 'aria-disabled': true, 'data-refused': true } : {};
  const shared = {
    ref: within,
    onClick: run,
    loading: busy ?? false,
    className: styles['button'],
    ...described,
    ...look(props.kind),
  };
  const hint = reason ?? (props.iconOnly ? label : null);
  return (
    <>
      <Hint words={hint} hotkey={props.iconOnly ? hotkey : undefined}>
        {props.iconOnly ? (
          <IconButton {...shared} label={label} icon={props.icon} />
        ) : (
          <WordButton {...shared} {...props} />
        )}
      </Hint>
      {reason ? (
        <span id={reasonId} className="sr-only">
          {reason}
        </span>
      ) : null}
    </>
  );
}

function reasonWords(refused: Refusal | string | null): string | null {
  return refused === null || typeof refused === 'string' ? refused : refusalWords(refused);
}

function look(kind: ActionButtonProps['kind'] = 'plain') {
  if (kind === 'primary') return { variant: 'filled', color: 'accent' } as const;
  if (kind === 'danger') return { variant: 'filled', color: 'red' } as const;
  return kind === 'quiet' ? ({ variant: 'subtle', color: 'gray' } as const) : ({ variant: 'default' } as const);
}

type Shared = ReturnType<typeof look> & {
  ref: React.Ref<HTMLButtonElement>;
  onClick: () => void;
  loading: boolean;
  className: string | undefined;
};

function WordButton({ icon: Icon, label, hotkey, fullWidth, size, ...shared }: Shared & ActionButtonProps) {
  const {
    can: _can,
    action: _action,
    refused: _refused,
    kind: _kind,
    busy: _busy,
    iconOnly: _iconOnly,
    onRun: _onRun,
    keyGroup: _keyGroup,
    ...button
  } = shared;
  return (
    <Button
      {...button}
      fullWidth={fullWidth ?? false}
      data-large={size === 'lg' || undefined}
      leftSection={Icon ? <Icon size={16} stroke={1.7} aria-hidden /> : null}
      rightSection={
        hotkey ? (
          <Kbd className={styles['key']} aria-hidden>
            {keyCap(hotkey)}
          </Kbd>
        ) : null
      }
      aria-keyshortcuts={hotkey ? shortcut(hotkey) : undefined}
    >
      {label}
    </Button>
  );
}

function IconButton({ icon: Icon, label, ...shared }: Shared & { icon: IconType | undefined; label: string }) {
  return (
    <ActionIcon {...shared} aria-label={label} size="lg">
      {Icon ? <Icon size={18} stroke={1.7} aria-hidden /> : null}
    </ActionIcon>
  );
}

function shortcut(key: string): string {
  if (key.startsWith('mod+')) return `Control+${key.slice(4)}`;
  return key.length === 1 && key !== key.toLowerCase() ? `Shift+${key}` : key;
}

function Hint({ words, hotkey, children }: { words: string | null; hotkey?: string | undefined; children: ReactNode }) {
  return (
    <Tooltip disabled={words === null} label={hotkey ? `${words ?? ''} (${keyCap(hotkey)})` : (words ?? '')}>
      {children as React.ReactElement}
    </Tooltip>
  );
}
