/** The pool of the story, and what one person may hold. Keys are those of `staff/cast.ts`. */
export const castPool = {
  departments: ['hangzhou'],
  keepers: ['wang'],
  values: {
    name: '杭州公海',
    rules: [
      { kind: 'noFollowUp', tier: null, days: 365 },
      { kind: 'noFollowUp', tier: 'A', days: 180 },
    ],
    warnDays: 3,
    claimsPerDay: 5,
    previousOwnerDays: 7,
    viewsPerDay: 20,
    hiddenFields: ['phone', 'email', 'contact.mobile'],
    note: '一年没有有效跟进退回，重点客户半年；领取每天 5 位。',
  },
}

export const castLimit = {
  departments: ['hangzhou'],
  values: { name: '杭州销售', mostHeld: 800, exceptStages: ['ended'], mostLocked: 10 },
}

/** Why customers came into the pool. */
export const pooledReasons = ['客户要求更换客户经理', '半年未联系上，电话已停机', '项目暂停，暂无需求', '客户已搬离杭州']
