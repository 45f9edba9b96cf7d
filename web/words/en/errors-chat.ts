/** Why something cannot be done in a chat, for its visitor or for us. */
export const chatErrors = {
  'chat.none': 'There is no chat here.',
  'chat.unknown': 'This conversation is no chat.',
  'chat.not_known': 'This chat is not known here any more. Begin a new one.',
  'chat.ended': 'The chat is over.',
  'chat.not_ended': 'The chat is not over yet.',
  'chat.not_offered': 'You are not asked to take this chat any more; a colleague has been asked.',
  'chat.not_yours': 'Only whoever has the chat hands it over.',
  'chat.being_given': 'The chat is being handed over already.',
  'chat.to_oneself': 'The chat is yours already. Choose somebody else.',
  'chat.not_ready': 'This colleague takes no chats just now. Choose another, or a department.',
  'chat.work_not_done': 'The check of this browser went wrong. Try again.',
  'chat.too_many': 'Too many chats were begun from here. Try again in a quarter of an hour.',
  'chat.too_fast': 'That was very fast. Wait a few seconds and go on.',
  'chat.page_not_allowed': 'The chat may not stand on {page}.',
  'channel.one_chat': 'This centre has a chat already.',
  'channel.nothing_to_try': 'A chat has no server to be tried out.',
} as const;
