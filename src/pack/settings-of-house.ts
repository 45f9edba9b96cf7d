import { z } from 'zod';
import { custodyCountShape, custodyKindShape, MOST_CUSTODY_KINDS } from './custody.ts';
import { attendanceRules } from '../attendance/rules.ts';
import { assessmentShape, personnelShape } from '../personnel/plan.ts';
import { chargingShape } from '../charge/items.ts';
import { archiveClassShape, documentKindShape, MOST_ARCHIVE_CLASSES, MOST_DOCUMENT_KINDS } from '../document/rules.ts';
import { contractorServiceShape, MOST_CONTRACTOR_SERVICES } from '../contractor/service.ts';
import { bodyKindShape, MOST_BODY_KINDS } from '../liaison/kind.ts';
import { meetingSortShape, MOST_MEETING_SORTS } from '../meeting/sort.ts';
import { trainingRulesShape } from '../training/rules.ts';
import { MOST_QUESTIONNAIRES, questionnaireShape } from '../survey/questionnaire.ts';
import { accountsRulesShape } from '../accounts/rules.ts';
import { budgetRulesShape, costKindShape, MOST_COST_KINDS } from '../budget/rules.ts';
import { customerClassShape, MOST_CLASSES } from '../customer-class/standard.ts';
import { custodianRules } from '../custodian/rules.ts';
import { customerArchiveRules } from '../customer-archive/rules.ts';
import { materialRulesShape } from '../material/rules.ts';
import { CURRENCIES } from '../kernel/money.ts';

/** What the settings hold of how the house itself is run: its money, its people, its papers and what it keeps. */
export const settingsOfHouse = {
  charging: chargingShape.optional().describe('What customers are charged, and who answers for it; absent: nothing'),
  meetings: z
    .array(meetingSortShape)
    .max(MOST_MEETING_SORTS)
    .optional()
    .describe('Sorts of meeting that the house holds; absent in settings older than this'),
  documentKinds: z
    .array(documentKindShape)
    .max(MOST_DOCUMENT_KINDS)
    .optional()
    .describe('Kinds of document that are numbered; absent in settings older than this'),
  archiveClasses: z
    .array(archiveClassShape)
    .max(MOST_ARCHIVE_CLASSES)
    .optional()
    .describe('Classes of the archives, each under one owner; absent in settings older than this'),
  liaison: z
    .array(bodyKindShape)
    .max(MOST_BODY_KINDS)
    .optional()
    .describe('Kinds of body outside that one deals with; absent in settings older than this'),
  contractorServices: z
    .array(contractorServiceShape)
    .max(MOST_CONTRACTOR_SERVICES)
    .optional()
    .describe('Services that contractors do here and what a check looks at; absent in settings older than this'),
  currency: z.enum(CURRENCIES).optional().describe('What amounts are in, ISO 4217: CNY, HKD; absent: CNY'),
  costKinds: z
    .array(costKindShape)
    .max(MOST_COST_KINDS)
    .optional()
    .describe('Under what spending is planned and booked; absent in settings older than this'),
  budget: budgetRulesShape.optional().describe('How departments plan their spending; absent: nobody owes a budget'),
  materials: materialRulesShape
    .optional()
    .describe('Who approves material beyond plan or budget; absent: no material is planned or asked for'),
  accounts: accountsRulesShape
    .optional()
    .describe('Who supplies the income and expenditure told to owners; absent: nobody owes them'),
  assessments: z
    .array(assessmentShape)
    .max(40)
    .optional()
    .describe('How somebody’s work is assessed, by his post; absent in settings older than this'),
  personnel: personnelShape
    .optional()
    .describe('What else the files of staff go by; absent: two sources and two warnings, and no limit to decide'),
  training: trainingRulesShape
    .optional()
    .describe('What training there is, who needs it and for how long a result holds; absent: nobody has worded it'),
  questionnaires: z
    .array(questionnaireShape)
    .max(MOST_QUESTIONNAIRES)
    .optional()
    .describe('What customers are asked, round by round; absent in settings older than this'),
  custodyKinds: z
    .array(custodyKindShape)
    .max(MOST_CUSTODY_KINDS)
    .optional()
    .describe('Kinds of keys, passes, assets and tools that are kept; absent in settings older than this'),
  custodyCounts: z.array(custodyCountShape).max(40).optional().describe('Counts of these that recur; absent: none'),
  customerClasses: z
    .array(customerClassShape)
    .max(MOST_CLASSES)
    .optional()
    .describe('Classes of customers with the standard of each; absent in settings older than this'),
  custodians: custodianRules
    .optional()
    .describe('Who has customers given to him, and when he contacts them; absent: nobody has'),
  customerArchive: customerArchiveRules
    .optional()
    .describe('What the archive of a customer holds, and how often it is looked after; absent: none are kept'),
  attendance: attendanceRules
    .optional()
    .describe('What attendance is held to; absent: the front desk five minutes before, the usual kinds of leave'),
};
