import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { codeOut } from '../../../src/entry/view.ts';
import { api } from '../../server/api.ts';
import { base } from '../../server/base.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { printSlip, Slip } from '../../ui/print.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import type { CustomerAnswer } from './customers.ts';

type Code = z.output<typeof codeOut>;

/** A code by which the customer sees his own matters: said or printed, and revoked where it went astray. */
export function CustomerAccess({ customer }: { customer: CustomerAnswer }) {
  const [code, setCode] = useState<Code | null>(null);
  const { organisation } = useSession();
  const give = useWrite<void, Code>({
    send: (_, options) => api.post(`customers/${customer.id}/access-code`, {}, options),
    done: setCode,
  });
  const revoke = useWrite<void>({
    send: (_, options) => api.delete(`customers/${customer.id}/access-code`, options),
    done: () => {
      say(t('customers.access_revoked'));
      setCode(null);
    },
  });
  const address = `${location.origin}${base}c`;
  const lines = (shown: Code) => [
    { label: t('customers.address_of_page'), text: address },
    { label: t('customers.give_code'), text: shown.code },
    { label: t('customers.good_until'), text: absolute(shown.expiresAt) },
  ];
  return (
    <>
      <ActionButton
        label={t('customers.give_code')}
        icon={IconKey}
        can={customer.can}
        action="edit"
        busy={give.busy}
        onRun={() => void give.run()}
      />
      <Dialog opened={code !== null} close={() => setCode(null)} title={t('customers.give_code')}>
        {code ? (
          <>
            <p>
              <strong>{code.code}</strong>
            </p>
            <p className="dim">{t('customers.say_code', { address, until: absolute(code.expiresAt) })}</p>
            <ActionButton
              label={t('customers.print_code')}
              kind="primary"
              onRun={() =>
                printSlip(
                  <Slip
                    organisation={organisation.name}
                    title={t('customers.give_code')}
                    number=""
                    lines={lines(code)}
                  />,
                )
              }
            />
            <ActionButton label={t('customers.revoke_access')} kind="danger" onRun={() => void revoke.run()} />
          </>
        ) : null}
      </Dialog>
    </>
  );
}
