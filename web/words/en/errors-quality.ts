/** Why something cannot be done to a spot check, a corrective action or feedback. */
export const qualityErrors = {
  'spot_check.unknown': 'This spot check is not there, or not for you to see.',
  'spot_check.item_unknown': 'This record of a spot check is not there.',
  'spot_check.plan_unknown': 'This plan is not there.',
  'spot_check.not_drawn': 'Its period is not over: the sample is not drawn yet.',
  'spot_check.completed': 'This spot check is completed.',
  'spot_check.not_yours': 'The post that owes this check looks at it.',
  'spot_check.items_open': '{count|One record has|# records have} no results yet.',
  'spot_check.item_looked_at': 'Record {no} was looked at already.',
  'spot_check.line_unknown': 'The sheet has no such line, or it was given twice.',
  'spot_check.line_missing': 'Every line of the sheet needs a result.',
  'spot_check.finding_missing': 'Say what was found, and what follows from it.',
  'spot_check.kinds_misplaced': 'Kinds are chosen where closed tickets are drawn.',
  'spot_check.other_key': 'The plan is another than the one addressed.',
} as const;
