import { Cascader } from 'antd'
import { useMemo } from 'react'
import { useClear } from '#engine/web/clear.ts'
import { inputState, type InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useRegions } from './fetch-regions.ts'
import { pathOf, showRegion, type Region, type Regions } from './regions.ts'

interface Option {
  value: string
  label: string
  region: Region
  children?: Option[]
}

const optionsOf = ({ below }: Regions, code: string, locale: 'zh' | 'en'): Option[] =>
  (below.get(code) ?? []).map((region) => {
    const children = optionsOf({ below } as Regions, region.code, locale)
    return {
      value: region.code,
      label: locale === 'zh' ? region.name : region.letters,
      region,
      ...(children.length > 0 ? { children } : {}),
    }
  })

const bare = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s']+/g, '')

/** By its name, by how it is spoken or the initials of that, or by its code. */
function isMeant(typed: string, { name, code, letters }: Region): boolean {
  if (/^\d+$/.test(typed)) return code.startsWith(typed)
  return name.includes(typed) || bare(letters).startsWith(bare(typed))
}

/** Words that are typed, each of which names a place on the way: "浙江 西湖", "zj xh". */
function isOnTheWay(typed: string, path: readonly Option[]): boolean {
  const last = path.at(-1)!.region
  const parts = typed.trim().split(/\s+/)
  return parts.every((part, i) => {
    const within = i === parts.length - 1 ? [last] : path.map(({ region }) => region)
    return within.some((region) => isMeant(part, region) || initialsOf(region).startsWith(bare(part)))
  })
}

/** The first letters of its syllables: Hangzhou is hz. */
const initials = /(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:[aeiouvü]+(?:ng|n|r)?(?![aeiouvü]))/g
const initialsOf = ({ letters }: Region): string => (bare(letters).match(initials) ?? []).map((syllable) => syllable[0]).join('')

export function RegionInput(props: InputProps) {
  const { id, value, onChange, field } = props
  const { t, locale } = useLanguage()
  const known = useRegions()
  const options = useMemo(() => (known ? optionsOf(known, '', locale) : []), [known, locale])
  const path = pathOf((value as string | null) ?? '').map(({ code }) => code)
  const clear = useClear(!field.required)
  return (
    <Cascader<Option>
      id={id}
      options={options}
      loading={!known}
      value={typeof value !== 'string' ? [] : path.at(-1) === value ? path : [...path, value]}
      onChange={(next) => onChange(next?.at(-1) ?? null)}
      changeOnSelect
      allowClear={clear}
      displayRender={() => (typeof value === 'string' ? showRegion(value, locale) : '')}
      showSearch={{
        filter: (typed, list) => isOnTheWay(typed, list as Option[]),
        // 杭州市 before whatever lies in a city that begins alike.
        sort: (a, b) => a.length - b.length,
        limit: 40,
        matchInputWidth: false,
        render: (_, list) => (list as Option[]).map(({ label }) => label).join(' '),
      }}
      placeholder={t('名称、拼音或代码', 'Name or code')}
      style={{ width: '100%' }}
      {...inputState(props)}
    />
  )
}
