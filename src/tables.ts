import type { KindMoveTable, LookTable, MemberLookTable, WordsVersionTable } from './administration/table.ts';
import type {
  ContractorChangeTable,
  ContractorCheckPointTable,
  ContractorCheckTable,
  ContractorDueTable,
  ContractorFaultTable,
  ContractorFollowUpTable,
  ContractorTable,
} from './contractor/table.ts';
import type { DispatchActTable, DispatchOrderTable } from './dispatch/table.ts';
import type { ArrivalTable } from './arrival/table.ts';
import type {
  AuthAccountTable,
  AuthKeyTable,
  AuthSessionTable,
  AuthVerificationTable,
  BackupCodeTable,
  IdentityAttemptTable,
  IdentityProviderTable,
  PasswordCodeTable,
  PasswordHistoryTable,
  PersonalTokenTable,
  SecondFactorResetTable,
  SecondFactorTable,
  SecurityVersionTable,
  SignInAttemptTable,
  TrustedDeviceTable,
} from './auth/table.ts';
import type { BulkActTable } from './bulk/table.ts';
import type { CalendarFeedTable, CalendarRuleTable } from './calendar-feed/table.ts';
import type { ChatAgentTable, ChatLineTable, ChatTable } from './channel/chat/table.ts';
import type {
  AddressFaultTable,
  ChannelBindingTable,
  ChannelOptOutTable,
  ChannelReferenceTable,
  ChannelSceneTable,
  ChannelStateTable,
  ChannelTable,
  ChannelTakenTable,
  MailTakenTable,
} from './channel/table.ts';
import type { CommitmentPauseTable, CommitmentTable } from './commitment/table.ts';
import type { ComplimentAboutTable, ComplimentTable } from './compliment/table.ts';
import type { MilestoneToldTable } from './milestone/table.ts';
import type { LoggedErrorTable } from './error-log/table.ts';
import type {
  StaffAssessmentMarkTable,
  StaffAssessmentTable,
  StaffBreachTable,
  StaffFindingTable,
  StaffMoveGroundTable,
  StaffMoveTable,
} from './personnel/table.ts';
import type {
  SkillMasteryTable,
  TrainingAttendanceTable,
  TrainingChangeTable,
  TrainingPathTable,
  TrainingSessionTable,
  TrainingSignatureTable,
} from './training/table.ts';
import type { QualityReviewMarkTable, QualityReviewTable } from './quality-review/table.ts';
import type { PackDeclinedTable } from './configuration/table.ts';
import type { ContactTable, ContactTicketTable, FormerOutcomeTable } from './contact/table.ts';
import type {
  CustomerEmailTable,
  CustomerErasureTable,
  CustomerMemberTable,
  CustomerPhoneTable,
  CustomerPlaceTable,
  CustomerTable,
  StillNamedTable,
  PhoneUnmaskedTable,
} from './customer/table.ts';
import type {
  ConversationTable,
  GroupMemberTable,
  MessageFileTable,
  MessageTable,
  MessageTicketTable,
} from './conversation/table.ts';
import type { CustomerAccessTable } from './entry/table.ts';
import type {
  DisputeAttemptTable,
  DisputeConfirmationTable,
  DisputeOutcomeTable,
  DisputePartyTable,
  DisputeStatementTable,
} from './dispute/table.ts';
import type { DailyHandoverTable, DailyLineTable, DailyRecordTable } from './daily-record/table.ts';
import type { NoticeReceiptTable } from './receipt/table.ts';
import type {
  ChargeBasisTable,
  ChargeClaimTable,
  ChargeDeliveredTable,
  ChargeDeliveryTable,
  ChargeNoticeTable,
  ChargeReceiptNumberTable,
  ChargeReceiptReversalTable,
  ChargeReceiptTable,
  ChargeRunTable,
  ChargeSettlementTable,
  ChargeTable,
  DunningStepTable,
  DunningTable,
} from './charge/table.ts';
import type { CustomerClassTable } from './customer-class/table.ts';
import type {
  CustodianAttemptTable,
  CustodianContactTable,
  CustodianDistributionTable,
  CustodianTable,
  SpecialistAbilityTable,
} from './custodian/table.ts';
import type {
  CustomerArchiveChangeTable,
  CustomerArchiveEntryTable,
  CustomerArchiveLookTable,
  CustomerArchiveTable,
} from './customer-archive/table.ts';
import type { OutreachContactTable, OutreachTable } from './outreach/table.ts';
import type {
  DocumentChangeTable,
  DocumentLoanTable,
  DocumentReviewTable,
  DocumentSeriesTable,
  DocumentTable,
} from './document/table.ts';
import type {
  LiaisonBodyTable,
  LiaisonChangeTable,
  LiaisonContactTable,
  LiaisonDealingTable,
  LiaisonMatterTable,
} from './liaison/table.ts';
import type {
  MeetingChangeTable,
  MeetingDueTable,
  MeetingItemTable,
  MeetingMemberTable,
  MeetingPointTable,
  MeetingTable,
} from './meeting/table.ts';
import type { DisturbanceChangeTable, DisturbanceTable } from './disturbance/table.ts';
import type {
  CustodyChangeTable,
  CustodyCountLineTable,
  CustodyCountTable,
  CustodyEntryTable,
  CustodyItemTable,
  CustodySeriesTable,
} from './custody/table.ts';
import type { TicketPaperTable } from './formality/table.ts';
import type { DraftTable, OpenTabsTable } from './draft/table.ts';
import type { MacroTable, MacroVersionTable } from './macro/table.ts';
import type { TicketMergeTable } from './merging/table.ts';
import type { FeedbackTable, FeedbackTicketTable } from './feedback/table.ts';
import type {
  ImprovementMeasureTable,
  ImprovementSourceTable,
  ImprovementTable,
  ImprovementVerdictTable,
  RepetitionDecisionTable,
} from './improvement/table.ts';
import type { ExternalIdTable, ListImportRowTable, ListImportTable, ListTakenOutTable } from './exchange/table.ts';
import type {
  ArticleAcceptanceTable,
  ArticleAmendmentTable,
  ArticleBindingTable,
  ArticlePostTable,
  ArticleTrainingTable,
  ArticleFeedbackTable,
  ArticleReadingTable,
  ArticleTable,
  ArticleTestResultTable,
  ArticleTestTable,
  ArticleUseTable,
  ArticleVersionTable,
} from './knowledge/table.ts';
import type { NotificationTable } from './notification/table.ts';
import type {
  AbsenceTable,
  CalendarTable,
  CalendarVersionTable,
  CentreTable,
  DepartmentTable,
  CentreVersionTable,
  DepartmentVersionTable,
  PersonPostTable,
  PersonTable,
  PostTable,
  PostVersionTable,
} from './organisation/table.ts';
import type { KindVersionTable, SettingsVersionTable } from './pack/table.ts';
import type {
  LegalHoldTable,
  RetentionFaultTable,
  RetentionReportTable,
  RetentionRuleTable,
  RetentionRunTable,
} from './privacy/table.ts';
import type { OfferingTable, OfferingVersionTable, ServiceTicketTable } from './offering/table.ts';
import type { PlaceTable } from './place/table.ts';
import type {
  EventTable,
  FileChunkTable,
  FileTable,
  IdempotentRequestTable,
  HouseVersionTable,
  OutboxTable,
  SearchEntryTable,
} from './platform/table.ts';
import type { FindingTable, RectificationTable, RejectedReplyTable } from './rectification/table.ts';
import type { ReturnVisitAttemptTable, ReturnVisitTable, VisitDrawTable } from './return-visit/table.ts';
import type {
  SpotCheckItemTable,
  SpotCheckPlanTable,
  SpotCheckResultTable,
  SpotCheckTable,
} from './spot-check/table.ts';
import type {
  RoundKeeperTable,
  RoundLetterTable,
  RoundPlanTable,
  RoundPlanVersionTable,
  RoundResultTable,
  RoundTable,
} from './round/table.ts';
import type {
  SurveyAnswerTable,
  SurveyCauseTable,
  SurveyEvaluationTable,
  SurveyIssueTable,
  SurveyItemTable,
  SurveyPlanTable,
  SurveyReceiverTable,
  SurveyReturnTable,
  SurveyRoundTable,
} from './survey/table.ts';
import type { RotaGapTable, RotaHoursTable } from './rota/table.ts';
import type {
  AttendanceMarkTable,
  AttendanceMonthTable,
  AttendanceReopeningTable,
  LeaveRequestTable,
  ShiftTable,
} from './attendance/table.ts';
import type { WageAdjustmentTable, WageBaseTable, WageTableTable } from './wage/table.ts';
import type { DiaryDayTable } from './diary/table.ts';
import type { HandoverDayTable, ShiftNoteTable } from './shift-note/table.ts';
import type { ReminderTable, SnoozeTable } from './reminder/table.ts';
import type { SavedViewTable } from './saved-view/table.ts';
import type { AccountLineTable, AccountsTable } from './accounts/table.ts';
import type {
  BudgetTable,
  BudgetVersionTable,
  BudgetWarningTable,
  ExpenseDecisionTable,
  ExpenseTable,
} from './budget/table.ts';
import type {
  MaterialChangeTable,
  MaterialDecisionTable,
  MaterialEntryTable,
  MaterialPlanTable,
  MaterialPlanVersionTable,
  MaterialRequestTable,
  MaterialTable,
} from './material/table.ts';
import type { PlannedCostTable, PlannedExpenseTable } from './department-plan/table.ts';
import type { SummaryAddresseeTable, SummaryTable } from './summary/table.ts';
import type { ProposalPassTable, ProposalPlanTable } from './proposal/table.ts';
import type {
  ApprovalTable,
  FormerWordsTable,
  HandoverTable,
  NoteTable,
  DeclinedRequestTable,
  RulingTable,
  TicketLinkTable,
  TicketSeenTable,
  TicketSightTable,
  TicketTable,
  UrgingTable,
} from './ticket/table.ts';
import type { TokenReviewAnswerTable, TokenReviewTable } from './token-review/table.ts';
import type { VacancyTable } from './vacancy/table.ts';
import type { WebhookDeliveryTable, WebhookStateTable, WebhookTable, WebhookTryTable } from './webhook/table.ts';
import type { AppointmentTable, WorkOrderTable } from './work-order/table.ts';
import type { WorkItemCheckTable, WorkItemMoveTable, WorkItemTable, WorkPlanTable } from './work-plan/table.ts';
import type { DutyConfirmationTable, DutyStatementTable } from './duty-statement/table.ts';
import type {
  ExtensionTable,
  PhoneCallTable,
  PhoneOfferTable,
  PhoneTransferTable,
  TelephoneOrderTable,
  TelephoneStateTable,
  TelephoneSystemTable,
} from './telephone/table.ts';

