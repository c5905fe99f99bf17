import { systemActor } from '#engine/access/actor.ts'
import { perform } from '#engine/action/perform.ts'
import { defineJob } from '#engine/job/define-job.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { isWorkday } from '#engine/time/working-time.ts'
import { dayAt } from '#engine/time/zone.ts'
import { askConfirmation } from '../actions/confirm-customer.ts'
import { stagesOf } from '../actions/enter-stage.ts'
import { readStandards } from '../queries.ts'
import { demandOn } from '../rules/collection.ts'
import { customersAfter, departmentsOf, filesToRecheck, overdueFiles, takeQualityDay } from './queries.ts'
import { scoreFiles } from './score-files.ts'

const batch = 500
const start = '00000000-0000-0000-0000-000000000000'

const refuseStopped = (signal: AbortSignal) => {
  if (signal.aborted) throw new Error('stopped; goes on later')
}

/** Scores all files, or those of one owner: the standards have changed, or his place here. */
const scoreMany = defineJob<{ owner?: string }>('score-files', {
  words: words('重新评分客户资料', 'Score the files of customers anew'),
  async run(runtime, { owner }, { signal }) {
    for (let after = start; ;) {
      refuseStopped(signal)
      const ids = await customersAfter(runtime.database, after, batch, owner)
      if (ids.length === 0) return
      await runtime.database.transaction((tx) => scoreFiles(runtime, tx, ids))
      after = ids.at(-1)!
    }
  },
})

/** Scores those files whose score has changed by the passing of time alone. */
const recheckFiles = defineJob('recheck-files', {
  words: words('每晚重新评分到期的客户资料', 'Score files whose time has run out'),
  schedule: '10 0 * * *',
  async run(runtime, _, { signal }) {
    const today = dayAt(runtime.clock())
    for (;;) {
      refuseStopped(signal)
      const ids = await filesToRecheck(runtime.database, today, batch)
      if (ids.length === 0) return
      await runtime.database.transaction((tx) => scoreFiles(runtime, tx, ids))
    }
  },
})

/** How good the files are, by owner and department: a figure for every day, brought up to date every hour. */
const takeDay = defineJob('take-quality-day', {
  words: words('统计数据质量', 'Write down how good the data is'),
  schedule: '50 * * * *',
  run: ({ database, clock }) => database.transaction((tx) => takeQualityDay(tx, dayAt(clock()))),
})

/** Whether people work on a day, by the department whose calendar they keep; each calendar is read once. */
function workdays({ house, database }: Runtime, day: string): (department: string | null) => Promise<boolean> {
  const known = new Map<string | null, Promise<boolean>>()
  return (department) => {
    const answer =
      known.get(department) ?? house.workingTime.calendarFor(database, { department }).then((calendar) => isWorkday(calendar, day))
    known.set(department, answer)
    return answer
  }
}

/** Every morning of a working day, whoever looks after a file that was not confirmed in time is given the task to do it. */
const askConfirmations = defineJob('ask-confirmations', {
  words: words('请求确认到期的客户资料', 'Ask for confirmations that are overdue'),
  schedule: '0 8 * * *',
  async run(runtime, _, { signal }) {
    const { database } = runtime
    const today = dayAt(runtime.clock())
    const stages = stagesOf(runtime.house)
    const standards = await readStandards(database)
    const isWorked = workdays(runtime, today)
    for (let after = start; ;) {
      refuseStopped(signal)
      const files = await overdueFiles(database, today, after, batch)
      if (files.length === 0) return
      after = files.at(-1)!.id
      const asked = files.flatMap((file) => {
        const keeper = demandOn(standards, file, stages).keeper ?? file.owner
        return keeper ? [{ id: file.id, keeper }] : []
      })
      const departments = await departmentsOf(database, [...new Set(asked.map(({ keeper }) => keeper))])
      const items: { id: string; input: { keeper: string } }[] = []
      for (const { id, keeper } of asked)
        if (departments.has(keeper) && (await isWorked(departments.get(keeper)!))) items.push({ id, input: { keeper } })
      // Somebody else may have confirmed or asked at this very moment.
      if (items.length > 0) await perform(runtime, systemActor, askConfirmation, items, { partial: true })
    }
  },
})

export const qualityJobs = [scoreMany, recheckFiles, takeDay, askConfirmations]
