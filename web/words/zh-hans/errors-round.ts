import type { Translation } from '../words.ts';
import type { roundErrors as English } from '../en/errors-round.ts';

export const roundErrors: Translation<typeof English> = {
  'round.unknown': '该次检查不存在，或您无权查看。',
  'round.not_yours': '该检查由对应岗位的人员完成。',
  'round.not_yet': '还没到检查的日子。',
  'round.completed': '该次检查已完成，不能再更改。',
  'round.dropped': '检查表已调整，该次检查不再需要。',
  'round.line_unknown': '检查表中没有“{line}”这一项。',
  'round.lines_missing': '还有 {missing} 项没有结果。',
  'round.letters_left': '还有 {left} 封信件未登记处理。',
  'round.no_more_letters': '箱内共 {found} 封信件，均已处理。',
  'round.not_a_letter': '箱中取出的信件须按“信函”渠道登记。',
  'round.letter_undecided': '信件要么登记为事项，要么说明无需登记的原因，二选一。',
  'round.count_missing': '请填写数量。',
  'round.nothing_to_count': '该项无需填写数量。',
  'round.fault_unsaid': '请说明缺什么或哪里不对。',
  'round.text_missing': '请写下看到的情况。',
  'round.no_photo': '该项无需拍照。',
  'round.line_twice': '有两项使用了相同的标识“{line}”。',
  'round.kind_unknown': '不存在可由异常开出的单据类型“{kind}”。',
  'round.no_such_day': '一周只有七天。',
  'round_plan.unknown': '该检查表不存在。',
};
