import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMaking } from '#engine/web/asking.tsx'
import { useRecordDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useNow } from '#engine/web/now.ts'
import type { PanelProps } from '#engine/web/screens.ts'
import { TaskRow } from './TaskRow.tsx'
import { useOpenTasks } from './tasks.ts'

/** The open tasks about a record, and a new one about it. */
export function TaskPanel({ record, item, title }: PanelProps) {
  const { t } = useLanguage()
  const task = useRecordDescription('task')
  const now = useNow()
  const { make, drawer } = useMaking()
  const about = { record: record.name, id: item.id }
  const { data } = useOpenTasks(
    ['related', 'task', 'about', item.id],
    task ? [{ field: 'about', op: 'eq', value: about }] : undefined,
    'dueOn',
    20,
  )
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
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => make({ record: task, initial: { about: { ...about, title } } })}
        >
          {t('新建任务', 'New task')}
        </Button>
      ) : null}
      {drawer}
    </>
  )
}
