import { useBlocker } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useLanguage } from './language.tsx'

/** Asks before a page is left where what was typed would be lost. Where a draft keeps it nobody is asked. */
export function UnsavedGuard({ isUnkept }: { isUnkept(): boolean }) {
  const { t } = useLanguage()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnkept(),
    enableBeforeUnload: isUnkept,
    withResolver: true,
  })
  return (
    <Modal
      open={blocker.status === 'blocked'}
      title={t('有内容还没有保存', 'Something is not saved yet')}
      okText={t('离开并放弃', 'Leave and lose it')}
      okButtonProps={{ danger: true }}
      cancelText={t('继续填写', 'Stay')}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
      width={420}
    >
      {t('这里填写的内容不能留作草稿，离开后就没有了。', 'What you typed here cannot be kept as a draft; it is gone once you leave.')}
    </Modal>
  )
}
