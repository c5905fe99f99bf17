import { Input } from 'antd'
import { useState } from 'react'
import type { InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { showPhone } from './number.ts'

export function PhoneInput({ id, value, onChange, isBad, disabled }: InputProps) {
  // What is stored is shown grouped; what is being typed stays as it is typed.
  const { locale } = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const stored = (value as string | null) ?? ''
  return (
    <Input
      id={id}
      inputMode="tel"
      autoComplete="off"
      value={typed ?? (stored.startsWith('+') ? showPhone(stored, locale) : stored)}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(event.target.value)
      }}
      {...(isBad ? { status: 'error' as const } : {})}
      disabled={disabled ?? false}
    />
  )
}
