/**
 * What must be true before resolving or closing; each is a rule of the core with a refusal of its own.
 * `customer_view_known` is also met where he would not say, or was tried as often as the visit rule asks.
 * `dispute_ended` asks for an agreement that every party has confirmed, or a referral; `agreement_checked` for a look at whether
 * it holds.
 * `department_answered` asks that whoever it was passed to has said what becomes of it; `plan_realised` that what was adopted was
 * planned and done.
 * `compliment_passed_on` asks that those it is about have heard of it.
 * `facts_established` asks what is proven, by what, and for its evidence, where the kind asks for them at all (its field
 * `facts` may hang on another that says whether liability is asked about); where a kind has it, nothing is said on liability before.
 * `ruling_given` holds while a ruling was asked for and not given; where none was asked there is nothing to wait for.
 * `pass_issued` asks that what was applied for was issued on this ticket, or handed out, and not taken back by a correction.
 * `parts_closed` asks for work orders, all of them ended, and that what a department refused was given out anew.
 */
export const GUARDS = [
  'no_open_work_order',
  'customer_told',
  'visits_ended',
  'outcome_given',
  'apology_made',
  'explanation_given',
  'answer_given',
  'real_cause_known',
  'facts_established',
  'customer_view_known',
  'ruling_given',
  'dispute_ended',
  'agreement_checked',
  'department_answered',
  'plan_realised',
  'compliment_passed_on',
  'pass_issued',
  'parts_closed',
] as const;
export type Guard = (typeof GUARDS)[number];
