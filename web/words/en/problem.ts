export const problem = {
  title: 'This could not be shown',
  loading: 'Loading',
  retry: 'Try again',
  go_home: 'To my work',
  fault:
    'The server failed at this. Nothing was changed. If it happens again, tell your administrator the number {id}.',
  screen_failed: 'This screen has failed. What you typed is kept; load the page again.',
  no_words: 'The server refused this ({code}).',
  not_found: 'Nothing is here',
  not_found_why: 'The address is wrong, or it belongs to something you may not see.',
  forbidden: 'Not open to your post',
  forbidden_why: 'Your administrator can give your post the right to see this.',
} as const;
