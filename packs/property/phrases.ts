import type { Pack } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';

type Phrase = NonNullable<Pack['phrases']>[number];

/** PHR-01 to -06, -20, -21: what is said at every desk. The originals are Chinese; the English is their meaning. */
const atTheDesk: Phrase[] = [
  {
    key: 'answer_telephone',
    situation: 'greeting',
    name: words('Answering the telephone', '接听电话', '接聽電話'),
    text: words('Hello! Customer service centre.', '您好！客户服务中心。', '您好！客戶服務中心。'),
    on: true,
  },
  {
    key: 'speak_slowly',
    situation: 'unclear',
    name: words('The customer speaks too fast', '客户说得太快', '客戶說得太快'),
    text: words(
      'Sorry, would you please speak more slowly?',
      '对不起，请您慢点说，好吗？',
      '不好意思，請您慢點說，好嗎？',
    ),
    on: true,
  },
  {
    key: 'say_again',
    situation: 'unclear',
    name: words('It was not understood', '没有听清', '沒有聽清楚'),
    text: words(
      'Sorry, would you please say that again?',
      '对不起，请您再说一遍，好吗？',
      '不好意思，請您再說一次，好嗎？',
    ),
    on: true,
  },
  {
    key: 'answer_later',
    situation: 'answer_later',
    name: words('It cannot be answered now', '暂时无法答复', '暫時無法答覆'),
    text: words(
      'I am sorry, I cannot answer that at once. I will find out and let you know by {time}.',
      '很抱歉，这个问题我暂时无法当场答复。我马上去查询，{time}前一定给您回复。',
      '很抱歉，這個問題我暫時無法當場答覆。我馬上去查詢，{time}前一定給您回覆。',
    ),
    on: true,
  },
  {
    key: 'refuse_kindly',
    situation: 'excessive',
    name: words('A request that goes too far', '要求超出范围', '要求超出範圍'),
    text: words(
      'I do understand your wish, {customer}. I am sorry that we cannot do this, because …; what we can do is …',
      '{customer}，非常理解您的心情。很抱歉，这项要求我们无法办理，原因是……；我们可以为您做的是……',
      '{customer}，非常理解您的心情。很抱歉，這項要求我們無法辦理，原因是……；我們可以為您做的是……',
    ),
    on: true,
  },
  {
    key: 'glad_to_serve',
    situation: 'courtesy',
    name: words('Beginning a talk', '开始交谈', '開始交談'),
    text: words(
      'Hello, glad to serve you. What can I do for you?',
      '您好，很高兴为您服务，请问有什么可以帮您？',
      '您好，很高興為您服務，請問有什麼可以幫您？',
    ),
    on: true,
  },
  {
    key: 'calm_caller',
    situation: 'courtesy',
    name: words('The caller is angry', '客户情绪激动', '客戶情緒激動'),
    text: words(
      'I am sorry that this has troubled you. Please tell me slowly what happened; I will note it down and see to it.',
      '对不起，给您添麻烦了。请您慢慢说，我记下来，马上为您处理。',
      '不好意思，給您添麻煩了。請您慢慢說，我記下來，馬上為您處理。',
    ),
    on: true,
  },
  {
    key: 'thank_and_goodbye',
    situation: 'courtesy',
    name: words('Ending a talk', '结束交谈', '結束交談'),
    text: words('Thank you for calling. Goodbye!', '感谢您的来电，再见！', '感謝您的來電，再見！'),
    on: true,
  },
  {
    key: 'thanks_for_praise',
    situation: 'praise',
    name: words('The customer praises us', '客户表扬', '客戶讚揚'),
    text: words(
      'Thank you for your compliment. This is what I should do.',
      '谢谢您的夸奖，这是我应该做的。',
      '謝謝您的誇獎，這是我應該做的。',
    ),
    on: true,
  },
  {
    key: 'return_visit',
    situation: 'return_visit',
    name: words('Calling back', '回访', '回訪'),
    text: words(
      'Hello, {customer}, this is {person} of {organisation}. We want to hear whether your matter {number} was settled to your satisfaction. Please tell us frankly what we should do better. You reach us at {phone}.',
      '{customer}您好，我是{organisation}的{person}。想了解一下您的{number}号事项处理得是否满意，有什么不足请您直说，我们一定改进。以后有事请拨打{phone}。',
      '{customer}您好，我是{organisation}的{person}。想了解一下您的{number}號事項處理得是否滿意，有什麼不足請您直說，我們一定改進。以後有事請撥打{phone}。',
    ),
    on: true,
  },
  {
    key: 'apology_first',
    situation: 'apology',
    name: words('First word to a complaint', '接到投诉先致歉', '接到投訴先致歉'),
    text: words(
      'I am truly sorry for the trouble this has caused you, {customer}. I will look into it at once and tell you what we find.',
      '{customer}，给您带来不便，真的非常抱歉。我马上去了解情况，有结果立即告诉您。',
      '{customer}，給您帶來不便，真的非常抱歉。我馬上去了解情況，有結果立即告訴您。',
    ),
    on: true,
  },
];

