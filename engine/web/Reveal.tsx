import { EyeOutlined } from '@ant-design/icons'
import { App, Button, Input, Modal, Radio } from 'antd'
import { useEffect, useState } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { api, Problem } from './api.ts'
import { useLanguage } from './language.tsx'
import { viewOf } from './views.ts'

/** How long what was revealed stays on the screen. */
const shownFor = 60_000

/** Shows what is masked, after a reason has been given; the look stands in the record's history. */
export function Reveal({ record, item, field }: { record: RecordDescription; item: Item; field: FieldDescription }) {
  const { t, say } = useLanguage()
  const { message } = App.useApp()
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [other, setOther] = useState('')
  const [value, setValue] = useState<unknown>()
  useEffect(() => {
    if (value === undefined) return
    const timer = setTimeout(() => setValue(undefined), shownFor)
    return () => clearTimeout(timer)
  }, [value])
  const reasons = [t('回访客户', 'Calling the customer back'), t('核对信息', 'Checking the details'), t('处理投诉', 'Handling a complaint')]
  const given = reason === 'other' ? other.trim() : reason
  const look = async () => {
    try {
      const answer = await api.post<{ value: unknown }>(`/records/${record.name}/${item.id}/reveal`, { field: field.name, reason: given })
      setValue(answer.value ?? '')
      setAsking(false)
    } catch (error) {
      if (error instanceof Problem) message.error(error.message)
    }
  }
  if (value !== undefined) {
    const { Show } = viewOf(field.kind)
    return value === '' ? <>—</> : <Show value={value} field={field} />
  }
  const label = t(`查看${field.words.zh}`, `Reveal ${say(field.words).toLowerCase()}`)
  return (
    <>
      <span className="zk-masked">{String(item[field.name])}</span>
      <Button type="text" size="small" icon={<EyeOutlined aria-hidden />} aria-label={label} onClick={() => setAsking(true)} />
      <Modal
        open={isAsking}
        title={label}
        onCancel={() => setAsking(false)}
        okText={t('查看并记录', 'Reveal and record')}
        cancelText={t('取消', 'Cancel')}
        okButtonProps={{ disabled: given === '' }}
        onOk={() => void look()}
        width={420}
        destroyOnHidden
      >
        <p className="zk-hint">
          {t('谁在何时因何查看，会记入这条记录的历史。', 'Who looked, when and why stands in the history of this record.')}
        </p>
        <Radio.Group
          value={reason}
          onChange={(event) => setReason(event.target.value as string)}
          vertical
          options={[...reasons.map((text) => ({ value: text, label: text })), { value: 'other', label: t('其他原因', 'Another reason') }]}
        />
        {reason === 'other' ? (
          <Input
            value={other}
            onChange={(event) => setOther(event.target.value)}
            maxLength={200}
            aria-label={t('原因', 'Reason')}
            autoFocus
          />
        ) : null}
      </Modal>
    </>
  )
}
