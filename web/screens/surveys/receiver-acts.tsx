import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { handedOutOut, linkOut } from '../../../src/survey/view.ts';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { dayOf, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { Receiver } from './receivers.tsx';
import type { Survey } from './survey-words.ts';
import { CHANGED } from './survey-words.ts';

export type Act = 'paper' | 'message' | 'phone' | 'collect' | 'give_up' | 'link';
type ActProps = { survey: Survey; rows: Receiver[]; close: () => void };

/** What is done to those chosen: on which day, or why not. */
export function ReceiverAct({ act, ...props }: ActProps & { act: Act }) {
  const title =
    act === 'collect' || act === 'give_up' || act === 'link' ? t(`surveys.${act}`) : t(`surveys.hand_out_${act}`);
  return (
    <Dialog opened close={props.close} title={title}>
      {act === 'link' ? (
        <GiveLink {...props} />
      ) : act === 'give_up' ? (
        <GiveUp {...props} />
      ) : (
        <OnDay {...props} act={act} title={title} />
      )}
    </Dialog>
  );
}

function OnDay({
  survey,
  rows,
  close,
  act,
  title,
}: ActProps & { act: Exclude<Act, 'give_up' | 'link'>; title: string }) {
  const receiverIds = rows.map(({ id }) => id);
  const draft = useDraftForm<{ on: string }, Partial<z.output<typeof handedOutOut>>>({
    subject: null,
    initial: { on: dayOf(nowMs()) },
    check: ({ on }) => ({ on: on ? null : t('surveys.day_needed') }),
    send: ({ on }, options) =>
      act === 'collect'
        ? api.post(`surveys/${survey.id}/collections`, { receiverIds, on }, options)
        : api.post(`surveys/${survey.id}/hand-outs`, { receiverIds, way: act, on }, options),
    changes: () => CHANGED,
    done: ({ noWay = 0 }) => {
      say(noWay > 0 ? t('surveys.some_no_way', { n: noWay }) : t('surveys.noted'));
      close();
    },
  });
  return (
    <FormFrame draft={draft} submit={title}>
      <p>{t('surveys.n_chosen', { n: rows.length })}</p>
      {act === 'message' ? <p className="dim">{t('surveys.message_why')}</p> : null}
      <TextInput
        type="date"
        label={act === 'collect' ? t('surveys.collected_on') : t('surveys.handed_out_on')}
        required
        max={dayOf(nowMs())}
        {...draft.form.getInputProps('on')}
      />
    </FormFrame>
  );
}

function GiveUp({ survey, rows, close }: ActProps) {
  const draft = useDraftForm({
    subject: null,
    initial: { remark: '' },
    check: ({ remark }) => ({ remark: remark.trim() ? null : t('surveys.remark_needed') }),
    send: ({ remark }, options) =>
      api.post(`surveys/${survey.id}/not-returned`, { receiverIds: rows.map(({ id }) => id), remark }, options),
    changes: () => CHANGED,
    done: () => {
      say(t('surveys.noted'));
      close();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('surveys.give_up')}>
      <p>{t('surveys.n_chosen', { n: rows.length })}</p>
      <TextInput label={t('surveys.why_not_back')} required maxLength={200} {...draft.form.getInputProps('remark')} />
    </FormFrame>
  );
}

/** Told once: printed, read out, or shown as it is. */
function GiveLink({ rows: [row] }: ActProps) {
  const [address, tell] = useState<string | null>(null);
  const write = useWrite<undefined, z.output<typeof linkOut>>({
    send: (_, options) => api.post(`survey-receivers/${row!.id}/link`, {}, options),
    changes: () => CHANGED,
    done: (answer) => tell(answer.address),
  });
  return (
    <>
      <p>{t('surveys.link_why', { name: row!.customer.name })}</p>
      {address === null ? (
        <ActionButton
          label={t('surveys.make_link')}
          kind="primary"
          busy={write.busy}
          onRun={() => void write.run(undefined)}
        />
      ) : (
        <TextInput
          label={t('surveys.link')}
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
