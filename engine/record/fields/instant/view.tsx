import type { FieldView } from '#engine/web/field-view.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'

export const instantView: FieldView = {
  Show: ({ value }) => (
    <time className="zk-number" dateTime={value as string}>
      {showInstant(value as string, companyZone)}
    </time>
  ),
}
