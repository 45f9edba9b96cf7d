export const exchangeErrors = {
  'list.unknown': 'There is no list of this name.',
  'list.cannot_be_narrowed_so': 'This list cannot be narrowed like this.',
  'list.taken_out_already': 'This has been taken out already.',
  'list.taking_out_unknown': 'This is not there.',
  'webhook.url_malformed': 'This is no address that can be sent to.',
  'webhook.url_not_https': 'The address must begin with https.',
  'webhook.unknown': 'This connection is not there.',
  'webhook.there_already': 'This connection is there already.',
  'webhook.too_many': 'There are {most} connections already; end one first.',
  'webhook.off': 'It is switched off. Turn it on first.',
  'webhook.delivery_unknown': 'This delivery is not there any more.',
} as const;
