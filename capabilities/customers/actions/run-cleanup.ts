import { Task, User } from '#cap/platform'
import type { Actor } from '#engine/access/actor.ts'
import { readFilter } from '#engine/access/filter.ts'
import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields, Refusal, refuse } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { integer, link } from '#engine/record/fields/index.ts'
import type { House } from '#engine/record/house.ts'
import { segmentsIn } from '#engine/segment/segments.ts'
import type { Queries } from '#engine/store/database.ts'
import { fill, say, words } from '#engine/text/words.ts'
import { Cleanup } from '../records/cleanup.ts'
import { Segment } from '../records/segment.ts'

type Row = RowOf<typeof Cleanup>

/** Refuses conditions that whoever writes them could not ask. */
async function checkFilter({ queries, house, actor, now }: { queries: Queries; house: House; actor: Actor; now: string }, { filter }: Row) {
  try {
    readFilter(house, actor, house.shapes.get('customer')!, filter, Date.parse(now), await segmentsIn(queries, house, actor, filter))
  } catch (error) {
    if (error instanceof Refusal) throw badFields({ filter: Object.values(error.fields ?? {})[0] ?? error.words })
    throw error
  }
}

export const createCleanup = defineAction('cleanup.create', {
  creates: Cleanup,
  words: { label: words('新建清理行动', 'New clean-up') },
  async run(context) {
    const cleanup = await context.store.create(Cleanup, context.input as never)
    await checkFilter(context, cleanup)
    return cleanup
  },
})

/** What it is about is settled once it has begun. */
export const editCleanup = defineAction('cleanup.edit', {
  on: Cleanup,
  words: { label: words('编辑', 'Edit') },
  async run(context) {
    const before = { ...context.cleanup }
    const cleanup = context.store.edit(Cleanup, context.cleanup, context.input as never)
    if (JSON.stringify(before.filter) === JSON.stringify(cleanup.filter)) return cleanup
    if (before.state !== 'draft') throw badFields({ filter: words('已经开始，名单不再改变', 'it has begun; its list changes no more') })
    await checkFilter(context, cleanup)
    return cleanup
  },
})

/** Settles the list, as its owner sees it, and gives everybody on whom it depends a task. */
export const startCleanup = defineAction('customers.startCleanup', {
  on: Cleanup,
  from: 'draft',
  to: 'running',
  words: {
    label: words('开始', 'Start'),
    hint: words('按条件确定名单，并给每位负责人一个任务', 'Settles the list and gives every owner of a customer a task'),
  },
  async run(context) {
    const { cleanup, store, later } = context
    await checkFilter(context, cleanup)
    const list = await store.create(Segment, {
      name: cleanup.name,
      kind: 'static',
      shown: 'everyone',
      owner: cleanup.owner,
      description: fill(words('清理行动“{name}”的名单', 'The list of the clean-up "{name}"'), { name: cleanup.name }).zh,
    } as never)
    later('fill-cleanup', { cleanup: cleanup.id }, { key: cleanup.id })
    return store.edit(Cleanup, cleanup, { state: 'running', list: list.id }, 'cleanup.started')
  },
})

const openTasks = (store: Store, { id }: Row) =>
  store.find(
    Task,
    {
      and: [
        { field: 'about', op: 'eq', value: { record: Cleanup.name, id } },
        { field: 'state', op: 'eq', value: 'open' },
      ],
    },
    { lock: true, limit: 10_000 },
  )

const title = words('清理客户资料：{name}（{n} 个客户）', 'Clean up customers: {name} ({n})')
const note = words(
  '打开清理行动，从名单中您的客户改起，质量分达到 {target} 即完成。',
  'Open the clean-up and mend your customers on its list; each is done at a score of {target}.',
)

/** Gives somebody his part of it; once, however often it is tried. */
export const assignCleanup = defineAction('customers.assignCleanup', {
  on: Cleanup,
  from: 'running',
  allow: rule.nobody,
  isUnlisted: true,
  input: {
    assignee: link('user', { zh: '负责人', en: 'Assignee', required: true }),
    files: integer({ zh: '客户数', en: 'Customers', required: true, min: 1 }),
  },
  words: { label: words('分派', 'Assign') },
  async run({ cleanup, input, store }) {
    const user = await store.get(User, input.assignee)
    const has = (await openTasks(store, cleanup)).some(({ assignee }) => assignee === input.assignee)
    if (!user?.isActive || has) throw refuse('not-due', words('不必再分派。', 'There is nothing to assign.'), { status: 409 })
    const locale = user.locale ?? 'zh'
    await store.create(Task, {
      title: say(fill(title, { name: cleanup.name, n: input.files }), locale),
      note: say(fill(note, { target: cleanup.target }), locale),
      assignee: user.id,
      department: user.department,
      givers: cleanup.owner === user.id ? [] : [cleanup.owner],
      dueOn: cleanup.dueOn,
      about: { record: Cleanup.name, id: cleanup.id },
    } as never)
  },
})

/** It is over: what is still open of it need not be done. */
async function close(store: Store, cleanup: Row, state: 'done' | 'cancelled') {
  for (const task of await openTasks(store, cleanup)) store.edit(Task, task, { state: 'cancelled', repeats: null }, 'task.cancelled')
  return store.edit(Cleanup, cleanup, { state }, state === 'done' ? 'cleanup.finished' : 'cleanup.cancelled')
}

export const finishCleanup = defineAction('customers.finishCleanup', {
  on: Cleanup,
  from: 'running',
  to: 'done',
  words: { label: words('结束', 'Finish'), hint: words('未完成的任务随之取消', 'Tasks still open are cancelled with it') },
  run: ({ cleanup, store }) => close(store, cleanup, 'done'),
})

export const cancelCleanup = defineAction('customers.cancelCleanup', {
  on: Cleanup,
  from: ['draft', 'running'],
  to: 'cancelled',
  isMinor: true,
  words: { label: words('取消行动', 'Call off'), hint: words('未完成的任务随之取消', 'Tasks still open are cancelled with it') },
  run: ({ cleanup, store }) => close(store, cleanup, 'cancelled'),
})