/** Every table of an organisation. Anyone may read any of them; only the folder that declares one writes it. */
export type Tables = {
  absence: AbsenceTable;
  appointment: AppointmentTable;
  approval: ApprovalTable;
  arrival: ArrivalTable;
  article: ArticleTable;
  article_acceptance: ArticleAcceptanceTable;
  article_binding: ArticleBindingTable;
  article_post: ArticlePostTable;
  article_training: ArticleTrainingTable;
  article_amendment: ArticleAmendmentTable;
  article_feedback: ArticleFeedbackTable;
  article_reading: ArticleReadingTable;
  article_test: ArticleTestTable;
  article_test_result: ArticleTestResultTable;
  article_use: ArticleUseTable;
  article_version: ArticleVersionTable;
  auth_account: AuthAccountTable;
  auth_key: AuthKeyTable;
  auth_session: AuthSessionTable;
  auth_verification: AuthVerificationTable;
  backup_code: BackupCodeTable;
  bulk_act: BulkActTable;
  calendar: CalendarTable;
  calendar_feed: CalendarFeedTable;
  calendar_rule: CalendarRuleTable;
  calendar_version: CalendarVersionTable;
  centre: CentreTable;
  commitment: CommitmentTable;
  commitment_pause: CommitmentPauseTable;
  compliment: ComplimentTable;
  compliment_about: ComplimentAboutTable;
  pack_declined: PackDeclinedTable;
  contact: ContactTable;
  contact_ticket: ContactTicketTable;
  former_outcome: FormerOutcomeTable;
  customer: CustomerTable;
  customer_access: CustomerAccessTable;
  customer_email: CustomerEmailTable;
  customer_erasure: CustomerErasureTable;
  customer_member: CustomerMemberTable;
  customer_phone: CustomerPhoneTable;
  customer_place: CustomerPlaceTable;
  department: DepartmentTable;
  department_version: DepartmentVersionTable;
  centre_version: CentreVersionTable;
  dispute_attempt: DisputeAttemptTable;
  dispute_confirmation: DisputeConfirmationTable;
  dispute_outcome: DisputeOutcomeTable;
  dispute_party: DisputePartyTable;
  dispute_statement: DisputeStatementTable;
  daily_record: DailyRecordTable;
  daily_line: DailyLineTable;
  daily_handover: DailyHandoverTable;
  notice_receipt: NoticeReceiptTable;
  charge_basis: ChargeBasisTable;
  charge_run: ChargeRunTable;
  charge: ChargeTable;
  charge_claim: ChargeClaimTable;
  charge_receipt_number: ChargeReceiptNumberTable;
  charge_receipt: ChargeReceiptTable;
  charge_receipt_reversal: ChargeReceiptReversalTable;
  charge_settlement: ChargeSettlementTable;
  charge_notice: ChargeNoticeTable;
  dunning: DunningTable;
  dunning_step: DunningStepTable;
  charge_delivery: ChargeDeliveryTable;
  charge_delivered: ChargeDeliveredTable;
  customer_class: CustomerClassTable;
  custodian_distribution: CustodianDistributionTable;
  custodian: CustodianTable;
  specialist_ability: SpecialistAbilityTable;
  custodian_contact: CustodianContactTable;
  custodian_attempt: CustodianAttemptTable;
  customer_archive: CustomerArchiveTable;
  customer_archive_entry: CustomerArchiveEntryTable;
  customer_archive_look: CustomerArchiveLookTable;
  customer_archive_change: CustomerArchiveChangeTable;
  outreach: OutreachTable;
  outreach_contact: OutreachContactTable;
  meeting: MeetingTable;
  meeting_member: MeetingMemberTable;
  meeting_point: MeetingPointTable;
  meeting_item: MeetingItemTable;
  meeting_change: MeetingChangeTable;
  meeting_due: MeetingDueTable;
  document: DocumentTable;
  document_review: DocumentReviewTable;
  document_loan: DocumentLoanTable;
  document_change: DocumentChangeTable;
  document_series: DocumentSeriesTable;
  liaison_body: LiaisonBodyTable;
  liaison_contact: LiaisonContactTable;
  liaison_matter: LiaisonMatterTable;
  liaison_dealing: LiaisonDealingTable;
  liaison_change: LiaisonChangeTable;
  contractor: ContractorTable;
  contractor_check: ContractorCheckTable;
  contractor_check_point: ContractorCheckPointTable;
  contractor_due: ContractorDueTable;
  contractor_fault: ContractorFaultTable;
  contractor_follow_up: ContractorFollowUpTable;
  contractor_change: ContractorChangeTable;
  dispatch_order: DispatchOrderTable;
  dispatch_act: DispatchActTable;
  disturbance: DisturbanceTable;
  disturbance_change: DisturbanceChangeTable;
  ticket_paper: TicketPaperTable;
  custody_item: CustodyItemTable;
  custody_entry: CustodyEntryTable;
  custody_change: CustodyChangeTable;
  custody_count: CustodyCountTable;
  custody_count_line: CustodyCountLineTable;
  custody_series: CustodySeriesTable;
  draft: DraftTable;
  duty_confirmation: DutyConfirmationTable;
  duty_statement: DutyStatementTable;
  event: EventTable;
  feedback: FeedbackTable;
  feedback_ticket: FeedbackTicketTable;
  external_id: ExternalIdTable;
  channel: ChannelTable;
  channel_state: ChannelStateTable;
  address_fault: AddressFaultTable;
  chat: ChatTable;
  chat_agent: ChatAgentTable;
  chat_line: ChatLineTable;
  channel_taken: ChannelTakenTable;
  channel_binding: ChannelBindingTable;
  channel_opt_out: ChannelOptOutTable;
  channel_reference: ChannelReferenceTable;
  channel_scene: ChannelSceneTable;
  group_member: GroupMemberTable;
  conversation: ConversationTable;
  message: MessageTable;
  message_file: MessageFileTable;
  message_ticket: MessageTicketTable;
  mail_taken: MailTakenTable;
  file: FileTable;
  file_chunk: FileChunkTable;
  finding: FindingTable;
  former_words: FormerWordsTable;
  handover: HandoverTable;
  identity_attempt: IdentityAttemptTable;
  identity_provider: IdentityProviderTable;
  idempotent_request: IdempotentRequestTable;
  kind_move: KindMoveTable;
  improvement: ImprovementTable;
  improvement_measure: ImprovementMeasureTable;
  improvement_source: ImprovementSourceTable;
  improvement_verdict: ImprovementVerdictTable;
  kind_version: KindVersionTable;
  look: LookTable;
  macro: MacroTable;
  macro_version: MacroVersionTable;
  legal_hold: LegalHoldTable;
  list_import: ListImportTable;
  list_import_row: ListImportRowTable;
  list_taken_out: ListTakenOutTable;
  note: NoteTable;
  notification: NotificationTable;
  open_tabs: OpenTabsTable;
  house_version: HouseVersionTable;
  offering: OfferingTable;
  offering_version: OfferingVersionTable;
  outbox: OutboxTable;
  password_code: PasswordCodeTable;
  password_history: PasswordHistoryTable;
  person: PersonTable;
  person_post: PersonPostTable;
  personal_token: PersonalTokenTable;
  still_named: StillNamedTable;
  phone_unmasked: PhoneUnmaskedTable;
  logged_error: LoggedErrorTable;
  member_look: MemberLookTable;
  staff_assessment: StaffAssessmentTable;
  staff_assessment_mark: StaffAssessmentMarkTable;
  staff_breach: StaffBreachTable;
  staff_finding: StaffFindingTable;
  staff_move: StaffMoveTable;
  staff_move_ground: StaffMoveGroundTable;
  milestone_told: MilestoneToldTable;
  training_session: TrainingSessionTable;
  training_attendance: TrainingAttendanceTable;
  training_change: TrainingChangeTable;
  training_path: TrainingPathTable;
  training_signature: TrainingSignatureTable;
  skill_mastery: SkillMasteryTable;
  quality_review: QualityReviewTable;
  quality_review_mark: QualityReviewMarkTable;
  place: PlaceTable;
  post: PostTable;
  post_version: PostVersionTable;
  proposal_pass: ProposalPassTable;
  proposal_plan: ProposalPlanTable;
  rectification: RectificationTable;
  reminder: ReminderTable;
  rejected_reply: RejectedReplyTable;
  repetition_decision: RepetitionDecisionTable;
  retention_fault: RetentionFaultTable;
  retention_report: RetentionReportTable;
  retention_rule: RetentionRuleTable;
  retention_run: RetentionRunTable;
  return_visit: ReturnVisitTable;
  return_visit_attempt: ReturnVisitAttemptTable;
  round: RoundTable;
  round_keeper: RoundKeeperTable;
  round_letter: RoundLetterTable;
  round_plan: RoundPlanTable;
  round_plan_version: RoundPlanVersionTable;
  round_result: RoundResultTable;
  declined_request: DeclinedRequestTable;
  ruling: RulingTable;
  saved_view: SavedViewTable;
  search_entry: SearchEntryTable;
  second_factor: SecondFactorTable;
  second_factor_reset: SecondFactorResetTable;
  security_version: SecurityVersionTable;
  shift_note: ShiftNoteTable;
  handover_day: HandoverDayTable;
  service_ticket: ServiceTicketTable;
  settings_version: SettingsVersionTable;
  sign_in_attempt: SignInAttemptTable;
  ticket: TicketTable;
  ticket_link: TicketLinkTable;
  ticket_merge: TicketMergeTable;
  ticket_seen: TicketSeenTable;
  ticket_sight: TicketSightTable;
  token_review: TokenReviewTable;
  token_review_answer: TokenReviewAnswerTable;
  trusted_device: TrustedDeviceTable;
  urging: UrgingTable;
  survey_answer: SurveyAnswerTable;
  survey_cause: SurveyCauseTable;
  survey_evaluation: SurveyEvaluationTable;
  survey_issue: SurveyIssueTable;
  survey_item: SurveyItemTable;
  survey_plan: SurveyPlanTable;
  survey_receiver: SurveyReceiverTable;
  survey_return: SurveyReturnTable;
  survey_round: SurveyRoundTable;
  spot_check: SpotCheckTable;
  spot_check_item: SpotCheckItemTable;
  spot_check_plan: SpotCheckPlanTable;
  spot_check_result: SpotCheckResultTable;
  snooze: SnoozeTable;
  summary: SummaryTable;
  summary_addressee: SummaryAddresseeTable;
  budget: BudgetTable;
  budget_version: BudgetVersionTable;
  budget_warning: BudgetWarningTable;
  expense: ExpenseTable;
  expense_decision: ExpenseDecisionTable;
  material: MaterialTable;
  material_change: MaterialChangeTable;
  material_decision: MaterialDecisionTable;
  material_entry: MaterialEntryTable;
  material_plan: MaterialPlanTable;
  material_plan_version: MaterialPlanVersionTable;
  material_request: MaterialRequestTable;
  planned_cost: PlannedCostTable;
  planned_expense: PlannedExpenseTable;
  accounts: AccountsTable;
  account_line: AccountLineTable;
  words_version: WordsVersionTable;
  vacancy: VacancyTable;
  visit_draw: VisitDrawTable;
  work_item: WorkItemTable;
  work_item_check: WorkItemCheckTable;
  work_item_move: WorkItemMoveTable;
  webhook: WebhookTable;
  webhook_delivery: WebhookDeliveryTable;
  webhook_state: WebhookStateTable;
  webhook_try: WebhookTryTable;
  work_order: WorkOrderTable;
  work_plan: WorkPlanTable;
  rota_hours: RotaHoursTable;
  rota_gap: RotaGapTable;
  shift: ShiftTable;
  attendance_mark: AttendanceMarkTable;
  attendance_month: AttendanceMonthTable;
  attendance_reopening: AttendanceReopeningTable;
  leave_request: LeaveRequestTable;
  diary_day: DiaryDayTable;
  wage_adjustment: WageAdjustmentTable;
  wage_base: WageBaseTable;
  wage_table: WageTableTable;
  telephone_system: TelephoneSystemTable;
  extension: ExtensionTable;
  phone_call: PhoneCallTable;
  phone_offer: PhoneOfferTable;
  phone_transfer: PhoneTransferTable;
  telephone_state: TelephoneStateTable;
  telephone_order: TelephoneOrderTable;
};
