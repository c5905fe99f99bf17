import { later } from '#engine/web/later.tsx'
import { words } from '#engine/text/words.ts'
import type { Screens } from '#engine/web/screens.ts'

const UnknownHolidays = later(() => import('./UnknownHolidays.tsx').then((file) => file.UnknownHolidays))
const QueueDecisions = later(() => import('./QueueDecisions.tsx').then((file) => file.QueueDecisions))
const QueueTrial = later(() => import('./QueueTrial.tsx').then((file) => file.QueueTrial))
const WhyGiven = later(() => import('./WhyGiven.tsx').then((file) => file.WhyGiven))

/** What queues hand out, by the names of the record types. */
const handedOut = new Set(['lead'])

export const staffScreens: Screens = {
  panels: [
    {
      on: (record) => record.name === 'allocationQueue',
      place: 'main',
      words: words('分配记录', 'Decisions'),
      order: 10,
      Show: QueueDecisions,
    },
    { on: (record) => record.name === 'allocationQueue', place: 'main', words: words('试运行', 'Trial'), order: 5, Show: QueueTrial },
    { on: (record) => handedOut.has(record.name), place: 'facts', words: words('分配', 'Allocation'), order: 30, Show: WhyGiven },
  ],
  today: [{ place: 'side', order: 5, Show: UnknownHolidays }],
}
