import { RightOutlined } from '@ant-design/icons'

/** The sign of an entry behind which there are more; it says nothing that the entry does not say. */
export const submenuSign = <RightOutlined aria-hidden className="zk-submenu-sign" />