/** PHR-07 to -16, -18, -19: what is said in a shop. Kept here for whoever sells, and not offered until it is switched on. */
const inAShop: Phrase[] = [
  {
    key: 'shop_welcome',
    situation: 'greeting',
    name: words('A buyer enters the shop', '买家进店', '買家進店'),
    text: words(
      '😊 Hello! Welcome to {organisation}. Glad to be of service!',
      '😊您好！{organisation}欢迎您，很高兴为您效劳！',
      '😊您好！{organisation}歡迎您，很高興為您效勞！',
    ),
    on: false,
  },
  {
    key: 'shop_problem',
    situation: 'problem',
    name: words('A buyer meets a problem', '买家遇到问题', '買家遇到問題'),
    text: words(
      'Hello! Please do not worry. We will settle it for you!',
      '您好！请不要着急！我们会帮您解决处理好的！',
      '您好！請不要著急！我們會幫您處理好的！',
    ),
    on: false,
  },
  {
    key: 'shop_price_wait',
    situation: 'price',
    name: words('Before a price is changed', '改价之前', '改價之前'),
    text: words('One moment, please … I change it at once!', '请稍等……我马上帮您改！', '請稍等……我馬上幫您改！'),
    on: false,
  },
  {
    key: 'shop_price_done',
    situation: 'price',
    name: words('The price is changed', '价格已改好', '價格已改好'),
    text: words(
      'Thank you for waiting. The price is changed; we dispatch as soon as possible after payment!',
      '让您久等了，价格已改好，付款后我们会尽快安排发货！',
      '讓您久等了，價格已改好，付款後我們會盡快安排出貨！',
    ),
    on: false,
  },
  {
    key: 'shop_paid',
    situation: 'payment',
    name: words('Payment is completed', '付款完成', '付款完成'),
    text: words('🤝 A pleasure to work with you! 👋 Goodbye!', '🤝合作愉快！👋再见！', '🤝合作愉快！👋再見！'),
    on: false,
  },
  {
    key: 'shop_where',
    situation: 'goods',
    name: words('Where are the goods', '查询物流', '查詢物流'),
    text: words('Hello! I look it up for you at once.', '您好！我马上帮您查询。', '您好！我馬上幫您查詢。'),
    on: false,
  },
  {
    key: 'shop_be_patient',
    situation: 'goods',
    name: words('The goods are late', '物流延误', '物流延誤'),
    text: words(
      '😳 Sorry, please have a little more patience! We contact the carrier at once, so that the goods are in your hands as soon as possible.',
      '😳不好意思，还请您再耐心等待一下！我们会立即与快递公司联系，尽快将商品送达您手中。',
      '😳不好意思，還請您再耐心等待一下！我們會立即與快遞公司聯絡，盡快將商品送達您手中。',
    ),
    on: false,
  },
  {
    key: 'shop_goods_bad',
    situation: 'problem',
    name: words('Something is wrong with the goods', '商品有问题', '商品有問題'),
    text: words('😊 Hello! Please do not worry!', '😊您好！先不要着急！', '😊您好！先不要著急！'),
    on: false,
  },
  {
    key: 'shop_bad_rating',
    situation: 'rating',
    name: words('A buyer who rated badly is online', '差评买家在线', '差評買家在線'),
    text: words(
      'Hello! We have just read your rating and are truly sorry! Would you tell us what happened, so that we can make it good?',
      '您好！刚看过您给我们的评价，真的很抱歉！能否告诉我们具体情况，我们一定给您一个满意的解决办法。',
      '您好！剛看過您給我們的評價，真的很抱歉！能否告訴我們具體情況，我們一定給您一個滿意的解決辦法。',
    ),
    on: false,
  },
  {
    key: 'shop_tone',
    situation: 'courtesy',
    name: words('Tone through a chat', '聊天语气', '聊天語氣'),
    text: words('Hello! 😊 Ha ha, of course!', '您好！😊呵呵，没问题！', '您好！😊呵呵，沒問題！'),
    on: false,
  },
  {
    key: 'shop_refund_only',
    situation: 'dispute',
    name: words('Saying the demand back: money, goods kept', '复述诉求：退款不退货', '複述訴求：退款不退貨'),
    text: words(
      'You mean that you keep the goods and I refund the money directly, is that right?',
      '您是说不退货要我直接退款给您吗？',
      '您是說不退貨要我直接退款給您嗎？',
    ),
    on: false,
  },
  {
    key: 'shop_refund_for_rating',
    situation: 'dispute',
    name: words('Saying the demand back: refund or a bad rating', '复述诉求：退款换评价', '複述訴求：退款換評價'),
    text: words(
      'You mean that if I refund you, you give us no middling or bad rating, is that right?',
      '您是说如果我退款给您就不给我中差评吗？',
      '您是說如果我退款給您就不給我中差評嗎？',
    ),
    on: false,
  },
  {
    key: 'shop_unpaid',
    situation: 'order',
    name: words('An order is not paid', '订单未付款', '訂單未付款'),
    text: words(
      'Hello! I see your order is waiting for payment. Which way of payment suits you? I gladly help if there is any difficulty.',
      '您好！看到您的订单还没有付款，请问您方便用哪种方式付款？有困难我可以帮您。',
      '您好！看到您的訂單還沒有付款，請問您方便用哪種方式付款？有困難我可以幫您。',
    ),
    on: false,
  },
  {
    key: 'shop_confirm_address',
    situation: 'order',
    name: words('Confirming an order', '核对订单', '核對訂單'),
    text: words(
      'Hello! May I check the address, the contact and whether the carrier {carrier} reaches you?',
      '您好！跟您核对一下收货地址、联系人和电话，{carrier}能送到您那里吗？',
      '您好！跟您核對一下收貨地址、聯絡人和電話，{carrier}能送到您那裡嗎？',
    ),
    on: false,
  },
  {
    key: 'shop_dispatched',
    situation: 'order',
    name: words('The order is dispatched', '已发货', '已出貨'),
    text: words(
      'Hello! Your order goes out on {time} with {carrier}, number {number}.',
      '您好！您的订单{time}由{carrier}发出，单号{number}。',
      '您好！您的訂單{time}由{carrier}寄出，單號{number}。',
    ),
    on: false,
  },
];

