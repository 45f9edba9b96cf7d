import { CloseButton } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { t } from '../../words/words.ts';
import { say } from '../toast.ts';
import styles from './form.module.css';
import { shrink } from './shrink.ts';

type PhotoInputProps = { label: string; value: readonly Blob[]; onChange: (photos: Blob[]) => void; atMost?: number };

/** Photos from the camera or the gallery, made small before they are sent. */
export function PhotoInput({ label, value, onChange, atMost = 9 }: PhotoInputProps) {
  const take = async (files: FileList | null) => {
    const room = [...(files ?? [])].slice(0, atMost - value.length);
    const smaller = await Promise.allSettled(room.map((file) => shrink(file)));
    const good = smaller.filter((one) => one.status === 'fulfilled').map((one) => one.value);
    if (good.length < room.length) say(t('form.photo_unreadable'), 'problem');
    onChange([...value, ...good]);
  };
  return (
    <div role="group" aria-label={label}>
      <p className={styles['label']}>{label}</p>
      <div className={styles['photos']}>
        {value.map((photo, at) => (
          <Photo key={at} photo={photo} number={at + 1} remove={() => onChange(value.filter((one) => one !== photo))} />
        ))}
        {value.length < atMost ? (
          <label className={styles['take']}>
            <IconCamera size={24} aria-hidden />
            {t('form.take_photo')}
            <input
              type="file"
              accept="image/*"
              capture="environment"
              multiple
              className="sr-only"
              onChange={(event) => {
                void take(event.currentTarget.files);
                event.currentTarget.value = '';
              }}
            />
          </label>
        ) : null}
      </div>
    </div>
  );
}

function Photo({ photo, number, remove }: { photo: Blob; number: number; remove: () => void }) {
  const address = useMemo(() => URL.createObjectURL(photo), [photo]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return (
    <div className={styles['photo']}>
      <img src={address} alt={t('form.photo', { number })} />
      <CloseButton aria-label={t('form.remove_photo', { number })} onClick={remove} />
    </div>
  );
}
