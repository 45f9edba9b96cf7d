import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';

type Card = NonNullable<Settings['scorecards']>[number];
type Line = Card['lines'][number];

const line = (key: string, ...name: Parameters<typeof words>): Line => ({ key, name: words(...name) });

/** In order or not. */
const yesNo = { best: 1, passes: 1, on: true } as const;
/** Five marks, three of which will do: inferred. */
const five = { best: 5, passes: 3, on: true } as const;

/** QUAL-03 to -09, -15: what is looked at when somebody's work is scored. Scales are inferred. */
export const scorecards: Card[] = [
  {
    key: 'conduct',
    name: words('Conduct in a contact', '接待言行', '接待言行'),
    about: words('How a customer was received and served', '接待与服务客户时的表现', '接待與服務客戶時的表現'),
    of: 'contact',
    ...five,
    lines: [
      line('stands', 'Stood up to answer', '起立应答', '起立應答'),
      line('attention', 'Gave full attention', '专心倾听', '專心傾聽'),
      line('smile', 'Smiled', '面带微笑', '面帶微笑'),
      line('tone', 'Friendly tone', '语气亲切', '語氣親切'),
      line('clear', 'Spoke clearly', '吐字清晰', '咬字清晰'),
      line('other_work', 'Put other work aside', '放下手中其他工作', '放下手邊其他工作'),
    ],
  },
  {
    key: 'front_desk_image',
    name: words('Appearance at the front desk', '前台形象', '櫃檯形象'),
    about: words('How whoever stands at the desk looks', '前台人员的仪容仪表', '櫃檯人員的儀容儀表'),
    of: 'person',
    ...yesNo,
    lines: [
      line('uniform', 'Wears the uniform', '着工装', '穿著制服'),
      line('badge', 'Badge in its place', '工牌佩戴规范', '識別證配戴規範'),
      line('tidy', 'Tidy', '整洁', '整潔'),
      line('make_up', 'Women: light make-up', '女员工淡妆上岗', '女性員工淡妝上班'),
      line('no_grooming', 'No make-up or combing at the desk', '不在岗位上化妆、梳头', '不在崗位上化妝、梳頭'),
      line('posture', 'Correct posture', '站姿坐姿端正', '站姿坐姿端正'),
    ],
  },
  {
    key: 'workplace',
    name: words('Conduct at the workplace', '工作场所纪律', '工作場所紀律'),
    about: words('What is not done where customers are received', '接待场所内的行为规范', '接待場所內的行為規範'),
    of: 'person',
    ...yesNo,
    lines: [
      line('quiet', 'Quiet', '保持安静', '保持安靜'),
      line('no_whispering', 'No whispering', '不交头接耳', '不交頭接耳'),
      line('no_shouting', 'No shouting', '不大声喧哗', '不大聲喧嘩'),
      line('no_playing', 'No playing', '不嬉戏打闹', '不嬉戲打鬧'),
      line('no_snacks', 'No snacks', '不吃零食', '不吃零食'),
      line('no_newspapers', 'No newspapers', '不看报刊', '不看報刊'),
      line('no_private', 'No private matters', '不办私事', '不辦私事'),
    ],
  },
  {
    key: 'appearance',
    name: words('Appearance inspection', '仪容仪表检查', '儀容儀表檢查'),
    about: words('What the manager looks at, person by person', '经理逐人检查仪容仪表', '經理逐人檢查儀容儀表'),
    of: 'person',
    ...yesNo,
    lines: [
      line('clothes', 'Clothes clean and complete', '着装整洁齐全', '服裝整潔齊全'),
      line('hair', 'Hair tidy', '头发整齐', '頭髮整齊'),
      line('hands', 'Hands and nails clean', '双手、指甲干净', '雙手、指甲乾淨'),
      line('shoes', 'Shoes clean', '鞋子洁净', '鞋子潔淨'),
      line('badge', 'Badge in its place', '工牌佩戴规范', '識別證配戴規範'),
    ],
  },
  {
    key: 'telephone_group',
    name: words('Conduct on the telephone and in groups', '电话与群聊言行', '電話與群組言行'),
    about: words('How somebody speaks and writes', '通话与群内发言的规范', '通話與群組內發言的規範'),
    of: 'contact',
    ...yesNo,
    lines: [
      line('no_scolding', 'No scolding', '不训斥', '不訓斥'),
      line('no_quarrel', 'No quarrelling', '不争吵', '不爭吵'),
      line('no_hanging_up', 'Did not hang up on the customer', '不主动挂断电话', '不先掛斷電話'),
      line('not_put_aside', 'Did not put the phone aside', '不搁置电话', '不擱置電話'),
      line('no_passing_on', 'Did not pass the customer on', '不推诿', '不推諉'),
      line('calm', 'Stayed calm', '保持冷静', '保持冷靜'),
      line('polite', 'Said “hello” and “sorry”', '使用“您好”“对不起”', '使用「您好」「不好意思」'),
    ],
  },
  {
    key: 'complaint_manners',
    name: words('Manners with a complaint', '投诉接待', '投訴接待'),
    about: words('How a complaint was received and dealt with', '受理与处理投诉时的表现', '受理與處理投訴時的表現'),
    of: 'complaint',
    ...five,
    lines: [
      line('warm', 'Warm reception', '热情接待', '熱情接待'),
      line('asks', 'Asked actively', '主动询问', '主動詢問'),
      line('patient', 'Patience', '耐心', '耐心'),
      line('reason_feeling', 'Explained with reason and feeling', '晓之以理，动之以情', '曉之以理，動之以情'),
      line('bears', 'Bore rudeness calmly', '对无礼客人保持忍让', '對無禮客人保持忍讓'),
      line('no_dispute', 'Did not dispute', '不与客人争辩', '不與客人爭辯'),
    ],
  },
  {
    key: 'shop_qualities',
    name: words('Eight qualities of online-shop service', '网店客服八项素质', '網店客服八項素質'),
    about: words(
      'Where goods are sold online; taught by the article',
      '网店客服适用，附有培训文章',
      '網店客服適用，附有培訓文章',
    ),
    of: 'period',
    ...five,
    article: 'shop_qualities',
    lines: [
      line('language', 'Language', '语言表达', '語言表達'),
      line('expertise', 'Expertise', '专业知识', '專業知識'),
      line('psychology', 'Psychology', '心理素质', '心理素質'),
      line('attitude', 'Attitude', '服务态度', '服務態度'),
      line('adaptability', 'Adaptability', '应变能力', '應變能力'),
      line('social', 'Social skill', '交际能力', '交際能力'),
      line('rules', 'Knowledge of the rules', '规则掌握', '規則掌握'),
      line('bad_reviews', 'Handling of bad reviews', '差评处理', '負評處理'),
    ],
  },
  {
    key: 'traits',
    name: words('Staff assessment', '员工品行考评', '員工品行考評'),
    about: words('Traits in the work of a period', '一段时期内的品行表现', '一段時期內的品行表現'),
    of: 'period',
    ...five,
    lines: [
      line('responsibility', 'Responsibility', '责任心', '責任心'),
      line('dedication', 'Dedication', '敬业精神', '敬業精神'),
      line('decency', 'Decent behaviour', '品行端正', '品行端正'),
    ],
  },
];

/** QUAL-14: under what an error is logged; inferred. */
export const errorSorts: NonNullable<Settings['errorSorts']> = [
  { key: 'wrong_record', name: words('Recorded wrongly', '登记有误', '登記有誤') },
  { key: 'wrong_answer', name: words('Wrong answer', '答复有误', '答覆有誤') },
  { key: 'forgotten', name: words('Forgotten', '遗漏', '遺漏') },
  { key: 'late', name: words('Too late', '延误', '延誤') },
  { key: 'manner', name: words('Manner', '服务态度', '服務態度') },
  { key: 'sent_wrong', name: words('Sent to the wrong place', '派错或发错', '派錯或寄錯') },
  { key: 'other', name: words('Other', '其他', '其他') },
];
