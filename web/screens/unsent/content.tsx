import { useEffect, useMemo } from 'react';
import type { Waiting } from '../../offline/outbox.ts';
import { fileOf } from '../../offline/outbox-sending.ts';
import { t } from '../../words/words.ts';
import styles from './unsent.module.css';

/** The texts of a report, in the order in which they were asked for. */
const texts = ['findings', 'measures', 'note', 'reason', 'signedBy'];

/** What an act says, so that nothing typed is only "somewhere on the device". */
export function Content({ of }: { of: Waiting }) {
  const file = fileOf(of);
  if (file) return <Picture blob={file.blob} label={of.label} />;
  const body = (of.body ?? {}) as Record<string, unknown>;
  const lines = texts
    .map((name) => body[name])
    .filter((text): text is string => typeof text === 'string' && text !== '');
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function Picture({ blob, label }: { blob: Blob; label: string }) {
  const address = useMemo(() => URL.createObjectURL(blob), [blob]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return <img className={styles['picture']} src={address} alt={t('unsent.picture', { label })} />;
}
