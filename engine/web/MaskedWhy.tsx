import { QuestionCircleOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useLanguage } from './language.tsx'

/** Why a value is masked and who can help, for whoever asks. */
export function MaskedWhy({ of, text }: { of: { zh: string; en: string }; text: string }) {
  const { t } = useLanguage()
  return (
    <Popover trigger="click" content={<p className="zk-masked-why">{text}</p>}>
      <Button
        type="text"
        size="small"
        icon={<QuestionCircleOutlined aria-hidden />}
        aria-label={t(`${of.zh}为什么脱敏`, `Why ${of.en.toLowerCase()} is masked`)}
      />
    </Popover>
  )
}
