import { TextInput } from '@mantine/core';
import { t } from '../../words/words.ts';
import { ActionButton } from '../action-button.tsx';
import { Drawing } from './drawing.tsx';
import styles from './form.module.css';

/** Drawn with a finger, or typed where somebody cannot draw; both stand for the same. */
export type Signature = { name: string; drawn: Blob | null };

type SignaturePadProps = { label: string; value: Signature; onChange: (signature: Signature) => void; error?: string };

/** The customer's signature on the screen. The typed name is the keyboard's way, and is printed under a drawn one. */
export function SignaturePad({ label, value, onChange, error }: SignaturePadProps) {
  return (
    <div role="group" aria-label={label}>
      <p className={styles['label']}>{label}</p>
      <Drawing drawn={value.drawn} onDraw={(drawn) => onChange({ ...value, drawn })} />
      <div className={styles['quick']}>
        <ActionButton
          label={t('form.sign_again')}
          kind="quiet"
          refused={value.drawn ? null : t('form.not_signed')}
          onRun={() => onChange({ ...value, drawn: null })}
        />
      </div>
      <TextInput
        label={t('form.signer')}
        value={value.name}
        error={error}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
      />
    </div>
  );
}
