/** What may be refused on the customer’s page; the house says it in the same words. */
export const entryErrors = {
  'kind.unknown': 'This kind of matter is not there any more.',
  'field.unfit': 'What stands here does not fit the field.',
  'field.missing': 'This has to be filled in.',
  'field.unknown': 'This kind has no such field.',
  'field.not_asked': 'This is asked only where another field says so.',
  'ticket.ended': '{number} is closed. Reopen it first.',
  'ticket.not_resolved': 'It has to be resolved first.',
  'ticket.caller_missing': 'Say who calls.',
  'ticket.place_missing': 'Say where it is.',
  'sign_in.too_many': 'Too many tries. Try again in {minutes} min.',
  'article.unknown': 'This article is not there, or not for you to read.',
  'entry.not_known': 'This link or code is not known, or not good any more.',
  'entry.unknown': 'This matter is not there.',
  'entry.place_unknown': 'Write the place as it stands at the door, such as 3-1202.',
} as const;
