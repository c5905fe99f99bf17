import { AnyLinkPicker } from '#engine/web/AnyLinkPicker.tsx'
import type { InputProps } from '#engine/web/field-view.ts'

export const LinkAnyInput = (props: InputProps) => <AnyLinkPicker {...props} />
