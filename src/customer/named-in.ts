import type { Book } from '../platform/erase-names.ts';

/**
 * The house's own books, in which somebody may have written a customer's name or number wherever it seemed right. Erasing him goes
 * through every text here. What is written on his own matters is erased by who owns those (`commands/erase-customer-words.ts`
 * of each folder); what needs no erasing stands with its reason in src/privacy/kept-texts.ts. A test knows every column.
 *
 * The key is what the report counts them as.
 */
export const NAMED_IN = {
  rounds: [
    { table: 'round_result', texts: ['note'] },
    { table: 'round_letter', texts: ['reason'] },
  ],
  shifts: [{ table: 'shift_note', texts: ['text', 'remark'], json: ['lines'] }],
  disturbances: [
    { table: 'disturbance', texts: ['spot', 'people_involved', 'happened', 'measures', 'told_others'] },
    { table: 'disturbance_change', json: ['before'] },
  ],
  custody: [
    { table: 'custody_item', texts: ['number', 'label'] },
    {
      table: 'custody_entry',
      texts: ['from_name', 'to_name', 'purpose', 'what_happened', 'cause', 'measures', 'remark'],
    },
    { table: 'custody_change', json: ['before'] },
    { table: 'custody_count_line', texts: ['label', 'remark', 'reason'] },
  ],
  papers: [
    { table: 'meeting', texts: ['title', 'room', 'cancelled_because'] },
    { table: 'meeting_member', texts: ['firm', 'name', 'answer_words'] },
    { table: 'meeting_point', texts: ['title', 'minutes', 'decision'] },
    { table: 'meeting_change', json: ['before'] },
    { table: 'document', texts: ['subject', 'text', 'counterpart', 'lies_at', 'destroyed_because'] },
    { table: 'document_review', texts: ['remark'] },
    { table: 'document_loan', texts: ['why'] },
    { table: 'document_change', json: ['before'] },
    { table: 'liaison_body', texts: ['name', 'phone', 'address', 'about'] },
    { table: 'liaison_contact', texts: ['name', 'position', 'phone'] },
    { table: 'liaison_matter', texts: ['subject', 'next_step', 'outcome', 'lesson'] },
    { table: 'liaison_dealing', texts: ['said'] },
    { table: 'liaison_change', json: ['before'] },
    { table: 'ticket_paper', texts: ['remark'] },
  ],
  plans: [
    { table: 'work_plan', texts: ['title', 'text', 'guest_body', 'programme', 'report'] },
    { table: 'work_item', texts: ['title', 'outcome', 'remark'] },
    { table: 'work_item_check', texts: ['outcome', 'remark'] },
    { table: 'work_item_move', texts: ['why'] },
  ],
  daily_records: [
    { table: 'diary_day', texts: ['done', 'next'] },
    { table: 'daily_line', texts: ['text'] },
    { table: 'daily_record', texts: ['remark'] },
  ],
  quality: [
    { table: 'finding', texts: ['text'] },
    { table: 'rectification', texts: ['findings', 'reply', 'withdrawn_reason'] },
    { table: 'rejected_reply', texts: ['reply', 'reason'] },
    { table: 'spot_check', texts: ['conclusion'] },
    { table: 'spot_check_item', texts: ['remark'] },
    { table: 'spot_check_result', texts: ['finding'] },
    { table: 'improvement', texts: ['title', 'cause', 'withdrawn_reason'] },
    { table: 'improvement_measure', texts: ['text', 'done_text'] },
    { table: 'improvement_verdict', texts: ['text'] },
    { table: 'repetition_decision', texts: ['reason'] },
    { table: 'feedback', texts: ['text', 'reply'] },
    { table: 'survey_round', texts: ['text'] },
    { table: 'survey_plan', texts: ['aim', 'remark'] },
    { table: 'survey_receiver', texts: ['remark'] },
    { table: 'survey_answer', texts: ['text'] },
    { table: 'survey_evaluation', texts: ['decided'] },
    { table: 'survey_cause', texts: ['text', 'measure', 'done_text'] },
    { table: 'quality_review', texts: ['remark'] },
    { table: 'quality_review_mark', texts: ['remark'] },
    { table: 'logged_error', texts: ['what', 'lesson'] },
    { table: 'staff_assessment', texts: ['remark', 'comment'] },
    { table: 'staff_assessment_mark', texts: ['remark'] },
    { table: 'staff_finding', texts: ['text', 'withdrawn_because'] },
    { table: 'staff_breach', texts: ['rule', 'facts', 'statement', 'remark'] },
    { table: 'staff_move', texts: ['reason', 'remark'] },
  ],
  charges: [
    { table: 'charge', texts: ['note'] },
    { table: 'charge_receipt', texts: ['payer', 'reference'] },
    { table: 'charge_receipt_reversal', texts: ['reason'] },
    { table: 'charge_settlement', texts: ['reason'] },
    { table: 'charge_run', texts: ['revoked_because'] },
    { table: 'charge_delivery', texts: ['because', 'received_because'] },
    { table: 'dunning_step', texts: ['outcome'] },
  ],
  knowledge: [
    { table: 'article_version', texts: ['customer_sort', 'situation', 'was_said', 'worked'], json: ['title', 'body'] },
    { table: 'article_feedback', texts: ['words'] },
    { table: 'article_amendment', texts: ['proposed', 'why', 'answer'] },
  ],
  budgets: [
    { table: 'budget_version', texts: ['why', 'decided_because'] },
    { table: 'expense', texts: ['supplier', 'what_for', 'because'] },
    { table: 'expense_decision', texts: ['because'] },
    { table: 'accounts', texts: ['remark', 'corrects_because', 'sent_back_because'] },
    { table: 'account_line', texts: ['name', 'note'] },
  ],
  reports: [{ table: 'summary', texts: ['text', 'measures', 'late_because'] }],
  matters: [
    { table: 'arrival', texts: ['name'] },
    { table: 'handover', texts: ['reason', 'answer_reason'] },
    { table: 'dispute_party', texts: ['name'] },
    { table: 'commitment', texts: ['corrected_because'] },
    { table: 'legal_hold', texts: ['why'] },
    { table: 'phone_transfer', texts: ['reason'] },
    { table: 'phone_unmasked', texts: ['reason'] },
    { table: 'still_named', texts: ['why'] },
    { table: 'file', texts: ['name', 'shows'] },
  ],
  drafts: [
    { table: 'draft', json: ['content', 'former'] },
    { table: 'open_tabs', json: ['tabs'] },
    { table: 'saved_view', texts: ['name'], json: ['filters'] },
    { table: 'macro_version', texts: ['name'], json: ['steps'] },
  ],
} satisfies Record<string, Book[]>;
