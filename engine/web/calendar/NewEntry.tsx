import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { NewRecord } from '#engine/web/NewRecord.tsx'
import { useRefresh } from '#engine/web/refresh.ts'
import { clockOf, valuesAt, type Spot } from './entries.ts'

/** Makes something at a spot of the calendar: asks what, where there is a choice, then for the rest. */
export function NewEntry({ records, spot, onClose }: { records: readonly RecordDescription[]; spot: Spot; onClose(): void }) {
  const { t } = useLanguage()
  const refresh = useRefresh()
  const [chosen, setChosen] = useState(records.length === 1 ? records[0] : undefined)
  if (chosen)
    return (
      <NewRecord
        record={chosen}
        initial={valuesAt(chosen, spot)}
        onClose={onClose}
        onDone={() => {
          refresh(chosen)
          onClose()
        }}
      />
    )
  return (
    <Modal
      open
      title={t(
        `${spot.day}${spot.start === null ? '' : ` ${clockOf(spot.start)}`} 新建`,
        `New on ${spot.day}${spot.start === null ? '' : ` at ${clockOf(spot.start)}`}`,
      )}
      onCancel={onClose}
      footer={null}
      width={360}
    >
      <div className="zk-entry-actions">
        {records.map((record) => (
          <Button key={record.name} onClick={() => setChosen(record)}>
            {t(record.words.zh, record.words.en)}
          </Button>
        ))}
      </div>
    </Modal>
  )
}
