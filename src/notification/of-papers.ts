/** What is told of meetings and of documents. */
export const OF_PAPERS = {
  'meeting.called': { says: 'you are invited to a meeting, or it was moved', urgency: 'warn', params: ['by', 'dueAt'] },
  'meeting.cancelled': { says: 'a meeting does not take place', urgency: 'warn', params: ['by', 'dueAt'] },
  'document.to_review': { says: 'a document is passed to you for review', urgency: 'warn', params: ['by'] },
  'document.decided': { says: 'what you wrote was approved or sent back', urgency: 'warn', params: ['by'] },
} as const;
