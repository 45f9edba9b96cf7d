import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { TicketPicker } from '../../matter/ticket-picker.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { dayOf, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { BudgetPage } from './budget-data.ts';
import { departmentOptions, lineOptions } from './budget-data.ts';
import type { ExpenseValues } from './expense-form.tsx';
import { OrderOf } from './order-of.tsx';
import { Receipt } from './receipt.tsx';
import { Room } from './room.tsx';

type Form = DraftForm<ExpenseValues>['form'];
type WhereFromProps = {
  form: Form;
  page: BudgetPage;
  line: string;
  over: number;
  /** Another department or month: its numbers are read. */
  ask: (to: { department?: string; month?: string }) => void;
};

/** Out of which line, how much and when; and what that line has left. */
export function WhereFrom({ form, page, line, over, ask }: WhereFromProps) {
  const values = form.getValues();
  return (
    <>
      {page.departments.length > 1 ? (
        <NativeSelect
          label={t('budget.department')}
          data={departmentOptions(page)}
          {...form.getInputProps('department')}
          value={values.department || page.department?.id}
          onChange={(event) => {
            form.setFieldValue('department', event.currentTarget.value);
            ask({ department: event.currentTarget.value });
          }}
        />
      ) : null}
      <NativeSelect label={t('budget.line')} data={lineOptions(page)} {...form.getInputProps('line')} value={line} />
      <TextInput
        label={t('budget.amount_in', { currency: page.currency })}
        inputMode="decimal"
        required
        maxLength={20}
        {...form.getInputProps('amount')}
      />
      <Room page={page} line={line} over={over} />
      <TextInput
        type="date"
        label={t('budget.spent_on')}
        required
        max={dayOf(nowMs())}
        {...form.getInputProps('spentOn')}
        onChange={(event) => {
          form.setFieldValue('spentOn', event.currentTarget.value);
          if (event.currentTarget.value) ask({ month: event.currentTarget.value.slice(0, 7) });
        }}
      />
    </>
  );
}

/** Who is paid for what, the matter it belongs to, and the receipt. */
export function WhatFor({ form }: { form: Form }) {
  const values = form.getValues();
  return (
    <>
      <TextInput label={t('budget.supplier')} required maxLength={200} {...form.getInputProps('supplier')} />
      <Textarea
        label={t('budget.what_for')}
        required
        autosize
        minRows={2}
        maxLength={1_000}
        {...form.getInputProps('whatFor')}
      />
      <TicketPicker
        label={t('budget.ticket_of')}
        except=""
        required={false}
        value={values.ticket}
        onChange={(ticket) => form.setValues({ ticket, workOrder: '' })}
      />
      {values.ticket ? (
        <OrderOf
          ticket={values.ticket.id}
          value={values.workOrder}
          onChange={(order) => form.setFieldValue('workOrder', order)}
        />
      ) : null}
      <Receipt value={values.receipt} onChange={(receipt) => form.setFieldValue('receipt', receipt)} />
    </>
  );
}
