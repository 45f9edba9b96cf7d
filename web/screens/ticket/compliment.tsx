import { Checkbox, Select, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import type { z } from 'zod';
import type { complimentOut } from '../../../src/compliment/view.ts';
import { api } from '../../server/api.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import { said, t } from '../../words/words.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './acts/act.ts';
import type { PartProps } from './matters-of.tsx';
import { needed } from './needed.ts';
import styles from './side.module.css';

/** A compliment waits to be passed on; with its answer it is closed. */
export function ComplimentOf({ ticket, open }: PartProps) {
  if (ticket.closedAt) return null;
  return (
    <section>
      <h2>{t('compliments.title')}</h2>
      <p className="dim">{t('compliments.why')}</p>
      <div className={styles['buttons']}>
        <ActionButton
          label={t('compliments.pass_on')}
          icon={IconSend}
          kind="primary"
          refused={ticket.can['change'] ?? null}
          onRun={() => open({ title: t('compliments.pass_on'), form: PassOn })}
        />
      </div>
    </section>
  );
}

function PassOn(props: ActProps) {
  const { data } = useRead<z.output<typeof complimentOut>>(`tickets/${props.ticket.id}/compliment`, {
    about: [`ticket/${props.ticket.id}`],
  });
  return data ? <Form {...props} offered={data.offered ? said(data.offered) : ''} /> : <LoadingLines count={3} />;
}

function Form({ ticket, done, offered }: ActProps & { offered: string }) {
  const { people, departments } = useDesk();
  return (
    <ActForm
      ticket={ticket}
      name="compliment"
      initial={{ people: [] as string[], departments: [] as string[], answer: offered }}
      submit={t('compliments.pass_on')}
      check={(values) => ({
        people: values.people.length + values.departments.length > 0 ? null : t('compliments.about_needed'),
        answer: needed(values.answer),
      })}
      send={(values, options) => api.post(`tickets/${ticket.id}/compliment`, values, options)}
      done={done}
    >
      {(form) => (
        <>
          <Select
            label={t('compliments.people')}
            searchable
            data={peopleOptions(people.filter((one) => !form.values.people.includes(one.id)))}
            value={null}
            error={form.errors['people']}
            onChange={(id) => id && form.setFieldValue('people', [...form.values.people, id])}
          />
          <Checkbox.Group label={t('compliments.departments')} {...form.getInputProps('departments')}>
            {departments.map((one) => (
              <Checkbox key={one.id} value={one.id} label={said(one.name)} mt={6} />
            ))}
          </Checkbox.Group>
          <Checkbox.Group label={t('compliments.chosen')} {...form.getInputProps('people')} error={null}>
            {people
              .filter((one) => form.values.people.includes(one.id))
              .map((one) => (
                <Checkbox key={one.id} value={one.id} label={one.name} mt={6} />
              ))}
          </Checkbox.Group>
          <Textarea
            label={t('compliments.answer')}
            description={t('compliments.answer_why')}
            required
            autosize
            minRows={2}
            {...form.getInputProps('answer')}
          />
        </>
      )}
    </ActForm>
  );
}
