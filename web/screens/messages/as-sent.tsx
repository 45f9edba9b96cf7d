import { useState } from 'react';
import { apiUrl } from '../../server/base.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { t } from '../../words/words.ts';
import type { Message } from './conversation-view.ts';
import styles from './messages.module.css';

/** A message in its own looks, made safe, in a frame that may run nothing; pictures from elsewhere only when they are asked for. */
export function AsSent({ message, opened, close }: { message: Message; opened: boolean; close: () => void }) {
  const [images, setImages] = useState(false);
  return (
    <Dialog opened={opened} close={close} title={t('messages.as_sent')} size="xl">
      <div className={styles['as_sent']}>
        {images ? null : (
          <p className="dim">
            {t('messages.as_sent_why')} <ActionButton label={t('messages.show_images')} onRun={() => setImages(true)} />
          </p>
        )}
        <iframe
          title={t('messages.as_sent')}
          sandbox=""
          referrerPolicy="no-referrer"
          src={apiUrl(`messages/${message.id}/html${images ? '?images=1' : ''}`)}
        />
      </div>
    </Dialog>
  );
}
