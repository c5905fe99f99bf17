import { useNavigate } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useAct } from '#engine/web/act.tsx'
import { useAsking } from '#engine/web/asking.tsx'
import { FieldText } from '#engine/web/FieldText.tsx'
import { useLanguage } from '#engine/web/language.tsx'
import { RecordForm } from '#engine/web/RecordForm.tsx'
import { clockOf, stateOf, type Entry } from './entries.ts'

/** One entry with what can be done about it, its time among others: what dragging does, for keyboards and fingers. */
export function EntryWindow({ entry, onClose }: { entry: Entry; onClose(): void }) {
  const { t, say } = useLanguage()
  const navigate = useNavigate()
  const act = useAct()
  const { ask, dialog } = useAsking()
  const [isMoving, setMoving] = useState(false)
  const { record, item } = entry
  const place = record.calendar!
  const possible = entry.isForeseen ? [] : record.actions.filter((each) => item.can.do.includes(each.name))
  const times = record.fields.filter((field) => field.name === place.at || field.name === place.clock)
  const facts = [place.who, place.about, place.sort, place.repeats?.rule, stateOf(record)?.name]
    .flatMap((name) => record.fields.find((field) => field.name === name) ?? [])
    .filter((field) => (item[field.name] ?? null) !== null)
  if (dialog) return dialog
  return (
    <Modal open title={entry.title} onCancel={onClose} footer={null} destroyOnHidden width={440}>
      <p className="zk-hint">
        {say(record.words)} · {entry.day} {entry.start === null ? t('全天', 'all day') : clockOf(entry.start)}
        {entry.isLate ? t(' · 逾期', ' · late') : ''}
        {entry.isForeseen ? t(' · 预计的下一次，完成之前的才会生成', ' · foreseen; it is made when the one before is done') : ''}
      </p>
      <dl className="zk-facts">
        {facts.map((field) => (
          <div key={field.name}>
            <dt>{say(field.words)}</dt>
            <dd>
              <FieldText item={item} field={field} />
            </dd>
          </div>
        ))}
      </dl>
      {isMoving ? (
        <RecordForm
          fields={times}
          lines={[times.map((field) => field.name)]}
          initial={Object.fromEntries(times.map((field) => [field.name, item[field.name]]))}
          submit={t('保存', 'Save')}
          onCancel={() => setMoving(false)}
          onSubmit={async (input) => {
            const said = t(`“${entry.title}”已改时间`, `"${entry.title}" has another time`)
            if (Object.keys(input).length === 0 || (await act({ record, action: `${record.name}.edit`, item, input, said }))) onClose()
          }}
        />
      ) : (
        <div className="zk-entry-actions">
          {possible.slice(0, 4).map((each) => (
            <Button key={each.name} onClick={() => ask({ record, action: each, item, onDone: onClose })}>
              {say(each.label)}
            </Button>
          ))}
          {entry.isMovable ? <Button onClick={() => setMoving(true)}>{t('改时间', 'Change the time')}</Button> : null}
          <Button type="primary" onClick={() => void navigate({ to: '/$record/$id', params: { record: record.name, id: item.id } })}>
            {t('打开', 'Open')}
          </Button>
        </div>
      )}
    </Modal>
  )
}
