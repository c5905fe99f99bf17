import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import { same } from '#engine/action/values.ts'
import type { PatchOf, RowOf } from '#engine/record/define-record.ts'
import { choice } from '#engine/record/fields/index.ts'
import { words, type Words } from '#engine/text/words.ts'
import { anchorRepetition, moveRepetition, readRepetition, writeRepetition } from '#engine/time/repetition.ts'
import { Task } from '../records/task.ts'
import { refuseTask } from '../rules/task-days.ts'
import { makeNext } from './next-task.ts'

type Patch = PatchOf<typeof Task>

/** Whether a change is about when the present one is due, and nothing else. */
const isOnlyWhen = (patch: Patch): boolean => Object.keys(patch).every((name) => name === 'dueOn' || name === 'dueTime')

/** The rule and its day after a change that all following ones take part in. */
function seriesAfter(task: RowOf<typeof Task>, patch: Patch): Patch {
  const dueOn = patch.dueOn === undefined ? task.dueOn : patch.dueOn
  if ('repeats' in patch) {
    const rule = patch.repeats && dueOn ? writeRepetition(anchorRepetition(readRepetition(patch.repeats)!, dueOn)) : null
    return { repeats: rule, occursOn: rule ? dueOn : null }
  }
  if (!task.repeats || !dueOn || !patch.dueOn) return {}
  return {
    repeats: writeRepetition(moveRepetition(readRepetition(task.repeats)!, task.occursOn ?? task.dueOn ?? dueOn, dueOn)),
    occursOn: dueOn,
  }
}

/**
 * Changes a task. One of a series is either changed alone, and then leaves the series, which goes on with the next as it was; or all that
 * follow change with it. Another day alone does neither: the series stays where it is.
 */
export const editTask = defineAction('task.edit', {
  on: Task,
  input: {
    following: choice({
      zh: '应用到',
      en: 'Applies to',
      choices: { this: words('仅这一次', 'This one only'), all: words('这一次及以后各次', 'This and all following') },
      onlyWhen: { field: 'repeats' },
      hint: words(
        '不选时：只改日期和时间的，影响这一次；改其他内容的，影响以后各次',
        'Left open: a change of day and time means this one, any other change all following',
      ),
    }),
  },
  words: { label: words('编辑', 'Edit') },
  async run({ task, input, store, today }) {
    const { following, ...wanted } = input as { following?: 'this' | 'all' | null } & Patch
    const patch = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !same(value, task[name as 'title']))) as Patch
    const faults = refuseTask({ ...task, ...patch })
    if (Object.keys(faults).length > 0) throw badFields(faults as Record<string, Words>)
    const isAlone = task.repeats !== null && !('repeats' in patch) && (following ? following === 'this' : isOnlyWhen(patch))
    if (!isAlone) return store.edit(Task, task, { ...patch, ...seriesAfter(task, patch) })
    if (Object.keys(patch).every((name) => name === 'dueOn')) return store.edit(Task, task, patch)
    await makeNext(store, task, today)
    return store.edit(Task, task, { ...patch, repeats: null, occursOn: null })
  },
})
