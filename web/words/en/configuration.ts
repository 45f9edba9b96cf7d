export const configuration = {
  out: 'Take it out',
  out_why:
    'Calendars, departments, posts with their rights, settings, kinds and words, in an order that stays the same: two of these files can be compared line by line.',
  download: 'Download the configuration',
  in: 'Bring it in',
  file: 'A configuration file',
  file_why: 'What it would change is shown first. What it leaves out stays as it is.',
  unreadable: 'This is no configuration file.',
  same: 'It says what is there already.',
  n_values: '{count|1 value changes|# values change}',
  deadlines_move: '{count|1 running deadline moves|# running deadlines move}',
  people_gain_or_lose: '{count|1 person gains or loses rights|# people gain or lose rights}',
  tickets_stay: '{count|1 open ticket finishes on its own version|# open tickets finish on their own version}',
  apply: 'Make it so',
  applied: '{count|1 value was changed|# values were changed}',
} as const;
