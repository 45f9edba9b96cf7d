import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../words/words.ts';

type DialogProps = {
  opened: boolean;
  close: () => void;
  title: string;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  children: ReactNode;
};

/** A window over the screen for one short act: traps the focus, gives it back, closes with Escape; full on a telephone. */
export function Dialog({ opened, close, title, size = 'md', children }: DialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {opened ? children : null}
    </Modal>
  );
}
