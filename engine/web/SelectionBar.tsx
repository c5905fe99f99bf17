import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { ActionDescription, RecordDescription } from '#engine/record/describe.ts'
import { sizeOf, type Target } from './bulk-target.ts'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'

const BulkDialog = later(() => import('./BulkDialog.tsx').then((file) => file.BulkDialog))

/** What can be done to the rows that are selected; all that the list shows may be taken instead of the rows loaded so far. */
export function SelectionBar({
  record,
  selected,
  whole,
  isAllLoaded,
  isRecycled,
  onClear,
  onDone,
}: {
  record: RecordDescription
  selected: ReadonlySet<string>
  /** The whole result, where its number is known. */
  whole: { filter: unknown; q?: string | undefined; count: number } | undefined
  /** Every row loaded so far is selected. */
  isAllLoaded: boolean
  /** The selection lies in the recycle bin: all that can be done is to bring it back. */
  isRecycled: boolean
  onClear(): void
  onDone(): void
}) {
  const { t, say } = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const [doing, setDoing] = useState<{ action: ActionDescription | undefined } | null>(null)
  const target: Target = isWhole && whole ? { ...whole, ...(isRecycled ? { recycled: true } : {}) } : { ids: [...selected] }
  const recycle: ActionDescription = {
    name: `${record.name}.recycle`,
    label: { zh: '删除', en: 'Delete' },
    hint: { zh: '放入回收站，可以恢复', en: 'Goes to the recycle bin and can be restored' },
    fields: [],
  }
  const restore: ActionDescription = { name: `${record.name}.restore`, label: { zh: '恢复', en: 'Restore' }, fields: [] }
  const [first, second, ...more] = isRecycled ? [restore] : record.actions
  return (
    <footer className="zk-selection" role="toolbar" aria-label={t('所选记录的操作', 'Actions on the selection')}>
      <b>{t(`已选 ${sizeOf(target).toLocaleString()} 条`, `${sizeOf(target).toLocaleString()} selected`)}</b>
      {isAllLoaded && whole && whole.count > selected.size && !isWhole ? (
        <Button type="link" onClick={() => setWhole(true)}>
          {t(`选择全部 ${whole.count.toLocaleString()} 条`, `Select all ${whole.count.toLocaleString()}`)}
        </Button>
      ) : null}
      {record.can.bulk ? (
        <>
          {record.edit.length > 0 && !isRecycled ? (
            <Button onClick={() => setDoing({ action: undefined })}>{t('批量修改', 'Change')}</Button>
          ) : null}
          {[first, second]
            .filter((action) => action !== undefined)
            .map((action) => (
              <Button key={action.name} onClick={() => setDoing({ action })}>
                {say(action.label)}
              </Button>
            ))}
          {more.length > 0 ? (
            <Dropdown
              trigger={['click']}
              menu={{
                items: more.map((action) => ({ key: action.name, label: say(action.label) })),
                onClick: ({ key }) => setDoing({ action: more.find((action) => action.name === key) }),
              }}
            >
              <Button>{t('更多', 'More')}</Button>
            </Dropdown>
          ) : null}
          {record.can.recycle && !isRecycled ? (
            <Button danger onClick={() => setDoing({ action: recycle })}>
              {t('删除', 'Delete')}
            </Button>
          ) : null}
        </>
      ) : (
        <span className="zk-faint">{t('您没有批量操作的权限', 'You may not act in bulk')}</span>
      )}
      <span className="zk-spring" />
      <Button type="text" onClick={onClear}>
        {t('取消选择', 'Clear')}
      </Button>
      {doing ? (
        <BulkDialog
          record={record}
          action={doing.action}
          target={target}
          onDone={onDone}
          onClose={(hasRun) => {
            setDoing(null)
            if (hasRun) onClear()
          }}
        />
      ) : null}
    </footer>
  )
}
