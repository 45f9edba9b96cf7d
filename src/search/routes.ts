import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { isWhole } from '../platform/http/looks.ts';
import { id } from '../platform/http/shapes.ts';
import { deskCustomer, deskCustomerOut, deskPlace, deskPlaceOut } from './desk.ts';
import { searchEverywhere } from './everywhere.ts';
import { lookUp, lookUpAsk, lookUpOut } from './look-up.ts';
import { searchAsk, searchOut } from './shapes.ts';

export const searchRoutes: Route[] = [
  route({
    name: 'search',
    method: 'GET',
    path: '/search',
    admits: 'search',
    tag: 'Search',
    summary: 'Find tickets, customers, places and messages, as far as the caller may see them',
    query: searchAsk,
    answer: searchOut,
    looks: ({ items }) =>
      items.filter((one) => one.type === 'customer').map((one) => ({ customerId: one.id, way: 'found', whole: false })),
    handle: (context, { query }) => searchEverywhere(context, query),
  }),
  route({
    name: 'lookUp',
    method: 'GET',
    keepsPlans: true,
    path: '/desk/lookup',
    admits: 'contact.record',
    tag: 'Front desk',
    summary: 'Who is calling: by phone, flat, name or ticket number',
    query: lookUpAsk,
    answer: lookUpOut,
    looks: ({ people }) =>
      people.map((one) => ({ customerId: one.customerId, way: 'found', whole: isWhole([one.phoneShown]) })),
    handle: (context, { query }) => lookUp(context, query.q),
  }),
  route({
    name: 'deskCustomer',
    method: 'GET',
    keepsPlans: true,
    path: '/desk/customer/:id',
    admits: 'contact.record',
    tag: 'Front desk',
    summary: 'What is open and promised to a customer',
    params: z.object({ id: id('customer') }),
    answer: deskCustomerOut,
    looks: ({ customer }) => [{ customerId: customer.id, way: 'desk', whole: isWhole([customer.phone]) }],
    handle: (context, { params }) => deskCustomer(context, params.id),
  }),
  route({
    name: 'deskPlace',
    method: 'GET',
    keepsPlans: true,
    path: '/desk/place/:id',
    admits: 'contact.record',
    tag: 'Front desk',
    summary: 'Who lives in a place, and what is open there and next door',
    params: z.object({ id: id('place') }),
    answer: deskPlaceOut,
    handle: (context, { params }) => deskPlace(context, params.id),
  }),
];
