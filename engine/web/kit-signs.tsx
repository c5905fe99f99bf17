import {
  CheckCircleFilled,
  CloseCircleFilled,
  DownOutlined,
  ExclamationCircleFilled,
  InfoCircleFilled,
  LoadingOutlined,
} from '@ant-design/icons'
import type { ConfigProviderProps } from 'antd'
import { TypeIcon as messageSigns } from 'antd/es/message/PurePanel'
import { TypeIcon as notificationSigns } from 'antd/es/notification/PurePanel'

const signs = {
  success: <CheckCircleFilled aria-hidden />,
  info: <InfoCircleFilled aria-hidden />,
  warning: <ExclamationCircleFilled aria-hidden />,
  error: <CloseCircleFilled aria-hidden />,
  loading: <LoadingOutlined aria-hidden spin />,
}

// Of these two the kit lets nobody choose the signs once for all.
Object.assign(messageSigns, signs)
Object.assign(notificationSigns, signs)

const boxSigns = { successIcon: signs.success, infoIcon: signs.info, warningIcon: signs.warning, errorIcon: signs.error }

/** The signs of the kit, which would tell their own names in English to whoever listens. Each stands beside words that say the same. */
export const kitSigns: Pick<ConfigProviderProps, 'select' | 'alert' | 'modal'> = {
  select: { suffixIcon: <DownOutlined aria-hidden />, loadingIcon: signs.loading },
  alert: boxSigns,
  modal: boxSigns,
}
