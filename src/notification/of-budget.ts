/** What is told of budgets, expenses, and the accounts published to owners. */
export const OF_BUDGET = {
  'budget.share_reached': { says: 'so many percent of a budget line are used', urgency: 'warn', params: ['open'] },
  'budget.decided': {
    says: 'a budget, an expense, material or accounts that you handed in were decided on',
    urgency: 'info',
    params: ['by', 'verdict'],
  },
} as const;
