export const exchange = {
  take_out: 'Take out',
  take_out_title: 'Take out: {name}',
  take_out_why: 'What the list shows now, narrowed as it is, in its order. Who took it out is recorded.',
  csv: 'CSV',
  xlsx: 'Excel (XLSX)',
  taking: '{count|1 row|# rows} so far',
  taken: '{count|1 row|# rows} taken out.',
  stop: 'Stop',
  stopped: 'Stopped. What had come by then is not kept.',
} as const;
