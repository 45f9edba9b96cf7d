/** What is told of the knowledge base: to whom something is to read, to review, or was decided. */
export const OF_ARTICLES = {
  'article.to_accept': { says: 'a standard that binds your department: confirm it', urgency: 'info', params: ['by'] },
  'article.to_read': { says: 'something you must have read', urgency: 'info', params: ['by'] },
  'article.unhelpful': { says: 'an article of yours did not help somebody', urgency: 'info', params: ['by'] },
  'article.amendment_proposed': {
    says: 'somebody would have the house rules otherwise',
    urgency: 'info',
    params: ['by'],
  },
  'article.amendment_decided': { says: 'it was decided on what you proposed', urgency: 'info', params: ['by'] },
} as const;
