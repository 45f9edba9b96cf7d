/** What is told of who stands at the counter, and of what disturbs its order. */
export const OF_COUNTER = {
  'disturbance.recorded': { says: 'a disturbance in the centre', urgency: 'urgent', params: ['by'] },
  'arrival.waits': {
    says: 'somebody is at the counter who wants to see you',
    urgency: 'urgent',
    params: ['by'],
  },
} as const;
