import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { later } from '../routes/later.ts';
import { t } from '../words/words.ts';
import type { RailItem as Where } from './rail-items.ts';
import styles from './rail.module.css';

/** Comes after the rail: the first screen is drawn without. */
const RailCount = later(() => import('./rail-count.tsx').then((file) => file.RailCount));

type RailItemProps = { item: Where; folded: boolean; close?: () => void };

/** One way through the house: an icon with its words, or only the icon. */
export function RailItem({ item, folded, close }: RailItemProps) {
  const words = t(item.words);
  return (
    <Tooltip label={words} position="right" disabled={!folded}>
      <Link to={item.to} className={styles['item']} activeProps={{ 'aria-current': 'page' }} onClick={close}>
        <item.icon size={18} stroke={1.6} aria-hidden />
        <span className={folded ? 'sr-only' : undefined}>{words}</span>
        {item.counts ? (
          <Suspense fallback={null}>
            <RailCount />
          </Suspense>
        ) : null}
      </Link>
    </Tooltip>
  );
}
