/** What is told of conversations. */
export const OF_CONVERSATIONS = {
  'conversation.received': { says: 'a customer wrote in a conversation of yours', urgency: 'info', params: ['by'] },
  'conversation.aside_received': {
    says: 'somebody asked aside about your matter wrote back',
    urgency: 'warn',
    params: [],
  },
  'conversation.mentioned': { says: 'you are named in a note', urgency: 'warn', params: ['by'] },
  'conversation.taken': { says: 'a conversation is yours to answer', urgency: 'warn', params: ['by'] },
  'conversation.failed': { says: 'an answer of yours could not be sent', urgency: 'urgent', params: [] },
  'chat.offered': { says: 'a visitor waits in the chat', urgency: 'urgent', params: [], atNight: true },
  'chat.not_accepted': { says: 'nobody took the chat you hand over: it stays yours', urgency: 'warn', params: ['by'] },
  'conversation.bounced': { says: 'an answer of yours came back', urgency: 'urgent', params: [] },
} as const;
