import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id } from '../platform/http/shapes.ts';
import { issueOnTicket } from './commands/issue-on-ticket.ts';
import { issuedQuery, issueOnTicketInput } from './inputs.ts';
import { issuableOn } from './issuable.ts';
import { listIssued } from './issued.ts';
import { issuableOut, issuedListOut, issuedOut } from './view.ts';

const tag = 'Keys and passes';

/** Papers and passes that an approved application asks for: issued in one act, and their register (PASS-04, PASS-05). */
export const issuedRoutes: Route[] = [
  route({
    name: 'listIssued',
    method: 'GET',
    path: '/custody/issued',
    admits: 'custody.see',
    tag,
    summary: 'The register of passes and certificates issued, the newest first',
    about: 'Applicant, unit, papers shown, number, issue, expiry and withdrawal of each.',
    query: issuedQuery,
    answer: issuedListOut,
    handle: (context, { query }) => listIssued(context, query),
  }),
  route({
    name: 'issueOnTicket',
    method: 'POST',
    path: '/custody/issued',
    admits: 'custody.keep',
    tag,
    summary: 'Make out the paper that an approved application asks for',
    about: 'Numbered, entered in the register for the applicant and his unit, and issued to him, in one act.',
    status: 201,
    body: issueOnTicketInput,
    example: { ticketId: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e', kind: 'owner_certificate' },
    answer: issuedOut,
    handle: (context, { body }) => issueOnTicket(context, body),
  }),
  route({
    name: 'listIssuable',
    method: 'GET',
    path: '/tickets/:id/issuable',
    admits: 'ticket.see',
    tag,
    summary: 'What an application asks for that the house issues, and whether it may be issued now',
    params: z.object({ id: id('ticket') }),
    answer: issuableOut,
    handle: (context, { params }) => issuableOn(context, params.id),
  }),
];
