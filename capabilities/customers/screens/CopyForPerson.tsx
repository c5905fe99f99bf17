import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { download } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { useComplain } from '#engine/web/undo.tsx'

/** The workbook that is handed to whoever has asked what is kept about him. */
export function CopyForPerson({ item }: PanelProps) {
  const { t } = useLanguage()
  const complain = useComplain()
  const [isMaking, setMaking] = useState(false)
  const make = () => {
    setMaking(true)
    void download(`/subject-requests/${item.id}/copy`)
      .catch(complain)
      .finally(() => setMaking(false))
  }
  return (
    <section className="zk-copy">
      <Button icon={<DownloadOutlined />} loading={isMaking} onClick={make}>
        {t('下载副本', 'Download the copy')}
      </Button>
      <span className="zk-hint">
        {t(
          '本人的全部资料，交付前请核验身份；下载会记入操作记录。',
          'All that is kept about the person. Check the identity before handing it over; the download is logged.',
        )}
      </span>
    </section>
  )
}
