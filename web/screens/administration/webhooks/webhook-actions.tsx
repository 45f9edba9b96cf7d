import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { AskFirst } from '../../../ui/ask-first.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import { ShownSecret } from './secret.tsx';
import type { Secret, Webhook } from './webhooks.ts';

type Asking = 'end' | 'secret' | null;

/** A delivery for a try, off and on, another secret, and the end. */
export function WebhookActions({ webhook: { id, name, offAt } }: { webhook: Webhook }) {
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const changes = () => ['webhook'] as const;
  const close = () => setAsking(null);
  const tried = useWrite<void>({
    send: (_, options) => api.post(`webhooks/${id}/test`, {}, options),
    changes,
    done: () => say(t('webhooks.test_sent')),
  });
  const turn = useWrite<boolean>({ send: (on, options) => api.patch(`webhooks/${id}`, { on }, options), changes });
  const renew = useWrite<void, Secret>({
    send: (_, options) => api.post<Secret>(`webhooks/${id}/secret`, {}, options),
    changes,
    done: (made) => {
      close();
      setSecret(made.secret);
    },
  });
  const end = useWrite<void>({
    send: (_, options) => api.delete(`webhooks/${id}`, options),
    changes,
    done: () => void navigate({ to: '/administration/webhooks' }),
  });
  const off = offAt !== null;
  return (
    <>
      <ActionButton
        label={t('webhooks.test')}
        busy={tried.busy}
        refused={off ? { code: 'webhook.off' } : null}
        onRun={() => void tried.run()}
      />
      <ActionButton
        label={off ? t('webhooks.turn_on') : t('webhooks.turn_off')}
        busy={turn.busy}
        onRun={() => void turn.run(off)}
      />
      <ActionButton label={t('webhooks.renew')} onRun={() => setAsking('secret')} />
      <ActionButton label={t('webhooks.end')} kind="danger" onRun={() => setAsking('end')} />
      <AskFirst
        opened={asking !== null}
        close={close}
        title={asking === 'end' ? t('webhooks.end_title', { name }) : t('webhooks.renew')}
        act={asking === 'end' ? t('webhooks.end') : t('webhooks.renew')}
        danger={asking === 'end'}
        busy={renew.busy || end.busy}
        run={() => void (asking === 'end' ? end : renew).run()}
      >
        <p>{asking === 'end' ? t('webhooks.end_why') : t('webhooks.renew_why')}</p>
      </AskFirst>
      <Dialog opened={secret !== null} close={() => setSecret(null)} title={t('webhooks.renew')}>
        <ShownSecret secret={secret ?? ''} end={() => setSecret(null)} />
      </Dialog>
    </>
  );
}
