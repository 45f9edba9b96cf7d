import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { CONTACT_INTERVALS } from '../../../src/liaison/liaison.ts';
import type { BodyView } from '../../../src/liaison/view.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { useBodyKinds } from './house.ts';

/** Opens the form for another body outside. */
export function NewBody() {
  const [opened, open] = useState(false);
  const close = () => open(false);
  if (!useRight('liaison.log')) return null;
  return (
    <>
      <ActionButton label={t('papers.new_body')} icon={IconPlus} kind="primary" hotkey="n" onRun={() => open(true)} />
      <Dialog opened={opened} close={close} title={t('papers.new_body')}>
        <BodyForm body={null} done={close} />
      </Dialog>
    </>
  );
}

const first = { kind: '', name: '', phone: '', address: '', about: '', personId: '', every: '', ended: false };

function valuesOf(body: BodyView | null): typeof first {
  if (!body) return first;
  const { name, phone, address, about } = body;
  const known = { name, phone, address, about, kind: body.kind.key, personId: body.person.id };
  return { ...known, every: body.every ?? '', ended: body.endedAt !== null };
}

/** A body outside, as it is kept first and as it is corrected. */
export function BodyForm({ body, done }: { body: BodyView | null; done: () => void }) {
  const navigate = useNavigate();
  const [id] = useState(() => body?.id ?? newId<'liaison_body'>(nowMs()));
  const kinds = useBodyKinds();
  const { people } = useDesk();
  const draft = useDraftForm<typeof first>({
    subject: body ? `liaison_body/${body.id}` : 'liaison_body/new',
    initial: valuesOf(body),
    version: body?.version,
    check: ({ kind, name, personId }) => ({
      kind: kind ? null : t('papers.kind_needed'),
      name: name.trim() ? null : t('papers.name_needed'),
      personId: personId ? null : t('papers.person_needed'),
    }),
    send: ({ every, ended, ...values }, options, { version }) => {
      const kept = { ...values, every: every || null };
      return body
        ? api.put(`liaison-bodies/${id}`, { seen: version, ended, ...kept }, options)
        : api.post('liaison-bodies', { id, ...kept }, options);
    },
    changes: () => ['liaison_body', `liaison_body/${id}`],
    done: () => {
      done();
      if (!body) void navigate({ to: `/papers/bodies/${id}` as never });
    },
  });
  const of = draft.form.getInputProps;
  const choose = [{ value: '', label: '' }];
  return (
    <FormFrame draft={draft} submit={t('papers.save')}>
      <TextInput label={t('papers.body_name')} required maxLength={200} {...of('name')} />
      <NativeSelect
        label={t('papers.kind')}
        required
        data={[...choose, ...kinds.map(({ key, name }) => ({ value: key, label: said(name) }))]}
        {...of('kind')}
      />
      <NativeSelect
        label={t('papers.keeps_up')}
        required
        data={[...choose, ...peopleOptions(people)]}
        {...of('personId')}
      />
      <NativeSelect
        label={t('papers.every')}
        data={[
          { value: '', label: t('papers.every_never') },
          ...CONTACT_INTERVALS.map((value) => ({ value, label: t(`papers.every_${value}`) })),
        ]}
        {...of('every')}
      />
      <TextInput label={t('papers.phone')} maxLength={200} {...of('phone')} />
      <TextInput label={t('papers.address')} maxLength={200} {...of('address')} />
      <Textarea label={t('papers.worth_knowing')} autosize minRows={2} maxLength={2000} {...of('about')} />
      {body ? <Checkbox label={t('papers.body_ended')} {...of('ended', { type: 'checkbox' })} /> : null}
    </FormFrame>
  );
}
