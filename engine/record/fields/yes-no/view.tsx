import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'

export const yesNoView: FieldView = {
  Show({ value }) {
    const { t } = useLanguage()
    return <span className={value ? undefined : 'zk-faint'}>{value ? t('是', 'Yes') : t('否', 'No')}</span>
  },
}
