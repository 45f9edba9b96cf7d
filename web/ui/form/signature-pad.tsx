import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { t } from '../../words/words.ts';
import { ActionButton } from '../action-button.tsx';
import styles from './form.module.css';

/** Drawn with a finger, or typed where somebody cannot draw; both stand for the same. */
export type Signature = { name: string; drawn: Blob | null };

type SignaturePadProps = { label: string; value: Signature; onChange: (signature: Signature) => void; error?: string };

/** The customer's signature on the screen. The typed name is the keyboard's way, and is printed under a drawn one. */
export function SignaturePad({ label, value, onChange, error }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef(false);
  useDrawnBefore(canvas, value.drawn);
  const pen = (event: React.PointerEvent<HTMLCanvasElement>): [CanvasRenderingContext2D, number, number] | null => {
    const context = event.currentTarget.getContext('2d');
    if (!context) return null;
    const box = event.currentTarget.getBoundingClientRect();
    return [context, ((event.clientX - box.left) / box.width) * 600, ((event.clientY - box.top) / box.height) * 180];
  };
  const begin = (event: React.PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    const at = pen(event);
    if (!at) return;
    const [context, x, y] = at;
    Object.assign(context, { lineWidth: 2.6, lineCap: 'round', lineJoin: 'round', strokeStyle: '#111' });
    context.beginPath();
    context.moveTo(x, y);
  };
  const draw = (event: React.PointerEvent<HTMLCanvasElement>) => {
    const at = drawing.current ? pen(event) : null;
    if (!at) return;
    const [context, x, y] = at;
    context.lineTo(x, y);
    context.stroke();
  };
  const end = () => {
    drawing.current = false;
    canvas.current?.toBlob((drawn) => onChange({ ...value, drawn }));
  };
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, 600, 180);
    onChange({ ...value, drawn: null });
  };
  return (
    <div role="group" aria-label={label}>
      <p className={styles['label']}>{label}</p>
      <canvas
        ref={canvas}
        width={600}
        height={180}
        className={styles['pad']}
        role="img"
        aria-label={value.drawn ? t('form.signed') : t('form.sign_here')}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <div className={styles['quick']}>
        <ActionButton
          label={t('form.sign_again')}
          kind="quiet"
          refused={value.drawn ? null : t('form.not_signed')}
          onRun={clear}
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

/** What was drawn before a reload stands there again. */
function useDrawnBefore(canvas: React.RefObject<HTMLCanvasElement | null>, drawn: Blob | null): void {
  const first = useRef(drawn);
  useEffect(() => {
    if (!first.current) return;
    void createImageBitmap(first.current).then((image) => canvas.current?.getContext('2d')?.drawImage(image, 0, 0));
  }, [canvas]);
}
