import { systemActor } from '#engine/access/actor.ts'
import { perform } from '#engine/action/perform.ts'
import { defineJob } from '#engine/job/define-job.ts'
import { customFieldOf } from '#engine/record/custom-fields.ts'
import { kindOf } from '#engine/record/fields/index.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { remindTask } from './actions/remind-task.ts'
import { endPurge, noteUse, settleIndex } from './actions/settle-field.ts'
import { countUse, finishPurge, keepIndexes, purgeSome, readField, readFields, tasksToRemind, type StoredField } from './queries.ts'

const indexedOf = (row: StoredField) => {
  const field = customFieldOf(row)
  return {
    record: row.record,
    row,
    lacksKeys: row.indexState !== 'ready',
    field: { name: row.name, field, kind: kindOf(field), storage: 'custom' as const },
  }
}

/** Tells a field what has become of its index. Nothing is told that it knows. */
async function settle(runtime: Runtime, { id, kind }: StoredField, state: 'building' | 'ready' | Error): Promise<void> {
  const fault = state instanceof Error ? state.message.slice(0, 500) : null
  const input = { kind, state: fault === null ? state : 'failed', fault }
  await perform(runtime, systemActor, settleIndex, [{ id, input }], { partial: true })
}

const batch = 200

/** Reminds of what is due, every minute. Workers that look at the same minute find the same tasks; each is reminded of once. */
const remindOfTasks = defineJob('remind-of-tasks', {
  words: words('任务提醒', 'Remind of tasks'),
  schedule: '* * * * *',
  async run(runtime, _, { signal }) {
    while (!signal.aborted) {
      const ids = await tasksToRemind(runtime.database, new Date(runtime.clock()).toISOString(), batch)
      if (ids.length === 0) return
      const { items } = await perform(
        runtime,
        systemActor,
        remindTask,
        ids.map((id) => ({ id })),
        { partial: true },
      )
      // Whoever was faster has done these; nothing is left for this one.
      if (items.every((item) => item.refusal)) return
    }
  },
})

export const platformJobs = [
  remindOfTasks,
  defineJob('keep-field-indexes', {
    words: words('建立或去掉自定义字段的索引', 'Build or drop indexes of custom fields'),
    async run(runtime, _, { signal }) {
      const faults: Error[] = []
      const wanted = async () => (await readFields(runtime.database)).filter((row) => row.isIndexed).map(indexedOf)
      const tell = async ({ row }: { row: StoredField }, state: 'building' | 'ready' | Error) => {
        if (state instanceof Error) faults.push(state)
        await settle(runtime, row, state)
      }
      await keepIndexes(runtime.database, wanted, tell, signal)
      // A job that failed is tried again; the field says meanwhile that its index is not there.
      if (faults[0]) throw faults[0]
    },
  }),
  defineJob<{ field: string }>('count-field', {
    words: words('统计自定义字段的使用', 'Count the use of a custom field'),
    parallel: 2,
    async run(runtime, payload) {
      const field = await readField(runtime.database, payload.field)
      if (!field) return
      const records = await countUse(runtime.database, field.record, field.name)
      await perform(runtime, systemActor, noteUse, [{ id: payload.field, input: { records } }], { partial: true })
    },
  }),
  defineJob<{ field: string; operation: string }>('purge-field', {
    words: words('清除停用的字段', 'Purge a retired field'),
    retries: 20,
    async run(runtime, { field: id, operation }, { signal }) {
      const field = await readField(runtime.database, id)
      if (!field) return
      while (await purgeSome(runtime.database, operation, field.record, field.name))
        if (signal.aborted) throw new Error('stopped; goes on later')
      await perform(runtime, systemActor, endPurge, [{ id }], { partial: true })
      await finishPurge(runtime.database, operation)
    },
  }),
]
