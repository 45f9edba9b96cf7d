import type { Translation } from '../words.ts';
import type { roundErrors as English } from '../en/errors-round.ts';

export const roundErrors: Translation<typeof English> = {
  'round.unknown': '該次檢查不存在，或您無權查看。',
  'round.not_yours': '該檢查由對應崗位的人員完成。',
  'round.not_yet': '還沒到檢查的日子。',
  'round.completed': '該次檢查已完成，不能再更改。',
  'round.dropped': '檢查表已調整，該次檢查不再需要。',
  'round.line_unknown': '檢查表中沒有「{line}」這一項。',
  'round.lines_missing': '還有 {missing} 項沒有結果。',
  'round.letters_left': '還有 {left} 封信件未登記處理。',
  'round.no_more_letters': '箱內共 {found} 封信件，均已處理。',
  'round.not_a_letter': '箱中取出的信件須按「信函」管道登記。',
  'round.letter_undecided': '信件須登記為事項，或說明無須登記的原因，二擇其一。',
  'round.count_missing': '請填寫數量。',
  'round.nothing_to_count': '該項無須填寫數量。',
  'round.fault_unsaid': '請說明缺什麼或哪裡不對。',
  'round.text_missing': '請寫下看到的情況。',
  'round.no_photo': '該項無須拍照。',
  'round.line_twice': '有兩項使用了相同的代號「{line}」。',
  'round.kind_unknown': '沒有可由異常開立的單據類型「{kind}」。',
  'round.no_such_day': '一週只有七天。',
  'round_plan.unknown': '該檢查表不存在。',
};
