import { EyeFilled, EyeOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Popover, Space } from 'antd'
import { api, type Problem } from './api.ts'
import { useLanguage } from './language.tsx'
import type { PanelProps } from './screens.ts'

interface Followers {
  following: boolean
  count: number
  items: { id: string; title: string }[]
}

/** Follows a record, or stops; beside it how many do, and who. */
export function FollowButton({ record, item }: PanelProps) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const path = `/records/${record.name}/${item.id}`
  const key = ['followers', record.name, item.id]
  const { data } = useQuery({ queryKey: key, queryFn: () => api.get<Followers>(`${path}/followers`), retry: false })
  if (!data) return null
  const toggle = () =>
    (data.following ? api.delete<Followers>(`${path}/follow`) : api.put<Followers>(`${path}/follow`)).then(
      (now) => client.setQueryData(key, now),
      (problem: Problem) => message.error(problem.message),
    )
  return (
    <Space.Compact className="zk-follow">
      <Button
        icon={data.following ? <EyeFilled aria-hidden /> : <EyeOutlined aria-hidden />}
        aria-pressed={data.following}
        onClick={() => void toggle()}
        title={data.following ? t('不再收到它的通知', 'Hear no more of it') : t('有变化时通知我', 'Tell me of changes')}
      >
        {data.following ? t('已关注', 'Following') : t('关注', 'Follow')}
      </Button>
      <Popover
        trigger="click"
        placement="bottomRight"
        title={t('关注的人', 'Followers')}
        content={
          data.items.length === 0 ? (
            <span className="zk-faint">{t('还没有人关注', 'Nobody yet')}</span>
          ) : (
            <ul className="zk-followers">
              {data.items.map((user) => (
                <li key={user.id}>
                  <Link to="/$record/$id" params={{ record: 'user', id: user.id }}>
                    {user.title}
                  </Link>
                </li>
              ))}
              {data.count > data.items.length ? <li className="zk-faint">{t(`等 ${data.count} 人`, `${data.count} in all`)}</li> : null}
            </ul>
          )
        }
      >
        <Button className="zk-number" aria-label={t(`${data.count} 人关注，查看是谁`, `${data.count} followers, see who`)}>
          {data.count}
        </Button>
      </Popover>
    </Space.Compact>
  )
}
