import { useQuery } from '@tanstack/react-query'
import { api } from '#engine/web/api.ts'
import { useDescription, useRecordDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { TodayProps } from '#engine/web/screens.ts'
import { TodayCard } from '#engine/web/TodayCard.tsx'
import { taskFields, type TaskItem } from './due.ts'
import { TaskRow } from './TaskRow.tsx'

/** What I gave to others and is not done yet. Not there where there is none. */
export function GivenTasks({ now }: TodayProps) {
  const { t } = useLanguage()
  const record = useRecordDescription('task')
  const { data: description } = useDescription()
  const me = description?.me.id
  const { data } = useQuery({
    queryKey: ['list', 'task', 'given', me],
    queryFn: ({ signal }) =>
      api.get<{ items: TaskItem[] }>('/records/task', {
        query: {
          filter: JSON.stringify({
            and: [
              { field: 'givers', op: 'has', value: me },
              { field: 'state', op: 'eq', value: 'open' },
            ],
          }),
          sort: 'dueOn',
          limit: 50,
          fields: taskFields,
        },
        signal,
      }),
    enabled: me !== undefined,
  })
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
