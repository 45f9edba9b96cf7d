import { useEffect, useMemo, useState } from 'react';
import { shrink } from '../../ui/form/shrink.ts';
import { t } from '../../words/words.ts';
import { Line } from './controls.tsx';
import styles from './entry.module.css';

/** What the server takes of one, with room for base64 (src/entry/inputs.ts). */
const MOST_BYTES = 330_000;

/** A photo, and what he says is seen on it. */
export type Taken = { image: Blob; shows: string };

type PhotosProps = {
  label: string;
  value: readonly Taken[];
  onChange: (photos: Taken[]) => void;
  atMost: number;
};

/** Photos from the camera or the gallery, made small before they are sent. */
export function Photos({ label, value, onChange, atMost }: PhotosProps) {
  const [unreadable, setUnreadable] = useState(false);
  const take = async (files: FileList | null) => {
    const room = [...(files ?? [])].slice(0, atMost - value.length);
    const smaller = await Promise.allSettled(room.map((file) => shrink(file, MOST_BYTES)));
    const good = smaller.filter((one) => one.status === 'fulfilled').map((one) => one.value);
    setUnreadable(good.length < room.length);
    onChange([...value, ...good.map((image) => ({ image, shows: '' }))]);
  };
  return (
    <div role="group" aria-label={label} className={styles['field']}>
      <p>{label}</p>
      <div className={styles['photos']}>
        {value.map((photo, at) => (
          <Photo
            key={at}
            photo={photo}
            number={at + 1}
            say={(shows) => onChange(value.map((one) => (one === photo ? { ...one, shows } : one)))}
            remove={() => onChange(value.filter((one) => one !== photo))}
          />
        ))}
        {value.length < atMost ? (
          <label className={styles['take']}>
            {t('entry.add_photo')}
            <input
              type="file"
              accept="image/*"
              multiple
              className="sr-only"
              onChange={(event) => {
                const { currentTarget } = event;
                void take(currentTarget.files).finally(() => (currentTarget.value = ''));
              }}
            />
          </label>
        ) : null}
      </div>
      {unreadable ? (
        <p className={styles['wrong']} role="alert">
          {t('form.photo_unreadable')}
        </p>
      ) : null}
    </div>
  );
}

type PhotoProps = { photo: Taken; number: number; say: (shows: string) => void; remove: () => void };

function Photo({ photo: { image, shows }, number, say, remove }: PhotoProps) {
  const address = useMemo(() => URL.createObjectURL(image), [image]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return (
    <div className={styles['taken']}>
      <div className={styles['photo']}>
        <img src={address} alt={t('form.photo', { number })} />
        <button type="button" aria-label={t('form.remove_photo', { number })} onClick={remove}>
          ×
        </button>
      </div>
      <Line
        label={t('entry.photo_shows', { number: String(number) })}
        maxLength={100}
        value={shows}
        onChange={(event) => say(event.currentTarget.value)}
      />
    </div>
  );
}
