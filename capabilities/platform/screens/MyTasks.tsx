import { PlusOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Input } from 'antd'
import { useRef, useState, type FormEvent } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api, newKey, Problem } from '#engine/web/api.ts'
import { useRecordDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { later } from '#engine/web/later.tsx'
import { useRefresh } from '#engine/web/refresh.ts'
import type { TodayProps } from '#engine/web/screens.ts'
import { TodayCard } from '#engine/web/TodayCard.tsx'
import { groupOf, taskGroups, type TaskGroup } from '../rules/task-days.ts'
import { TaskRow } from './TaskRow.tsx'
import { useTasksOfMine } from './tasks.ts'

const NewRecord = later(() => import('#engine/web/NewRecord.tsx').then((file) => file.NewRecord), { isLikely: true })

/** My open tasks: those with a day in the order of their days, and the youngest of those without. */
function useMyTasks() {
  const dated = useTasksOfMine('assignee', { kind: 'dated', where: [{ field: 'dueOn', op: 'notEmpty' }] }, 'dueOn', 100)
  const undated = useTasksOfMine('assignee', { kind: 'undated', where: [{ field: 'dueOn', op: 'empty' }] }, '-createdAt', 50)
  return {
    tasks: [...(dated.data?.items ?? []), ...(undated.data?.items ?? [])],
    isPending: dated.isPending || undated.isPending,
    isMore: Boolean(dated.data?.next ?? undated.data?.next),
  }
}

/** What I have to do: late, today, within a week; what comes later waits folded. */
export function MyTasks({ now, today }: TodayProps) {
  const { t } = useLanguage()
  const record = useRecordDescription('task')
  const { tasks, isPending, isMore } = useMyTasks()
  if (!record || isPending) return null
  const groups = Map.groupBy(tasks, (task) => groupOf(task, now))
  const heading: Record<TaskGroup, string> = {
    late: t('已逾期', 'Late'),
    today: t('今天', 'Today'),
    week: t('7 天内', 'Within 7 days'),
    later: t('以后', 'Later'),
    someday: t('未定日期', 'No date'),
  }
  const near = taskGroups.slice(0, 3).some((group) => groups.has(group))
  return (
    <TodayCard title={t('我的任务', 'My tasks')} count={tasks.length}>
      <QuickTask record={record} today={today} />
      {tasks.length === 0 ? (
        <div className="zk-today-empty">
          <p>{t('没有要办的任务。', 'Nothing to do.')}</p>
          <p className="zk-hint">
            {t(
              '自己记下的、同事交给您的、从客户页新建的任务都在这里；勾选完成，也可以推后或交办。',
              'What you note down, what colleagues give you and what you make on a customer’s page is here: tick it off, put it off, or hand it on.',
            )}
          </p>
        </div>
      ) : null}
      {taskGroups.map((group) => {
        const list = groups.get(group)
        if (!list) return null
        const rows = (
          <ul className="zk-tasks">
            {list.map((task) => (
              <TaskRow key={task.id} record={record} task={task} now={now} />
            ))}
          </ul>
        )
        // What is not for this week lies folded, as long as there is something nearer to look at.
        return group === 'later' || group === 'someday' ? (
          <details key={group} open={!near}>
            <summary>
              {heading[group]} <span className="zk-count">{list.length}</span>
            </summary>
            {rows}
          </details>
        ) : (
          <div key={group}>
            <h3 className={group === 'late' ? 'zk-bad' : undefined}>
              {heading[group]} <span className="zk-count">{list.length}</span>
            </h3>
            {rows}
          </div>
        )
      })}
      {isMore ? (
        <Link to="/$record" params={{ record: 'task' }}>
          {t('更多任务', 'More tasks')}
        </Link>
      ) : null}
    </TodayCard>
  )
}

/** One line and Enter make a task for today; the button beside it asks for more. */
function QuickTask({ record, today }: { record: RecordDescription; today: string }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const refresh = useRefresh()
  const navigate = useNavigate()
  // The command "new task" comes from anywhere by the address.
  const isAsked = (useSearch({ strict: false }) as { new?: string }).new === 'task'
  const [title, setTitle] = useState('')
  const [isOpen, setOpen] = useState(false)
  const key = useRef(newKey())
  const close = () => {
    setOpen(false)
    if (isAsked) void navigate({ to: '/today', search: {}, replace: true })
  }
  async function send(event: FormEvent) {
    event.preventDefault()
    if (!title.trim()) return
    try {
      await api.post('/records/task', { title: title.trim(), dueOn: today }, { key: key.current })
      key.current = newKey()
      setTitle('')
      refresh(record)
    } catch (problem) {
      if (problem instanceof Problem) message.error(Object.values(problem.fields)[0] ?? problem.message)
    }
  }
  return (
    <form className="zk-quick" onSubmit={(event) => void send(event)}>
      <Input
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        placeholder={t('今天要办什么？回车保存', 'What is to be done today? Enter saves')}
        aria-label={t('新任务的标题', 'Title of a new task')}
        maxLength={200}
      />
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('新建任务', 'New task')}
      </Button>
      {isOpen || isAsked ? (
        <NewRecord
          record={record}
          initial={{ dueOn: today, ...(title.trim() ? { title: title.trim() } : {}) }}
          onClose={close}
          onDone={() => {
            setTitle('')
            close()
            refresh(record)
          }}
        />
      ) : null}
    </form>
  )
}
