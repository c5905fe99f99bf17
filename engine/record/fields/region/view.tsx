import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useRegions } from './fetch-regions.ts'
import { showRegion } from './regions.ts'

export const regionView: FieldView = {
  Show({ value, isMasked }) {
    const { locale } = useLanguage()
    const known = useRegions()
    return <>{isMasked || !known ? (value as string) : showRegion(value as string, locale)}</>
  },
}
