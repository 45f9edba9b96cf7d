import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { newId } from '../../../server/ids.ts';
import { nowMs } from '../../../ui/time.ts';
import { say } from '../../../ui/toast.ts';
import { said, t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import type { ActProps } from '../acts/act.ts';
import { useIssuable } from './issuing.tsx';

type Values = { number: string; label: string; validUntil: string; remark: string };

/** Makes out what the application asks for: what the house numbers itself needs no more than a press. */
export function IssuePaper({ ticket, done }: ActProps) {
  const [id] = useState(() => newId<'custody_item'>(nowMs()));
  const { data } = useIssuable(ticket.id);
  const asked = data?.items.find(({ out }) => out === null);
  if (!asked) return null;
  return (
    <ActForm<Values>
      ticket={ticket}
      name={`issue-${asked.kind.key}`}
      initial={{ number: '', label: ticket.title, validUntil: '', remark: '' }}
      submit={t('formalities.issue_kind', { kind: said(asked.kind.name) })}
      check={({ number, validUntil }) => ({
        number: asked.numbered || number.trim() ? null : t('formalities.number_needed'),
        validUntil: !asked.needsValidity || validUntil ? null : t('formalities.valid_until_needed'),
      })}
      send={async ({ number, label, validUntil, remark }, options) => {
        const body = {
          id,
          ticketId: ticket.id,
          kind: asked.kind.key,
          ...(asked.numbered ? {} : { number: number.trim() }),
          ...(label.trim() ? { label: label.trim() } : {}),
          ...(validUntil ? { validUntil } : {}),
          remark: remark.trim(),
        };
        const issued = await api.post<{ number: string }>('custody/issued', body, options);
        say(t('formalities.issued', { number: issued.number }));
      }}
      done={done}
    >
      {({ getInputProps }) => (
        <>
          {asked.numbered ? (
            <p className="dim">{t('formalities.number_here')}</p>
          ) : (
            <TextInput label={t('formalities.number')} required maxLength={60} {...getInputProps('number')} />
          )}
          <TextInput label={t('formalities.label')} maxLength={200} {...getInputProps('label')} />
          <TextInput
            type="date"
            label={t('formalities.valid_until')}
            required={asked.needsValidity}
            {...getInputProps('validUntil')}
          />
          <TextInput label={t('formalities.remark')} maxLength={2000} {...getInputProps('remark')} />
        </>
      )}
    </ActForm>
  );
}
