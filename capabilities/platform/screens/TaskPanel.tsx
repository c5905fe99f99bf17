import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '#engine/web/api.ts'
import { useRecordDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { later } from '#engine/web/later.tsx'
import { useNow } from '#engine/web/now.ts'
import { useRefresh } from '#engine/web/refresh.ts'
import type { PanelProps } from '#engine/web/screens.ts'
import { taskFields, type TaskItem } from './due.ts'
import { TaskRow } from './TaskRow.tsx'

const NewRecord = later(() => import('#engine/web/NewRecord.tsx').then((file) => file.NewRecord), { isLikely: true })

/** The open tasks about a record, and a new one about it. */
export function TaskPanel({ record, item, title }: PanelProps) {
  const { t } = useLanguage()
  const task = useRecordDescription('task')
  const refresh = useRefresh()
  const now = useNow()
  const [isNew, setNew] = useState(false)
  const about = { record: record.name, id: item.id }
  const { data } = useQuery({
    queryKey: ['related', 'task', 'about', item.id],
    queryFn: ({ signal }) =>
      api.get<{ items: TaskItem[] }>('/records/task', {
        query: {
          filter: JSON.stringify({
            and: [
              { field: 'about', op: 'eq', value: about },
              { field: 'state', op: 'eq', value: 'open' },
            ],
          }),
          sort: 'dueOn',
          limit: 20,
          fields: taskFields,
        },
        signal,
      }),
    enabled: task !== undefined,
  })
  if (!task) return null
  return (
    <>
      <ul className="zk-tasks">
        {data?.items.map((entry) => (
          <TaskRow key={entry.id} record={task} task={entry} now={now} shows={{ about: false, assignee: true }} />
        ))}
        {data?.items.length === 0 ? <li className="zk-faint">{t('暂无待办', 'None open')}</li> : null}
      </ul>
      {task.create && item.can.level !== 'none' ? (
        <Button type="text" size="small" icon={<PlusOutlined aria-hidden />} onClick={() => setNew(true)}>
          {t('新建任务', 'New task')}
        </Button>
      ) : null}
      {isNew ? (
        <NewRecord
          record={task}
          initial={{ about: { ...about, title } }}
          onClose={() => setNew(false)}
          onDone={() => {
            setNew(false)
            refresh(task)
          }}
        />
      ) : null}
    </>
  )
}
