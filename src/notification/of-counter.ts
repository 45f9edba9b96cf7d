/** What is told of who stands at the counter. */
export const OF_COUNTER = {
  'arrival.waits': {
    says: 'somebody is at the counter who wants to see you',
    urgency: 'urgent',
    params: ['by'],
  },
} as const;
