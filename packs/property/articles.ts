import type { Pack } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';

/**
 * What a centre knows from its first day (KNOW-03, KNOW-04, KNOW-06, KNOW-07): a beginning to be made one's own, not advice of a lawyer.
 * Hours and amounts are examples to be changed.
 */
export const articles: NonNullable<Pack['articles']> = [
  {
    key: 'owners_covenant',
    sort: 'rules',
    audience: 'public',
    post: 'centre_manager',
    title: words("Owners' covenant", '管理公约', '管理規約'),
    body: words(
      'All who own or use a unit keep to these rules.\n\n## Common areas\n- Corridors, stairs and fire exits stay free; nothing is stored there.\n- Pipes, shafts, façade and roof are not altered without permission.\n\n## Quiet\n- No noisy work from 12:00 to 14:00, after 18:00, or at weekends and on holidays.\n- Music and appliances disturb nobody between 22:00 and 7:00.\n\n## Safety\n- Electric bicycles are neither charged nor kept in lobbies, corridors or flats.\n- Nothing is thrown or hung where it may fall.\n\n## Animals\n- Dogs are registered and on a lead in common areas; their owner cleans up.',
      '全体业主及使用人共同遵守以下约定。\n\n## 公共区域\n- 走道、楼梯、消防通道保持畅通，不堆放物品。\n- 未经许可，不得改动管线、管井、外立面和屋面。\n\n## 安静\n- 12:00 至 14:00、18:00 以后及周末、节假日，不进行有噪声的施工。\n- 22:00 至次日 7:00，音响、电器不得影响他人休息。\n\n## 安全\n- 电动自行车不得在门厅、走道及室内停放、充电。\n- 不得高空抛物，不得悬挂可能坠落的物品。\n\n## 饲养宠物\n- 犬只依法登记，在公共区域须牵引，粪便由饲养人即时清理。',
      '全體業主及使用人共同遵守以下約定。\n\n## 公共區域\n- 走道、樓梯、消防通道保持暢通，不堆放物品。\n- 未經許可，不得更動管線、管道間、外牆及屋頂。\n\n## 安寧\n- 12:00 至 14:00、18:00 以後及週末、假日，不進行有噪音的施工。\n- 22:00 至翌日 7:00，音響、電器不得影響他人休息。\n\n## 安全\n- 電動自行車不得在大廳、走道及室內停放、充電。\n- 不得高空拋物，不得懸掛可能墜落的物品。\n\n## 飼養寵物\n- 犬隻依法登記，在公共區域須繫繩，糞便由飼主即時清理。',
    ),
  },
  {
    key: 'residents_handbook',
    sort: 'rules',
    audience: 'public',
    post: 'customer_service_head',
    title: words("Residents' handbook", '业户手册', '住戶手冊'),
    body: words(
      'What whoever lives here needs to know.\n\n## Reaching us\n- The front desk answers during reception hours, the emergency line day and night.\n- Everything sent in gets a number; under it you can ask how it stands.\n\n## Moving in and out\n- Book the goods lift and the time with the front desk a day ahead.\n- Large furniture leaves with a release slip, which the front desk issues to the owner.\n\n## Rubbish\n- Sorted into the bins of the floor; building rubble goes to its own place only.\n\n## Visitors and parking\n- Visitors say at the gate whom they visit. Cars stand in their own spaces.',
      '居住须知。\n\n## 联系我们\n- 前台在接待时间内受理，应急电话 24 小时有人接听。\n- 每件事项都有受理单号，凭单号可查询进度。\n\n## 搬入搬出\n- 请提前一天向前台预约货梯和时间。\n- 大件物品出门凭放行条，由前台为业主开具。\n\n## 垃圾\n- 分类投放到各层指定位置；装修垃圾只能放在专用堆放点。\n\n## 来访与停车\n- 访客在门岗说明被访人。车辆停放在各自车位。',
      '居住須知。\n\n## 聯絡我們\n- 櫃檯於接待時間內受理，緊急電話 24 小時有人接聽。\n- 每件事項都有受理單號，憑單號可查詢進度。\n\n## 搬入搬出\n- 請提前一天向櫃檯預約貨梯與時間。\n- 大型物品出門憑放行單，由櫃檯為業主開立。\n\n## 垃圾\n- 分類投放至各層指定位置；裝修廢棄物只能放在專用堆放處。\n\n## 訪客與停車\n- 訪客於門崗說明受訪人。車輛停放於各自車位。',
    ),
  },
  {
    key: 'renovation_handbook',
    sort: 'rules',
    audience: 'public',
    post: 'centre_manager',
    title: words('Renovation handbook', '装修手册', '裝修手冊'),
    body: words(
      'Before any work in a unit begins:\n1. Apply at the front desk with drawings, the firm’s licence and its people’s identity cards.\n2. Sign the renovation agreement; the deposit is returned after the final inspection.\n3. Wait for the permit and hang it at the door.\n\n## Hours\n- Working days 8:00 to 12:00 and 14:00 to 18:00. No noisy work at weekends or on holidays.\n\n## Not allowed\n- Load-bearing walls, beams and columns are not touched.\n- Kitchens and bathrooms are not moved above other people’s rooms.\n- Waterproofing is tested with water for 48 hours before tiles are laid.',
      '室内动工以前：\n1. 携图纸、施工单位资质和施工人员身份证到前台申报。\n2. 签订装修管理协议；押金在竣工验收合格后退还。\n3. 取得施工许可并张贴在门口。\n\n## 施工时间\n- 工作日 8:00 至 12:00、14:00 至 18:00。周末、节假日不得进行有噪声的施工。\n\n## 禁止事项\n- 不得拆改承重墙、梁、柱。\n- 不得将厨房、卫生间移至他人居室上方。\n- 防水施工须经 48 小时闭水试验，合格后方可铺砖。',
      '室內動工以前：\n1. 攜圖面、施工單位資格證明與施工人員身分證至櫃檯申報。\n2. 簽訂裝修管理協議；保證金於完工查驗合格後退還。\n3. 取得施工許可並張貼於門口。\n\n## 施工時間\n- 工作日 8:00 至 12:00、14:00 至 18:00。週末、假日不得進行有噪音的施工。\n\n## 禁止事項\n- 不得拆改承重牆、樑、柱。\n- 不得將廚房、衛浴移至他人居室上方。\n- 防水施工須經 48 小時蓄水試驗，合格後方可鋪磚。',
    ),
  },
  {
    key: 'how_to_report',
    sort: 'guide',
    audience: 'public',
    post: 'customer_service_head',
    title: words('How to report a repair', '如何报修', '如何報修'),
    body: words(
      'Call the front desk, come to the counter, or send it in on this page. Say where it is, what has happened, and when somebody may come in.\n\n- Water running, gas smelt, a lift stuck, a fire: call the emergency line at once, day or night.\n- Leaks: close the valve of your unit first; it is beside the water meter.\n- You get a number and the time by which somebody comes. Whoever comes shows his work card.\n- Afterwards we ask you whether it holds.',
      '可致电前台、到柜台，或在本页提交。请说明地点、情况，以及何时方便上门。\n\n- 跑水、燃气异味、电梯困人、起火：请立即拨打应急电话，昼夜有人接听。\n- 漏水时请先关闭本户阀门，阀门在水表旁。\n- 您会得到受理单号和上门时限。上门人员会出示工作证。\n- 办结后我们会回访，确认问题是否真正解决。',
      '可致電櫃檯、親臨櫃檯，或在本頁送出。請說明地點、情形，以及何時方便到府。\n\n- 大量漏水、燃氣異味、電梯受困、起火：請立即撥打緊急電話，日夜有人接聽。\n- 漏水時請先關閉本戶閥門，閥門在水表旁。\n- 您會得到受理單號與到府時限。到府人員會出示工作證。\n- 解決後我們會回訪，確認問題是否真正解決。',
    ),
  },
  {
    key: 'charges_explained',
    sort: 'guide',
    audience: 'public',
    post: 'planning_finance_officer',
    title: words('What the management fee pays for', '物业费用在哪里', '管理費用在哪裡'),
    body: words(
      'The fee is charged by the area in the title deed, from the day of handing over, by the month.\n\n- It pays for cleaning, guarding, greenery, lighting of common areas, and the upkeep of lifts, pumps and fire equipment.\n- It does not pay for repairs inside a unit, nor for water, power and gas used there.\n- Parking is charged apart.\n- Bills come in the first week of the month; the counter, bank transfer and telephone payment are all accepted.\n- A bill you do not understand is explained at the counter, line by line.',
      '物业服务费按产权面积、自交付之日起按月计收。\n\n- 用于保洁、安保、绿化、公共照明，以及电梯、水泵、消防设备的维护。\n- 不含户内维修，也不含户内水、电、燃气。\n- 停车费另计。\n- 每月第一周出账；可在柜台、银行转账或手机支付。\n- 对账单有疑问，柜台会逐项说明。',
      '管理費依權狀面積、自交屋之日起按月計收。\n\n- 用於清潔、保全、綠化、公共照明，以及電梯、水泵、消防設備的維護。\n- 不含戶內維修，也不含戶內水、電、燃氣。\n- 停車費另計。\n- 每月第一週出帳；可於櫃檯、銀行轉帳或行動支付繳納。\n- 對帳單有疑問，櫃檯會逐項說明。',
    ),
  },
  {
    key: 'renovation_regulation',
    sort: 'policy',
    audience: 'public',
    post: 'centre_manager',
    title: words(
      'Measures for interior renovation of dwellings',
      '住宅室内装饰装修管理办法',
      '住宅室內裝飾裝修管理辦法',
    ),
    source: '建设部令第110号',
    inForceOn: '2002-05-01',
    body: words(
      'The owner or user reports the work to the management office before it begins and signs an agreement with it. Load-bearing structures may not be altered; rooms without waterproofing may not become bathrooms or kitchens. Waterproofing of bathrooms and kitchens is guaranteed for five years, other work for two, from the final inspection. The management office stops work against the rules and reports it to the authority.',
      '装修人在工程开工前应向物业管理单位申报登记，并签订装饰装修管理服务协议。禁止变动建筑主体和承重结构；禁止将没有防水要求的房间改为卫生间、厨房间。自竣工验收合格之日起，有防水要求的厨房、卫生间和外墙面的防渗漏保修期为五年，其他为二年。物业管理单位发现违规行为应当立即制止，并报告有关部门。',
      '裝修人於工程動工前應向物業管理單位申報登記，並簽訂裝修管理服務協議。禁止變動建築主體與承重結構；禁止將無防水要求的房間改為浴廁、廚房。自完工驗收合格之日起，有防水要求的廚房、浴廁及外牆面的防滲漏保固期為五年，其他為二年。物業管理單位發現違規行為應立即制止，並報告主管機關。',
    ),
  },
  {
    key: 'staff_code',
    sort: 'rules',
    audience: 'staff',
    post: 'customer_service_head',
    title: words('Staff code', '员工守则', '員工守則'),
    body: words(
      '- Stand up, greet, and give your name. Let people finish.\n- Never say whose business it is not; say who will see to it, and by when.\n- Write every matter down while the person is there, and read it back.\n- Promise only what you can keep, and write the promise down.\n- What customers entrust to you stays in the house.\n- Accept no gifts. Pass found property on the same day.\n- Hand over what is open before you leave.',
      '- 起立、问候、自报姓名；听对方把话说完。\n- 不说“不归我管”，要说由谁办理、何时答复。\n- 当面登记每件事项，并复述确认。\n- 只承诺做得到的事，承诺必须登记。\n- 客户信息不外传。\n- 不收礼品。拾得物品当日上交。\n- 离岗前交接未办结事项。',
      '- 起立、問候、自報姓名；聽對方把話說完。\n- 不說「不歸我管」，要說由誰辦理、何時答覆。\n- 當面登記每件事項，並複述確認。\n- 只承諾做得到的事，承諾必須登記。\n- 客戶資料不外傳。\n- 不收禮品。拾得物品當日上繳。\n- 離崗前交接未解決事項。',
    ),
  },
  {
    key: 'taking_in',
    sort: 'guide',
    audience: 'staff',
    post: 'customer_service_supervisor',
    title: words('How the front desk takes in a matter', '前台受理流程', '櫃檯受理流程'),
    body: words(
      '1. Find the caller by telephone, flat or name, and see what is open before asking again.\n2. Choose the kind by its key; the form asks only what that kind needs.\n3. Read back place, matter and telephone.\n4. Save, and read aloud the number, who comes and by when.\n5. What you promise besides goes into a promised reply, never onto paper.',
      '1. 按电话、房号或姓名找到来电人，先看未办结事项，再询问。\n2. 用数字键选择类型，表单只问该类型需要的内容。\n3. 复述地点、事项和电话。\n4. 保存后告知受理单号、由谁上门、何时之前。\n5. 另外承诺的事登记为承诺答复，不写在纸条上。',
      '1. 依電話、門牌或姓名找到來電人，先看未解決事項，再詢問。\n2. 用數字鍵選擇類型，表單只問該類型需要的內容。\n3. 複述地點、事項與電話。\n4. 儲存後告知受理單號、由誰到府、何時之前。\n5. 另外承諾的事登記為承諾答覆，不寫在紙條上。',
    ),
  },
  {
    // QUAL-01
    key: 'service_standards',
    sort: 'rules',
    audience: 'staff',
    post: 'customer_service_head',
    title: words('Principles and standards of service', '客户服务原则与标准', '客戶服務原則與標準'),
    body: words(
      '## Principles\n- Who is asked first answers for it: nobody is sent on.\n- What is promised is kept, or said in time that it cannot be.\n- Courtesy, patience, facts.\n\n## Standards\n- A call is answered within three rings, a visitor greeted at once.\n- Every matter is recorded with its number while the customer is there.\n- Whoever cannot answer says by when he will, and keeps it.\n- After a matter is settled the customer is asked how it was.',
      '## 原则\n- 首问负责：首先接待的人负责到底，不推诿。\n- 承诺必兑现；不能兑现的，及时说明。\n- 礼貌、耐心、实事求是。\n\n## 标准\n- 来电铃响三声内接听，来访即刻招呼。\n- 客户在场时即登记，并告知受理单号。\n- 不能当场答复的，说明答复时间并按时答复。\n- 事项办结后进行回访。',
      '## 原則\n- 首問負責：首先接待的人負責到底，不推諉。\n- 承諾必兌現；不能兌現的，及時說明。\n- 禮貌、耐心、實事求是。\n\n## 標準\n- 來電鈴響三聲內接聽，來訪即刻招呼。\n- 客戶在場時即登記，並告知受理單號。\n- 不能當場答覆的，說明答覆時間並按時答覆。\n- 事項解決後進行回訪。',
    ),
  },
  {
    // QUAL-09: what its scorecard scores
    key: 'shop_qualities',
    sort: 'guide',
    audience: 'staff',
    post: 'customer_service_head',
    title: words('Eight qualities of online-shop service', '网店客服八项素质', '網店客服八項素質'),
    body: words(
      '- **Language**: friendly, short, without dialect; nothing that can be taken wrongly.\n- **Expertise**: knows the goods, their use, and what suits whom.\n- **Psychology**: stays even-tempered; reads what the buyer really wants.\n- **Attitude**: answers at once, and takes the buyer’s matter as his own.\n- **Adaptability**: finds a way when something unforeseen comes.\n- **Social skill**: wins trust, and is remembered.\n- **Rules**: knows those of the marketplace, and keeps them.\n- **Bad reviews**: apologises, settles the cause, then asks whether it may be changed; never presses.',
      '- **语言表达**：亲切简练，不用方言，不说易误解的话。\n- **专业知识**：熟悉商品、用法及适合的人群。\n- **心理素质**：情绪稳定，能体察买家的真实需求。\n- **服务态度**：及时回复，把买家的事当成自己的事。\n- **应变能力**：遇到意外情况能想出办法。\n- **交际能力**：赢得信任，让买家记住。\n- **规则掌握**：熟知并遵守平台规则。\n- **差评处理**：先致歉，解决原因，再征询能否修改；绝不施压。',
      '- **語言表達**：親切簡練，不用方言，不說易誤解的話。\n- **專業知識**：熟悉商品、用法及適合的人群。\n- **心理素質**：情緒穩定，能體察買家的真實需求。\n- **服務態度**：及時回覆，把買家的事當成自己的事。\n- **應變能力**：遇到意外情況能想出辦法。\n- **交際能力**：贏得信任，讓買家記住。\n- **規則掌握**：熟知並遵守賣場規則。\n- **負評處理**：先致歉，解決原因，再徵詢能否修改；絕不施壓。',
    ),
  },
  {
    // QUAL-11: the phrases that follow from it are those of the pack whose key begins with shop_
    key: 'shop_language',
    sort: 'rules',
    audience: 'staff',
    post: 'customer_service_head',
    title: words('Service language in the shop', '网店服务用语规范', '網店服務用語規範'),
    body: words(
      '- Greet before anything else, and say the shop’s name.\n- Say what is being done, and how long it takes: never leave a buyer without a word.\n- Ask, do not order; “please”, “sorry”, “thank you”.\n- Restate a demand before answering it.\n- Confirm address and goods before they go; say by which carrier they went.\n- No word that exaggerates what goods can do, none that sends the buyer elsewhere.\n\nThe wording stands among the canned phrases; switch those of the shop on where goods are sold.',
      '- 先问候，并报店名。\n- 说明正在做什么、需要多久，不让买家空等。\n- 多用请求语气，常说“请”“对不起”“谢谢”。\n- 答复前先复述买家的要求。\n- 发货前确认地址和商品，发货后告知承运公司。\n- 不夸大商品功效，不推诿。\n\n具体用语见常用语；有网店业务时，请启用网店类常用语。',
      '- 先問候，並報店名。\n- 說明正在做什麼、需要多久，不讓買家空等。\n- 多用請求語氣，常說「請」「不好意思」「謝謝」。\n- 答覆前先複述買家的要求。\n- 出貨前確認地址和商品，出貨後告知承運公司。\n- 不誇大商品功效，不推諉。\n\n具體用語見常用語；有網店業務時，請啟用網店類常用語。',
    ),
  },
];
