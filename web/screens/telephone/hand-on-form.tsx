import { NativeSelect, TextInput } from '@mantine/core';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { t } from '../../words/words.ts';
import type { Agent, Board } from './calls-data.ts';
import { CALLS, stateWords } from './calls-data.ts';

const kinds = ['attended', 'blind'] as const;
type Values = { to: string; number: string; kind: (typeof kinds)[number]; reason: string };
const nothing: Values = { to: '', number: '', kind: 'attended', reason: '' };

function agentWords(agent: Agent): string {
  const doing = agent.call ? t(`telephone.now_${agent.call}`) : stateWords(agent);
  return `${agent.person.name} · ${agent.number} · ${doing}`;
}

/** To whom my call goes, at once or after a word with him, and why (CHAN-14): the exchange does it. */
export function HandOnForm({ callId, done }: { callId: string; done: () => void }) {
  const me = useSession().person.id;
  const { data } = useRead<Board>('telephone/board', { about: CALLS });
  const others = (data?.agents ?? []).filter(({ person, number }) => number !== null && person.id !== me);
  const draft = useDraftForm<Values, unknown>({
    subject: `phone_call/${callId}/hand-on`,
    initial: nothing,
    check: ({ to, number, reason }) => ({
      to: to || number.trim() ? null : t('telephone.needed'),
      reason: reason.trim() ? null : t('telephone.needed'),
    }),
    send: ({ to, number, kind, reason }, options) =>
      api.post(
        'telephone/acts',
        { do: 'transfer', callId, kind, to: number.trim() || to, reason: reason.trim() },
        options,
      ),
    changes: () => ['phone_call'],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('telephone.put_through')}>
      <NativeSelect
        label={t('telephone.to_whom')}
        data={[
          { value: '', label: '–' },
          ...others.map((agent) => ({ value: agent.number ?? '', label: agentWords(agent) })),
        ]}
        {...form.getInputProps('to')}
      />
      <TextInput label={t('telephone.to_number')} inputMode="tel" maxLength={20} {...form.getInputProps('number')} />
      <NativeSelect
        label={t('telephone.how')}
        data={kinds.map((value) => ({ value, label: t(`telephone.how_${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <TextInput label={t('telephone.why')} required maxLength={200} {...form.getInputProps('reason')} />
    </FormFrame>
  );
}
