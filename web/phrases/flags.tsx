import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { flagsOut } from '../../src/phrase/view.ts';
import { api } from '../server/api.ts';
import { Notice } from '../ui/section.tsx';
import { listWords } from '../ui/time.ts';
import { t } from '../words/words.ts';

type Found = z.output<typeof flagsOut>;

const NOTHING: Found = { never: [], promises: [], exaggerates: [] };
/** So long after the last letter it is looked through: no answer for each of them. */
const PAUSE_MS = 400;

type FlagsProps = {
  text: string;
  /** Its writer has seen what exaggerates, and means it. */
  evenSo: boolean;
  mean: (evenSo: boolean) => void;
  error?: ReactNode;
};

/** What a text holds that is never said, or exaggerates: said while it is written, and before it goes. */
export function Flags({ text, evenSo, mean, error }: FlagsProps) {
  const { never, promises, exaggerates } = useFlags(text);
  return (
    <div aria-live="polite">
      {never.length > 0 ? <Notice tone="late">{t('phrases.never', { phrases: listWords(never) })}</Notice> : null}
      {promises.length > 0 ? (
        <Notice tone="wait">{t('phrases.promises', { phrases: listWords(promises) })}</Notice>
      ) : null}
      {exaggerates.length > 0 ? (
        <Notice tone="wait">{t('phrases.exaggerates', { phrases: listWords(exaggerates) })}</Notice>
      ) : null}
      {exaggerates.length > 0 || error ? (
        <Checkbox
          label={t('phrases.even_so')}
          checked={evenSo}
          error={error}
          onChange={(event) => mean(event.currentTarget.checked)}
        />
      ) : null}
    </div>
  );
}

function useFlags(text: string): Found {
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    if (text.trim() === '') return;
    let over = false;
    const timer = setTimeout(() => {
      // without a connection nothing is flagged here: the server looks again before it goes
      api.post<Found>('phrases/look-through', { text }).then(
        (answer) => over || setFound(answer),
        () => over || setFound(NOTHING),
      );
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [text]);
  return text.trim() === '' ? NOTHING : found;
}
