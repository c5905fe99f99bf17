import type { FieldView } from '#engine/web/field-view.ts'
import { showPhone } from './number.ts'

export const phoneView: FieldView = {
  takesText: true,
  Show: ({ value, isMasked }) =>
    isMasked ? (
      <span className="zk-number">{value as string}</span>
    ) : (
      <a className="zk-number" href={`tel:${(value as string).split(';')[0]}`} onClick={(event) => event.stopPropagation()}>
        {showPhone(value as string)}
      </a>
    ),
}
