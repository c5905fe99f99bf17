import type { InputProps } from '#engine/web/field-view.ts'
import { LinkPicker } from '#engine/web/LinkPicker.tsx'

export const LinksInput = (props: InputProps) => <LinkPicker {...props} isMany />
