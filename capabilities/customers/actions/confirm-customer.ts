import { rule } from '#engine/access/rules.ts'
import { Task, User } from '#cap/platform'
import { defineAction } from '#engine/action/define-action.ts'
import { refuse } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import { link } from '#engine/record/fields/index.ts'
import { fill, say, words } from '#engine/text/words.ts'
import { Customer } from '../records/customer.ts'

/** The task that asks for a confirmation, as long as it is open. */
async function openTask(store: Store, id: string | null) {
  const [task] = id ? await store.lock(Task, [id]) : []
  return task?.state === 'open' && task.deletedAt === null ? task : undefined
}

/** Somebody has looked: the file is still right. The task that asked for it is done with that. */
export const confirmCustomer = defineAction('customers.confirm', {
  on: Customer,
  touches: [],
  isMinor: true,
  words: {
    label: words('确认资料无误', 'Confirm the file'),
    hint: words('资料仍然正确，确认周期重新计算', 'It is still right; the time until the next confirmation begins anew'),
  },
  async run({ customer, store, now }) {
    const task = await openTask(store, customer.confirmTask)
    if (task) store.edit(Task, task, { state: 'done', repeats: null }, 'task.completed')
    return store.edit(Customer, customer, { confirmedAt: now }, 'customer.confirmed')
  },
})

const title = words('确认客户资料：{name}', 'Confirm the file of {name}')
const note = words(
  '资料的确认周期已到。打开客户，改正不对的地方，然后“确认资料无误”，此任务随即完成。',
  'The time to confirm the file has run out. Open the customer, mend what is wrong and confirm the file; this task is then done.',
)

/** Gives whoever looks after a file the task to confirm it. One such task is open at most, however many nights and workers ask. */
export const askConfirmation = defineAction('customers.askConfirmation', {
  on: Customer,
  allow: rule.nobody,
  isUnlisted: true,
  touches: [],
  input: { keeper: link('user', { zh: '责任人', en: 'Responsible', required: true }) },
  words: { label: words('请求确认资料', 'Ask for a confirmation') },
  async run({ customer, input, store, today }) {
    const keeper = await store.get(User, input.keeper)
    const isOverdue = customer.confirmBy !== null && customer.confirmBy < today
    if (!isOverdue || !keeper?.isActive || (await openTask(store, customer.confirmTask)))
      throw refuse('not-due', words('不必现在请求确认。', 'There is nothing to ask for now.'), { status: 409 })
    const locale = keeper.locale ?? 'zh'
    const task = await store.create(Task, {
      title: say(fill(title, { name: customer.name }), locale).slice(0, 200),
      note: say(note, locale),
      assignee: keeper.id,
      department: keeper.department,
      dueOn: today,
      about: { record: Customer.name, id: customer.id },
    } as never)
    await store.measure(Customer, customer.id, { confirmTask: task.id })
  },
})
