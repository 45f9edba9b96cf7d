/** Why something cannot be done with what is written to us and by us. */
export const conversationErrors = {
  'conversation.unknown': 'This conversation does not exist, or you may not see it.',
  'conversation.closed': 'The conversation is closed already.',
  'conversation.open': 'The conversation is open already.',
  'conversation.answered_meanwhile': 'Somebody has answered meanwhile. Nothing was sent; read it first.',
  'conversation.more_came': 'The customer has written again meanwhile. Nothing was sent; read it first.',
  'message.unknown': 'This message does not stand in this conversation.',
  'message.not_theirs': 'A matter is made of what the customer wrote. Choose a message of his.',
  'message.not_ours': 'Only our own answers can be taken back.',
  'message.gone_out': 'It has gone out and cannot be taken back any more.',
  'channel.unknown': 'This channel does not exist.',
  'channel.no_mailbox': 'This centre has no mailbox to write from. An administrator can add one under Channels.',
  'conversation.aside': 'Who is asked aside about a matter is not its customer.',
  'conversation.not_for_him': '{name} may not see this conversation.',
  'channel.off': 'The mailbox is switched off: nothing goes out by it. An administrator can switch it on.',
} as const;
