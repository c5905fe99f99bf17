import { useRouterState } from '@tanstack/react-router'
import { Button, Tour, type TourStepProps } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Description } from '#engine/record/describe.ts'
import { useLanguage } from './language.tsx'
import { keepTourSeen } from './tour-seen.ts'

interface Stop {
  at: string
  title: string
  text: string
  place?: TourStepProps['placement']
}

/** What a newcomer is shown, by what his roles have use for. */
function useStops(me: Description['me']): Stop[] {
  const { t } = useLanguage()
  const isAdministrator = me.roles.includes('administrator')
  return [
    {
      at: '.zk-rail ul',
      title: t('今天的工作在这里', 'The work of the day is here'),
      text: isAdministrator
        ? t(
            '下面几项管理用户、角色和自定义字段，只有管理员看得到。',
            'The lower entries manage users, roles and custom fields; only administrators see them.',
          )
        : t('只列出您的角色用得到的内容。', 'Only what your roles have use for is listed.'),
      place: 'right',
    },
    {
      at: '.zk-search',
      title: t('找任何人、任何事', 'Find anybody and anything'),
      text: t('输入名称里的两个字、拼音首字母或完整号码。', 'Type two characters of a name, initials, or a whole number.'),
      place: 'bottomLeft',
    },
    {
      at: '.zk-today .zk-quick',
      title: t('今天要办的', 'What is to be done today'),
      text: t(
        '记下一件事，按回车；同事交给您的也在下面，办完就勾掉。',
        'Note something and press Enter; what colleagues give you is below. Tick off what is done.',
      ),
      place: 'bottom',
    },
    {
      at: '.zk-table [data-index="0"], .zk-list .zk-quiet',
      title: me.roles.includes('collaborator') ? t('共享给您的客户', 'What is shared with you') : t('您看得到的记录', 'What you may see'),
      text: t('点一行打开；按空格快速查看，按 J 和 K 移动。', 'Click a row to open it; Space peeks at it, J and K move.'),
      place: 'bottom',
    },
    {
      at: '.zk-list-head .ant-btn-primary',
      title: t('登记新的', 'Enter a new one'),
      text: t('也可以按 N。已经登记过的号码会提醒您。', 'Or press N. You are told when a number is registered already.'),
      place: 'bottomRight',
    },
    {
      at: '.zk-me',
      title: t('要帮忙时', 'When you need help'),
      text: t('这里有全部快捷键，也可以再看一遍导览。', 'All keys are here, and this tour once more.'),
      place: 'bottomRight',
    },
  ]
}

/** What has to be on the screen before somebody can be shown around: the first task of the day, or the first row of a list. */
const begins = '.zk-today .zk-quick, .zk-table [data-index="0"], .zk-list .zk-quiet'

/** Shows a newcomer around in a few steps, lies over nothing that he may want to click, and never comes back by itself. */
export function FirstTour({ me, onClose }: { me: Description['me']; onClose(): void }) {
  const { t } = useLanguage()
  const stops = useStops(me)
  const [there, setThere] = useState<Stop[] | null>(null)
  const [at, setAt] = useState(0)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [begun, setBegun] = useState(path)
  const end = useEffectEvent(onClose)
  // What one works with has to be there before one can point at it; what this reader does not have is left out.
  const isReady = useRouterState({ select: ({ status }) => status === 'idle' })
  useEffect(() => {
    if (!isReady || there) return
    const look = () => {
      if (!document.querySelector(begins)) return
      keepTourSeen(me.id)
      setBegun(location.pathname)
      setThere(stops.filter((stop) => document.querySelector(stop.at)))
    }
    const watch = new MutationObserver(look)
    watch.observe(document.body, { childList: true, subtree: true })
    look()
    return () => watch.disconnect()
  }, [isReady, there, stops, me.id])
  // Whoever goes elsewhere has found his way.
  useEffect(() => {
    if (there && path !== begun) end()
  }, [there, path, begun])
  if (!there) return null
  return (
    <Tour
      open
      mask={false}
      current={at}
      onChange={setAt}
      onClose={onClose}
      className="zk-tour"
      steps={there.map(({ at: selector, title, text, place }) => ({
        title,
        description: text,
        target: () => document.querySelector<HTMLElement>(selector)!,
        ...(place ? { placement: place } : {}),
      }))}
      actionsRender={() => (
        <>
          <Button type="text" size="small" onClick={onClose}>
            {t('跳过', 'Skip')}
          </Button>
          <Button type="primary" size="small" onClick={() => (at === there.length - 1 ? onClose() : setAt(at + 1))}>
            {at === there.length - 1 ? t('知道了', 'Got it') : t('下一步', 'Next')}
          </Button>
        </>
      )}
    />
  )
}
