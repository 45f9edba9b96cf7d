import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { problemWords } from '../../server/refusals.ts';
import { t } from '../../words/words.ts';
import type { Drawing } from './draw.ts';
import styles from './figures.module.css';

export type Point = { name: string; value: number | null; before?: number | null | undefined; mark?: string };

type TrendProps = {
  label: string;
  kind: 'line' | 'bar';
  points: readonly Point[];
  words: (value: number | null) => string;
  /** A line over bars: the shares so far, from 0 to 1. */
  cumulated?: readonly number[];
};

/**
 * A drawing of the table that stands beside it. Arrow keys walk through its points and say each; the period compared with is dashed, with
 * points of another shape, so that no colour is needed.
 */
export function Trend({ label, kind, points, words, cumulated }: TrendProps) {
  const scheme = useComputedColorScheme('light');
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const drawn = JSON.stringify([kind, points, cumulated, scheme]);
  useEffect(() => {
    let here = true;
    import('./draw.ts').then(
      ({ draw }) => {
        if (!here || !place.current) return;
        drawing.current?.end();
        drawing.current = draw(place.current, { kind, points, words, cumulated });
      },
      (problem: unknown) => setFailed(problemWords(problem)),
    );
    return () => {
      here = false;
      drawing.current?.end();
      drawing.current = null;
    };
    // Drawn anew when what it shows or the colours change; `words` only says numbers.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [drawn]);
  const walk = (by: number) => {
    const next = Math.min(points.length - 1, Math.max(0, at === null ? 0 : at + by));
    setAt(next);
    drawing.current?.show(next);
  };
  const point = at === null ? null : (points[at] ?? null);
  if (failed) return <p className="dim">{failed}</p>;
  return (
    <figure className={styles['chart']}>
      <div
        ref={place}
        role="slider"
        aria-roledescription={t('figures.chart')}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={(at ?? 0) + 1}
        aria-valuetext={point ? pointWords(point, words) : t('figures.chart_keys')}
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') walk(1);
          else if (event.key === 'ArrowLeft') walk(-1);
          else return;
          event.preventDefault();
        }}
      />
      <figcaption className="dim">{point ? pointWords(point, words) : t('figures.chart_keys')}</figcaption>
    </figure>
  );
}

function pointWords({ name, value, before, mark }: Point, words: (value: number | null) => string): string {
  const now = t('figures.point', { name, value: words(value) });
  const past = before === undefined ? '' : ` · ${t('figures.point_before', { value: words(before ?? null) })}`;
  return `${now}${past}${mark ? ` · ${mark}` : ''}`;
}
