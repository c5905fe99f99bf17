import { SettingOutlined } from '@ant-design/icons'
import { Button, Popover, Skeleton } from 'antd'
import type { DisplayProps } from './DisplayChoices.tsx'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'
import { phoneWidth, useNarrow } from './narrow.ts'

const DisplayChoices = later(() => import('./DisplayChoices.tsx').then((file) => file.DisplayChoices), {
  meanwhile: <Skeleton active className="zk-display" />,
})

/** The button behind which one chooses how a list is laid out. */
export function DisplayOptions(props: DisplayProps) {
  const { t } = useLanguage()
  const isPhone = useNarrow(phoneWidth)
  return (
    <Popover trigger="click" placement={isPhone ? 'bottom' : 'bottomRight'} arrow={false} content={<DisplayChoices {...props} />}>
      <Button icon={<SettingOutlined aria-hidden />} aria-label={t('显示方式', 'Display')} title={t('显示方式', 'Display')} />
    </Popover>
  )
}
