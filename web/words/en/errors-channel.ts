export const channelErrors = {
  'channel.too_many': 'There are {most} mailboxes already; end one first.',
  'channel.address_taken': 'Another mailbox has this address already.',
  'message.without_looks': 'This message has nothing but its words.',
  'message.without_raw': 'This message was not kept as it came: it is one of ours.',
} as const;
