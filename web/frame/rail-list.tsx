import { Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { useId, useMemo, useState } from 'react';
import { useSession } from '../session/session.ts';
import { recall, remember } from '../ui/memory.ts';
import { t } from '../words/words.ts';
import type { Grouped } from './rail-groups.ts';
import { grouped, isHere, MOST_AT_ONCE, openGroups, toggled } from './rail-groups.ts';
import { RailItem } from './rail-item.tsx';
import type { RailGroup, RailItem as Where } from './rail-items.ts';
import { itemsFor, RAIL_GROUPS } from './rail-items.ts';
import styles from './rail.module.css';

const areGroups = (value: unknown): value is RailGroup[] =>
  Array.isArray(value) && value.every((one) => (RAIL_GROUPS as readonly unknown[]).includes(one));

type RailListProps = { folded: boolean; close?: () => void };

/** Every way through the house that somebody has: a few as they are, more by groups that open and close, as they were left here. */
export function RailList({ folded, close }: RailListProps) {
  const { rights } = useSession();
  const items = useMemo(() => itemsFor(rights), [rights]);
  const groups = useMemo(() => grouped(items), [items]);
  const [left, setLeft] = useState(() => recall('rail.groups', areGroups));
  const open = openGroups(left, groups);
  const toggle = (key: RailGroup) => {
    const next = toggled(open, key, groups);
    remember('rail.groups', next);
    setLeft(next);
  };
  return (
    <div className={styles['items']}>
      {items.length <= MOST_AT_ONCE ? (
        <Items items={items} folded={folded} close={close} />
      ) : (
        groups.map((group) => (
          <Group
            key={group.key}
            group={group}
            open={open.includes(group.key)}
            toggle={() => toggle(group.key)}
            folded={folded}
            close={close}
          />
        ))
      )}
    </div>
  );
}

type ItemsProps = { items: readonly Where[]; folded: boolean; close: (() => void) | undefined };

function Items({ items, folded, close }: ItemsProps) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.to}>
          <RailItem item={item} folded={folded} {...(close ? { close } : {})} />
        </li>
      ))}
    </ul>
  );
}

type GroupProps = Omit<ItemsProps, 'items'> & { group: Grouped; open: boolean; toggle: () => void };

/** A closed group still shows the screen somebody stands on. */
function Group({ group, open, toggle, folded, close }: GroupProps) {
  const id = useId();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const shown = open ? group.items : group.items.filter((item) => isHere(item, path));
  const Mark = open ? IconChevronDown : IconChevronRight;
  const words = t(`frame.rail_${group.key}`);
  return (
    <section>
      <h2>
        <Tooltip label={words} position="right" disabled={!folded}>
          <button type="button" className={styles['group']} aria-expanded={open} aria-controls={id} onClick={toggle}>
            <Mark size={14} stroke={1.8} aria-hidden />
            <span className={folded ? 'sr-only' : undefined}>{words}</span>
          </button>
        </Tooltip>
      </h2>
      <div id={id}>{shown.length > 0 ? <Items items={shown} folded={folded} close={close} /> : null}</div>
    </section>
  );
}
