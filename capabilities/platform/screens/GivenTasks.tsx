import { useRecordDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { TodayProps } from '#engine/web/screens.ts'
import { TodayCard } from '#engine/web/TodayCard.tsx'
import { TaskRow } from './TaskRow.tsx'
import { useTasksOfMine } from './tasks.ts'

/** What I gave to others and is not done yet. Not there where there is none. */
export function GivenTasks({ now }: TodayProps) {
  const { t } = useLanguage()
  const record = useRecordDescription('task')
  const { data } = useTasksOfMine('givers', { kind: 'all', where: [] }, 'dueOn', 50)
  if (!record || !data || data.items.length === 0) return null
  return (
    <TodayCard title={t('我交办的', 'Given by me')} count={data.items.length}>
      <ul className="zk-tasks">
        {data.items.map((task) => (
          <TaskRow key={task.id} record={record} task={task} now={now} shows={{ about: true, assignee: true }} />
        ))}
      </ul>
    </TodayCard>
  )
}
