import { defineAction } from '#engine/action/define-action.ts'
import { day, note, text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { Activity } from '../records/activity.ts'
import { planFollowUp } from './plan-follow-up.ts'

/** A planned contact has taken place. An important one is refused by `keep-three-steps` as long as it leaves nothing behind. */
export const completeActivity = defineAction('customers.completeActivity', {
  on: Activity,
  from: 'planned',
  to: 'done',
  input: {
    outcome: text({ zh: '结果', en: 'Outcome', max: 200 }),
    body: note({ zh: '内容', en: 'Content' }),
    nextStep: text({ zh: '下一步', en: 'Next step', max: 200 }),
    nextOn: day({ zh: '下次联系', en: 'Next on' }),
    noFollowUp: text({
      zh: '无需跟进的原因',
      en: 'No follow-up because',
      max: 200,
      onlyWhen: { field: 'isImportant', is: ['true'] },
      hint: words('填了下一步和下次联系则不填', 'Empty where there is a next step with its day'),
    }),
  },
  words: { label: words('完成', 'Complete') },
  async run({ activity, input, store, actor, now }) {
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined))
    const at = activity.at > now ? now : activity.at
    const done = store.edit(Activity, activity, { ...given, state: 'done', at }, 'activity.completed')
    await planFollowUp(store, done, actor)
  },
})
