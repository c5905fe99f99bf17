import type { InputProps } from '#engine/web/field-view.ts'
import { LinkText } from '#engine/web/LinkText.tsx'

export const LinkAnyInput = ({ value }: InputProps) => (value ? <LinkText value={value} to={(value as { record: string }).record} /> : null)
