import { Drawer } from 'antd'
import { useLanguage } from './language.tsx'
import { Rail, type Menu, type Sections } from './Rail.tsx'

/** The rest of a phone's menu. */
export function MoreSheet({ menu, sections, onClose }: { menu: Menu; sections: Sections; onClose(): void }) {
  const { t } = useLanguage()
  return (
    <Drawer open placement="bottom" size="auto" title={t('更多', 'More')} onClose={onClose} className="zk-more-sheet">
      <Rail menu={menu} sections={sections} isNarrow={false} onChosen={onClose} />
    </Drawer>
  )
}
