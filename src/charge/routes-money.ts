import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { download, leaving, takenOut } from '../report/papers/download.ts';
import { confirmDelivery, deliverMoney } from './commands/deliveries.ts';
import { recordStep } from './commands/record-step.ts';
import { reverseReceipt } from './commands/settle.ts';
import { takePayment } from './commands/take-payment.ts';
import { listDeliveries } from './deliveries.ts';
import { dunningPage, listDunnings } from './dunnings.ts';
import * as inputs from './inputs.ts';
import { receiptPaper } from './papers.ts';
import { listReceipts, receiptPage } from './receipts.ts';
import { deliveriesOut, receiptOut, receiptsOut } from './view-money.ts';
import { dunningPageOut, dunningsOut } from './view-dunning.ts';

const tag = 'Charges';
const receipt = z.object({ id: id('charge_receipt') });
const dunning = z.object({ id: id('dunning') });
const delivery = z.object({ id: id('charge_delivery') });
const currency = z.string().describe('In which all amounts are, ISO 4217');

/** Taking money (FEE-05), following up what is overdue (FEE-02), and bringing it to finance (AGCY-03). */
export const chargeMoneyRoutes: Route[] = [
  route({
    name: 'takePayment',
    method: 'POST',
    path: '/charge-receipts',
    admits: 'charge.receive',
    tag,
    summary: 'Take money for what a customer owes, the oldest first unless said, and issue the receipt',
    status: 201,
    body: inputs.takePaymentInput,
    answer: receiptOut.extend({ currency }),
    handle: async (context, { body }) => receiptPage(context, await takePayment(context, body)),
  }),
  route({
    name: 'listChargeReceipts',
    method: 'GET',
    path: '/charge-receipts',
    admits: 'charge.see',
    tag,
    summary: 'What was taken, by whom and how, the newest first, with sums',
    query: inputs.receiptsQuery,
    answer: receiptsOut,
    handle: (context, { query }) => listReceipts(context, query),
  }),
  route({
    name: 'readChargeReceipt',
    method: 'GET',
    path: '/charge-receipts/:id',
    admits: 'charge.see',
    tag,
    summary: 'One receipt, and what it paid',
    params: receipt,
    answer: receiptOut.extend({ currency }),
    handle: (context, { params }) => receiptPage(context, params.id),
  }),
  route({
    name: 'takeOutChargeReceipt',
    method: 'GET',
    path: '/charge-receipts/:id/document',
    admits: 'charge.see',
    tag,
    summary: 'The receipt to print or send, in one of the three languages',
    params: receipt,
    query: z.strictObject(takenOut),
    sends: 'file',
    answer: z.unknown(),
    leaves: ({ params, query }, paper) => leaving('charge-receipt', { ...query, receipt: params.id }, paper),
    handle: (context, { params, query }) =>
      download(context, query, async (writing) =>
        receiptPaper(writing, await receiptPage(context, params.id), context.organisation.name),
      ),
  }),
  route({
    name: 'reverseChargeReceipt',
    method: 'POST',
    path: '/charge-receipts/:id/reverse',
    admits: 'charge.bill',
    tag,
    summary: 'Give the money back, or undo a wrong entry, with the reason; what it paid is owed again',
    params: receipt,
    body: inputs.becauseInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await reverseReceipt(context, params.id, body);
      return OK;
    },
  }),
  route({
    name: 'listDunnings',
    method: 'GET',
    path: '/dunnings',
    admits: 'charge.see',
    tag,
    summary: 'Who is followed up for what is overdue, and what comes next',
    query: inputs.dunningsQuery,
    answer: dunningsOut,
    handle: (context, { query }) => listDunnings(context, query),
  }),
  route({
    name: 'readDunning',
    method: 'GET',
    path: '/dunnings/:id',
    admits: 'charge.see',
    tag,
    summary: 'One customer followed up: what is overdue, the notice as it would read, and every step taken',
    params: dunning,
    answer: dunningPageOut,
    handle: (context, { params }) => dunningPage(context, params.id),
  }),
  route({
    name: 'recordDunningStep',
    method: 'POST',
    path: '/dunnings/:id/steps',
    admits: 'charge.receive',
    tag,
    summary: 'Record a dunning notice or a talk, and on which day somebody looks again',
    status: 201,
    params: dunning,
    body: inputs.stepInput,
    answer: z.object({ id: idOut('dunning_step') }),
    handle: async (context, { params, body }) => ({ id: await recordStep(context, params.id, body) }),
  }),
  route({
    name: 'listChargeDeliveries',
    method: 'GET',
    path: '/charge-deliveries',
    admits: 'charge.see',
    tag,
    summary: 'The money of each week on its way to finance, the newest first',
    query: inputs.deliveriesQuery,
    answer: deliveriesOut,
    handle: (context, { query }) => listDeliveries(context, query),
  }),
  route({
    name: 'deliverMoney',
    method: 'POST',
    path: '/charge-deliveries/:id/deliver',
    admits: 'charge.see',
    tag,
    summary: 'Deliver to finance what was taken and not delivered yet; by the post that owes it, after its week',
    params: delivery,
    body: inputs.deliverInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await deliverMoney(context, params.id, body);
      return OK;
    },
  }),
  route({
    name: 'confirmDelivery',
    method: 'POST',
    path: '/charge-deliveries/:id/confirm',
    admits: 'charge.see',
    tag,
    summary: 'Finance confirms what it received; a difference is said with its reason',
    params: delivery,
    body: inputs.confirmInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await confirmDelivery(context, params.id, body);
      return OK;
    },
  }),
];
