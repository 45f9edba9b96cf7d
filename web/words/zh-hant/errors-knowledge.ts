import type { Translation } from '../words.ts';
import type { knowledgeErrors as English } from '../en/errors-knowledge.ts';

/** Why something cannot be done with the knowledge base. */
export const knowledgeErrors: Translation<typeof English> = {
  'article.incomplete': '此項必填：缺少它，這類文章內容不完整。',
  'article.experience_is_inside': '經驗筆記僅供同事查看。',
  'article.public_is_not_asked': '對客戶公開的文章不能要求員工確認閱讀，請擇一。',
  'article.public_is_for_all': '對客戶公開的文章不能限定部門。',
  'article.retired': '這篇文章已停用。',
  'article.no_rules': '只有規章制度和流程可提修訂建議；其他文章請回饋「沒有幫助」。',
  'article.amendment_decided': '該建議已有答覆。',
  'article.amendment_unknown': '沒有這則修訂建議。',
  'article.amendment_not_adopted': '只能寫入本文已採納且尚未寫入的建議。',
  'article.feedback_unsaid': '請說明缺少什麼或哪裡有誤。',
  'article.not_solved': '須在事項解決並寫明結果後，才能據此撰寫文章。',
  'article.names_somebody': '此處仍有客戶姓名或電話，請刪去。',
  'article.not_bound': '該標準不適用於此部門。',
  'article.head_confirms': '由部門主管確認。',
  'article.accepted_already': '已確認過。',
  'article.binds_the_house': '外包單位不適用內部標準。',
  'article.no_process': '只有現行標準流程才指定適用崗位和培訓。',
  'article.trains_itself': '流程本身已須閱讀，請選擇其他文章。',
  'article.pass_first': '請先通過其培訓測驗。',
  'article.not_asked': '無須您確認閱讀。',
  'article.read_already': '您已確認。',
  'article.no_test': '這篇文章沒有測驗。',
  'article.test_unanswered': '請回答全部題目。',
};
