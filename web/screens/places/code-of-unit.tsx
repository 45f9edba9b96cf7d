import { IconQrcode } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { sceneOut } from '../../../src/channel/wechat/inputs.ts';
import type { waysOut } from '../../../src/conversation/view.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { t } from '../../words/words.ts';
import type { PlaceAnswer } from './place-words.ts';
import styles from './places.module.css';

type Code = z.output<typeof sceneOut>;

/** The unit's own code of the official account, to be printed and put up there; only where there is such an account. */
export function CodeOfUnit({ place }: { place: PlaceAnswer }) {
  const [code, setCode] = useState<Code | null>(null);
  const may = place.kind === 'unit' && place.can['change'] === null;
  const ways = useRead<z.output<typeof waysOut>>('conversations/channels', { about: ['channel'], enabled: may });
  const account = ways.data?.items.find(({ kind }) => kind === 'wechat');
  const make = useWrite<void, Code>({
    send: (_, options) => api.post<Code>(`channels/${account!.id}/codes`, { placeId: place.id }, options),
    done: setCode,
  });
  if (!account) return null;
  const title = t('places.code_of', { place: place.code });
  return (
    <>
      <ActionButton label={t('places.wechat_code')} icon={IconQrcode} busy={make.busy} onRun={() => void make.run()} />
      <Dialog opened={code !== null} close={() => setCode(null)} title={title}>
        <p>{t('places.wechat_code_why', { account: account.address })}</p>
        {code ? <img className={styles['square']} src={code.square} alt={title} /> : null}
      </Dialog>
    </>
  );
}
