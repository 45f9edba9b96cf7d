import { CloseButton, Drawer, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../words/words.ts';
import styles from './dialog.module.css';

type DialogProps = {
  opened: boolean;
  close: () => void;
  title: string;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  /** The title is for screen readers only: what is in it says itself what it is. */
  bare?: boolean;
  children: ReactNode;
};

/** Nothing waits for a fade: the next key may come at once. */
const instant = { duration: 0 };

/** A window over the screen for one short act: traps the focus, gives it back, closes with Escape. */
export function Dialog({ opened, close, title, size = 'md', bare = false, children }: DialogProps) {
  return (
    <Modal.Root
      opened={opened}
      onClose={close}
      size={size}
      transitionProps={instant}
      {...(bare ? { yOffset: 'var(--window-top)', padding: 0 } : {})}
    >
      <Modal.Overlay />
      <Modal.Content {...(bare ? { 'aria-label': title } : {})}>
        {bare ? null : <Head title={<Modal.Title>{title}</Modal.Title>} close={close} />}
        <Modal.Body>{opened ? children : null}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The same from the lower edge, where the thumb is. */
export function Sheet({ opened, close, title, children }: Omit<DialogProps, 'size' | 'bare'>) {
  return (
    <Drawer.Root opened={opened} onClose={close} position="bottom" size="85%" transitionProps={instant}>
      <Drawer.Overlay />
      <Drawer.Content>
        <Head title={<Drawer.Title>{title}</Drawer.Title>} close={close} />
        <Drawer.Body>{opened ? children : null}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Head({ title, close }: { title: ReactNode; close: () => void }) {
  return (
    <div className={styles['head']}>
      {title}
      <CloseButton className={styles['close'] ?? ''} iconSize={18} aria-label={t('action.close')} onClick={close} />
    </div>
  );
}
