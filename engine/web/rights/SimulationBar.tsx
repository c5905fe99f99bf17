import { EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Description } from '#engine/record/describe.ts'
import { api } from '../api.ts'
import { useLanguage } from '../language.tsx'

/** Everything on the screen was read with other rights: the product begins anew. */
const beginAnew = () => location.assign('/')

/** Says all the time that one looks as somebody else, for how long, and how to stop. */
export function SimulationBar({ me, simulation }: { me: Description['me']; simulation: NonNullable<Description['simulation']> }) {
  const { t } = useLanguage()
  const until = Date.parse(simulation.until)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const beat = setInterval(() => setNow(Date.now()), 5000)
    return () => clearInterval(beat)
  }, [])
  const isOver = now >= until
  useEffect(() => {
    if (isOver) beginAnew()
  }, [isOver])
  const minutes = Math.max(1, Math.ceil((until - now) / 60_000))
  return (
    <div className="zk-simulation" role="status">
      <EyeOutlined aria-hidden />
      <span>
        <strong>{t(`正以“${me.name}”的身份查看`, `Looking as ${me.name}`)}</strong>{' '}
        {t(
          `只能看，不能改 · ${simulation.by} · ${simulation.reason} · 还剩 ${minutes} 分钟`,
          `read only · ${simulation.by} · ${simulation.reason} · ${minutes} min left`,
        )}
      </span>
      <Button size="small" onClick={() => void api.post('/simulation/end').then(beginAnew, beginAnew)}>
        {t('结束', 'Stop')}
      </Button>
    </div>
  )
}
