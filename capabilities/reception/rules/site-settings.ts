import { usualSettings, type RulingSettings } from './settings.ts'

/** Settings as they are kept: per cent are exact text there. What is not kept is as usual. */
export function settingsOf(kept: object | null | undefined): RulingSettings {
  const settings: Record<string, unknown> = { ...usualSettings }
  for (const [name, usual] of Object.entries(usualSettings)) {
    const value = (kept as Record<string, unknown> | null | undefined)?.[name]
    if (value === null || value === undefined) continue
    settings[name] = typeof usual === 'number' ? Number(value) : value
  }
  return settings as unknown as RulingSettings
}
