import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { callAtDesk } from '../../matter/call-at-desk.ts';
import { Recording } from '../../matter/recording.tsx';
import { ThingLink } from '../../matter/thing-link.tsx';
import { channelWords } from '../../matter/words.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts, Notice } from '../../ui/section.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { CallControls } from './call-controls.tsx';
import type { CallLine, Mine } from './calls-data.ts';
import { CALLS, dropReasons, outcomeWords, whoWords } from './calls-data.ts';
import styles from './telephone.module.css';
import { TransferForm } from './transfer-form.tsx';

/** One call in full: whose phones rang, how it was handed on, and what can be done about what is owed after it. */
export function CallDialog({ call, close }: { call: CallLine | null; close: () => void }) {
  const records = useRight('contact.record');
  return (
    <Dialog opened={call !== null} close={close} title={call ? whoWords(call) : t('telephone.calls')} size="lg">
      {call ? (
        <div className={styles['call']}>
          {call.unseen ? <Notice tone="wait">{t('telephone.unseen')}</Notice> : null}
          <CallFacts call={call} />
          {records ? <CallActs call={call} close={close} /> : null}
        </div>
      ) : null}
    </Dialog>
  );
}

function CallFacts({ call }: { call: CallLine }) {
  const { customer, rings, endedBy, heldSeconds, recording, mutedSeconds, offers, transfers } = call;
  const silent = mutedSeconds > 0 ? ` · ${t('telephone.muted', { n: mutedSeconds })}` : '';
  return (
    <Facts
      lines={[
        {
          label: t('telephone.at'),
          value: `${absolute(call.beganAt)} · ${t(`telephone.direction_${call.direction}`)}`,
        },
        {
          label: t('telephone.who'),
          value: customer ? (
            <ThingLink type="customer" id={customer.id}>
              {customer.name}
            </ThingLink>
          ) : null,
        },
        { label: t('telephone.line'), value: channelWords(call.channel) },
        { label: t('telephone.queue'), value: call.queue },
        { label: t('telephone.outcome'), value: outcomeWords(call) },
        { label: t('telephone.taken_by'), value: call.answeredBy?.name },
        { label: t('telephone.rings'), value: rings === null ? null : t('telephone.rings_n', { n: rings }) },
        { label: t('telephone.ended_by'), value: endedBy ? t(`telephone.ended_${endedBy}`) : null },
        { label: t('telephone.held'), value: heldSeconds > 0 ? t('telephone.seconds', { n: heldSeconds }) : null },
        {
          label: t('telephone.recording'),
          value: recording ? <Recorded call={call} silent={silent} /> : null,
        },
        { label: t('telephone.offers'), value: offers.length > 0 ? <Offers offers={offers} /> : null },
        { label: t('telephone.transfers'), value: transfers.length > 0 ? <Transfers transfers={transfers} /> : null },
      ]}
    />
  );
}

function Recorded({ call, silent }: { call: CallLine; silent: string }) {
  const { id, recording, playable, recordingFault } = call;
  return (
    <>
      <span className={styles['path']}>{(recording ?? '') + silent}</span>
      {playable ? <Recording callId={id} /> : null}
      {recordingFault ? <span className="dim">{faultWords(recordingFault)}</span> : null}
    </>
  );
}

function faultWords(fault: string): string {
  return fault === 'unknown' ? t('telephone.recording_unknown') : t('telephone.recording_fault', { fault });
}

function Offers({ offers }: Pick<CallLine, 'offers'>) {
  return (
    <ul>
      {offers.map((one) => (
        <li key={one.at}>
          {`${one.person?.name ?? one.number ?? '–'} ${t(`telephone.offer_${one.outcome ?? 'rings'}`)}`}
          {one.seconds === null ? null : (
            <span className="dim">{` ${t('telephone.seconds', { n: one.seconds })}`}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Transfers({ transfers }: Pick<CallLine, 'transfers'>) {
  return (
    <ul>
      {transfers.map((one) => (
        <li key={one.id}>
          {t('telephone.transfer_line', {
            from: one.from?.name ?? '–',
            to: one.to?.name ?? one.toNumber ?? '–',
            outcome: t(`telephone.transfer_${one.outcome ?? 'rings'}`),
          })}
          {one.reason ? <span className="dim">{` ${one.reason}`}</span> : null}
        </li>
      ))}
    </ul>
  );
}

function CallActs({ call, close }: { call: CallLine; close: () => void }) {
  const navigate = useNavigate();
  const [handing, setHanding] = useState(false);
  const dial = useWrite<string>({
    send: (number, options) => api.post('telephone/acts', { do: 'dial', number }, options),
    done: () => say(t('telephone.dialled')),
  });
  const drop = useWrite<string>({
    send: (reason, options) => api.post(`calls/${call.id}/call-back/drop`, { reason }, options),
    changes: () => ['phone_call', 'commitment'],
    done: close,
  });
  const write = () => {
    callAtDesk.set(call);
    void navigate({ to: '/front-desk' });
  };
  const mine = useRead<Mine>('telephone/mine', { about: CALLS, enabled: call.endedAt === null });
  const talking = mine.data?.calls.find(({ id, phase }) => id === call.id && phase === 'talking');
  if (handing) return <TransferForm call={call} close={() => setHanding(false)} />;
  return (
    <>
      {talking && mine.data?.phone ? <CallControls call={talking} /> : null}
      <div className={styles['acts']}>
        {call.writeUpDue ? <ActionButton label={t('telephone.write')} kind="primary" onRun={write} /> : null}
        {call.number ? (
          <ActionButton
            label={t('telephone.dial')}
            kind={call.callBackDue ? 'primary' : 'plain'}
            busy={dial.busy}
            onRun={() => void dial.run(call.number ?? '')}
          />
        ) : null}
        {call.answeredAt ? <ActionButton label={t('telephone.hand_on')} onRun={() => setHanding(true)} /> : null}
        {call.callBackDue ? (
          <NativeSelect
            aria-label={t('telephone.drop')}
            value=""
            data={[
              { value: '', label: t('telephone.drop') },
              ...dropReasons.map((value) => ({ value, label: t(`telephone.drop_${value}`) })),
            ]}
            onChange={(event) => void drop.run(event.currentTarget.value)}
          />
        ) : null}
      </div>
    </>
  );
}
