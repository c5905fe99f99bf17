import { Avatar } from 'antd'
import type { Present } from '#engine/access/presence.ts'
import { useLanguage } from './language.tsx'
import { usePresent } from './presence.ts'

const most = 3

/** The others at a record, with what they do. Nothing while one is alone. */
export function PresentPeople({ record, id }: { record: string; id: string }) {
  const { t } = useLanguage()
  const people = usePresent(record, id)
  const said = ({ name, doing }: Present) =>
    doing === 'editing' ? t(`${name} 正在编辑`, `${name} is editing`) : t(`${name} 正在查看`, `${name} is viewing`)
  const rest = people.length - most
  return (
    <div className="zk-present" role="status">
      {people.slice(0, most).map((person) => (
        <span key={person.id} className={person.doing === 'editing' ? 'zk-present-editing' : undefined}>
          <Avatar size={20} aria-hidden>
            {person.name.slice(0, 1)}
          </Avatar>
          {said(person)}
        </span>
      ))}
      {rest > 0 ? <span>{t(`另有 ${rest} 人`, `and ${rest} more`)}</span> : null}
    </div>
  )
}
