import { words } from '#engine/text/words.ts'

/** The four plans for telephone follow-up that a new system begins with, stopped: an administrator starts those that he wants. */
export const builtInPlans = [
  {
    name: words('服务中客户电话跟进', 'Calls to customers being served'),
    group: 'beingServed',
    every: 30,
    content: words(
      '1. 使用中有没有问题，上次反映的解决了吗？\n2. 近期的保养、续期、缴费提醒。\n3. 联系人、地址、方便的时间有没有变化。',
      '1. Does everything work; is what was last reported settled?\n2. Upcoming maintenance, renewals, payments.\n3. Have contacts, address or hours changed?',
    ),
  },
  {
    name: words('已服务客户电话跟进', 'Calls to customers served'),
    group: 'served',
    every: 90,
    content: words(
      '1. 对我们的服务满意吗，哪里可以更好？\n2. 有没有新的需要。\n3. 身边有没有可以介绍的朋友。',
      '1. Was the service to their liking; what could be better?\n2. Is there a new need?\n3. Do they know somebody to introduce?',
    ),
  },
  {
    name: words('准客户电话跟进', 'Calls to prospective customers'),
    group: 'prospective',
    every: 14,
    content: words(
      '1. 需求、预算、时间有没有变化。\n2. 还在比较哪几家，顾虑是什么。\n3. 约下一次见面或看样。',
      '1. Have need, budget or time changed?\n2. Whom else do they compare, and what holds them back?\n3. Agree on the next meeting.',
    ),
  },
  {
    name: words('转介绍客户电话跟进', 'Calls to referred customers'),
    group: 'referred',
    every: 7,
    content: words(
      '1. 说明是谁介绍的，代为问好。\n2. 了解需求，请教方便的时间。\n3. 谈完后答谢介绍人。',
      '1. Say who introduced them, and bring regards.\n2. Learn what they need and when they have time.\n3. Thank the one who introduced them afterwards.',
    ),
  },
].map((plan) => ({ ...plan, target: 'group', unit: 'day', way: 'phone' }))
