import { MoreOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Dropdown, Tooltip } from 'antd'
import type { RecordDescription } from '#engine/record/describe.ts'
import { sayRepetition } from '#engine/time/say-repetition.ts'
import { readRepetition } from '#engine/time/repetition.ts'
import { useAct } from '#engine/web/act.tsx'
import { AnyLinkText } from '#engine/web/AnyLinkText.tsx'
import { useAsking } from '#engine/web/asking.tsx'
import { useLanguage } from '#engine/web/language.tsx'
import { isLate, postponements } from '../rules/task-days.ts'
import { sayDue, type TaskItem } from './due.ts'

/** One task: done in one tap, put off in two, everything else behind three dots. */
export function TaskRow({
  record,
  task,
  now,
  shows = { about: true, assignee: false },
}: {
  record: RecordDescription
  task: TaskItem
  now: string
  /** What is said beside it, where it is not said by where it stands. */
  shows?: { about: boolean; assignee: boolean }
}) {
  const { t, say } = useLanguage()
  const act = useAct()
  const { ask, dialog } = useAsking()
  const can = (name: string) => task.can.do.includes(`platform.${name}`)
  const late = task.state === 'open' && isLate(task, now)
  const rule = task.repeats ? readRepetition(task.repeats) : undefined
  const others = record.actions.filter(
    ({ name }) => task.can.do.includes(name) && !['platform.completeTask', 'platform.postponeTask'].includes(name),
  )
  const postpone = (by: string) => {
    if (by === 'on') return ask({ record, action: record.actions.find(({ name }) => name === 'platform.postponeTask')!, item: task })
    const said = t(`“${task.title}”已推后`, `"${task.title}" is put off`)
    return void act({ record, action: 'platform.postponeTask', item: task, input: { by }, said })
  }
  const due = say(sayDue(task, now))
  return (
    <li className="zk-task">
      <Tooltip title={can('completeTask') ? t('完成', 'Complete') : ''}>
        <button
          type="button"
          className="zk-task-box"
          disabled={!can('completeTask')}
          aria-label={t(`完成“${task.title}”`, `Complete "${task.title}"`)}
          onClick={() =>
            void act({ record, action: 'platform.completeTask', item: task, said: t(`“${task.title}”已完成`, `"${task.title}" is done`) })
          }
        />
      </Tooltip>
      <div className="zk-task-what">
        <Link to="/$record/$id" params={{ record: record.name, id: task.id }} className="zk-task-title">
          {task.title}
        </Link>
        <span className="zk-task-facts">
          {due ? <span className={late ? 'zk-bad' : undefined}>{due}</span> : null}
          {task.priority === 'high' ? <span className="zk-state zk-bad">{t('高', 'High')}</span> : null}
          {shows.about && task.about ? <AnyLinkText value={task.about} /> : null}
          {shows.assignee && 'title' in task.assignee ? <span>{task.assignee.title}</span> : null}
          {!shows.assignee && task.givers.length > 0 ? (
            <span>{t(`${task.givers.at(-1)!.title} 交办`, `from ${task.givers.at(-1)!.title}`)}</span>
          ) : null}
          {rule ? <span>↻ {say(sayRepetition(rule))}</span> : null}
        </span>
      </div>
      {can('postponeTask') ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: Object.entries(postponements).map(([key, text]) => ({ key, label: key === 'on' ? `${say(text)}…` : say(text) })),
            onClick: ({ key }) => postpone(key),
          }}
        >
          <Button type="text" size="small" className="zk-task-later">
            {t('推后', 'Postpone')}
          </Button>
        </Dropdown>
      ) : null}
      {others.length > 0 ? (
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: others.map((entry) => ({ key: entry.name, label: say(entry.label) })),
            onClick: ({ key }) => ask({ record, action: others.find((entry) => entry.name === key)!, item: task }),
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<MoreOutlined aria-hidden />}
            aria-label={t(`“${task.title}”的更多操作`, `More for "${task.title}"`)}
          />
        </Dropdown>
      ) : null}
      {dialog}
    </li>
  )
}
