import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskFirst } from '../../ui/ask-first.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import type { PlaceAnswer } from './place-words.ts';

const reasons = ['demolished', 'merged', 'entered_by_mistake', 'other'] as const;

/** It is there no more: asked first, with the reason. One closed by mistake comes back. */
export function ClosePlace({ place }: { place: PlaceAnswer }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<string>('demolished');
  const changes = () => ['place', `place/${place.id}`] as const;
  const close = useWrite({
    send: (_: void, options) => api.post(`places/${place.id}/close`, { reason, version: place.version }, options),
    changes,
    done: () => setAsking(false),
  });
  const reopen = useWrite({
    send: (_: void, options) => api.post(`places/${place.id}/reopen`, { version: place.version }, options),
    changes,
  });
  if (place.closedAt) {
    return (
      <ActionButton
        label={t('places.reopen')}
        can={place.can}
        action="reopen"
        busy={reopen.busy}
        onRun={() => void reopen.run()}
      />
    );
  }
  return (
    <>
      <ActionButton
        label={t('places.close')}
        kind="quiet"
        can={place.can}
        action="close"
        onRun={() => setAsking(true)}
      />
      <AskFirst
        opened={asking}
        close={() => setAsking(false)}
        title={t('places.close_title', { code: place.code })}
        act={t('places.close_act')}
        busy={close.busy}
        run={() => void close.run()}
      >
        <p>{t('places.close_why')}</p>
        <NativeSelect
          label={t('places.close_reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data={reasons.map((one) => ({ value: one, label: t(`places.close_${one}`) }))}
        />
      </AskFirst>
    </>
  );
}
