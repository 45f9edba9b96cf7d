import type { UseFormReturnType } from '@mantine/form';
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { Suspense, useEffect, useRef } from 'react';
import { api } from '../../server/api.ts';
import type { Channel } from '../../../src/kernel/channels.ts';
import { stillNamed, useMention } from '../../matter/mention.tsx';
import { channels, channelWords } from '../../matter/words.ts';
import type { Picked } from '../../ui/form/async-picker.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { t } from '../../words/words.ts';
import { readAgain } from './act-form.tsx';
import { useInserted } from './inserted.ts';
import { needed } from './needed.ts';
import styles from './composer.module.css';
import type { Saying } from './composer.tsx';
import type { TicketView } from './view.ts';
import { changedBy } from './view.ts';
import { later } from '../../routes/later.ts';

type Written = {
  text: string;
  channel: Channel;
  sendsElsewhere: boolean;
  evenSo: boolean;
  rule: string;
  accepted: 'yes' | 'no' | null;
  mentions: Picked[];
};

const nothingYet: Written = {
  text: '',
  channel: 'phone',
  sendsElsewhere: false,
  evenSo: false,
  rule: '',
  accepted: null,
  mentions: [],
};

/** Only what this kind of word has: an answer its channel, an explanation its rule and whether it was accepted. */
function bodyOf(saying: Saying, { text, channel, sendsElsewhere, evenSo, rule, accepted, mentions }: Written) {
  if (saying === 'answers') return { text, channel, sendsElsewhere, evenSo };
  if (saying === 'apologies') return { text, evenSo };
  if (saying === 'explanations') return { text, rule, accepted: accepted === null ? null : accepted === 'yes', evenSo };
  const named = stillNamed(text, mentions);
  return saying === 'notes' && named.length > 0 ? { text, mentions: named } : { text };
}

const UnderField = later(() => import('../../phrases/under-field.tsx').then((file) => file.UnderField));

/** What the customer hears. */
const toCustomer: ReadonlySet<Saying> = new Set(['answers', 'apologies', 'explanations']);

type WordsFormProps = { ticket: TicketView; saying: Saying; focus: number; done?: () => void };

/** One word, written and sent with Ctrl Enter. */
export function WordsForm({ ticket, saying, focus, done }: WordsFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus > 0) field.current?.focus();
  }, [focus]);
  const draft = useDraftForm<Written, unknown>({
    subject: `ticket/${ticket.id}/${saying}`,
    initial: nothingYet,
    check: (values) => ({
      text: needed(values.text),
      rule: saying === 'explanations' ? needed(values.rule) : null,
    }),
    send: (values, options) =>
      api
        .post(`tickets/${ticket.id}/${saying}`, bodyOf(saying, values), options)
        .catch((problem: unknown) => readAgain(ticket.id, problem)),
    changes: () => changedBy(ticket.id),
    done: () => done?.(),
  });
  const { form } = draft;
  useInserted(ticket.id, saying === 'answers' && !done, (text) => {
    const before = form.getValues().text.trim();
    form.setFieldValue('text', before ? `${before}\n${text}` : text);
    field.current?.focus();
  });
  const mention = useMention({
    at: `tickets/${ticket.id}`,
    field,
    offered: saying === 'notes',
    add: (text, who) => form.setValues({ text, mentions: [...form.getValues().mentions, who] }),
  });
  return (
    <div className={saying === 'notes' ? styles['inside'] : undefined}>
      <FormFrame
        draft={draft}
        submit={t(`ticket.send_${saying}`)}
        beside={mention.button ?? <Beside saying={saying} form={form} />}
      >
        <Textarea
          ref={field}
          aria-label={t(`ticket.say_${saying}`)}
          placeholder={t(`ticket.hint_${saying}`)}
          autosize
          minRows={2}
          maxRows={9}
          {...form.getInputProps('text')}
          {...mention.props}
        />
        {mention.picker}
        {toCustomer.has(saying) ? (
          <Suspense fallback={null}>
            <UnderField
              of={{ ticket: ticket.id }}
              about={changedBy(ticket.id)}
              field={field}
              form={form}
              write={(text) => form.setFieldValue('text', text)}
            />
          </Suspense>
        ) : null}
        {saying === 'explanations' ? (
          <TextInput label={t('ticket.rule_field')} required {...form.getInputProps('rule')} />
        ) : null}
      </FormFrame>
    </div>
  );
}

/** What an answer or an explanation has besides its words, beside the button. */
function Beside({ saying, form }: { saying: Saying; form: UseFormReturnType<Written> }) {
  if (saying === 'answers')
    return (
      <>
        <Select
          aria-label={t('matter.said_by')}
          w={150}
          allowDeselect={false}
          data={channels.map((value) => ({ value, label: channelWords(value) }))}
          {...form.getInputProps('channel')}
        />
        <Checkbox
          className={styles['tick'] ?? ''}
          label={t('ticket.sends_elsewhere')}
          title={t('ticket.sends_elsewhere_why')}
          {...form.getInputProps('sendsElsewhere', { type: 'checkbox' })}
        />
      </>
    );
  if (saying !== 'explanations') return null;
  return (
    <Select
      aria-label={t('ticket.accepted')}
      w={220}
      clearable
      placeholder={t('ticket.accepted_not_known')}
      data={[
        { value: 'yes', label: t('ticket.accepted_yes') },
        { value: 'no', label: t('ticket.accepted_no') },
      ]}
      {...form.getInputProps('accepted')}
    />
  );
}