/** CHAN-24: said first by us, to keep up with customers. */
const care: Phrase[] = [
  {
    key: 'care_greeting',
    situation: 'care',
    name: words('Festival greetings', '节日问候', '節日問候'),
    text: words(
      'Dear {customer}, {organisation} wishes you and your family a happy holiday. Should you need anything meanwhile, we are at your service: {phone}.',
      '{customer}您好！{organisation}祝您和家人节日快乐。假期内如有需要，请随时联系我们：{phone}。',
      '{customer}您好！{organisation}祝您和家人佳節愉快。假期內如有需要，歡迎隨時聯絡我們：{phone}。',
    ),
    on: true,
  },
  {
    key: 'care_asking',
    situation: 'care',
    name: words('Asking how it goes', '使用与服务回访', '使用與服務回訪'),
    text: words(
      'Dear {customer}, this is {person} of {organisation}. We would like to hear how you are getting on, and what we could do better. A word in answer reaches me.',
      '{customer}您好！我是{organisation}的{person}，想了解您近来的居住情况，以及我们哪些方面可以做得更好。直接回复即可。',
      '{customer}您好！我是{organisation}的{person}，想了解您近來的居住情況，以及我們哪些方面可以做得更好。直接回覆即可。',
    ),
    on: true,
  },
];

/** PHR: what the platform ships with; a house changes it as it likes. */
export const phrases: Phrase[] = [...atTheDesk, ...care, ...inAShop];
