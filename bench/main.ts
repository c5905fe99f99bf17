import { measureDoor } from './door.ts'
import { Figures } from './figures.ts'
import { measureImport } from './import.ts'
import { measureCursors, measureFilters, measureLists } from './lists.ts'
import { measurePools } from './pools.ts'
import { measureScreens } from './screens.ts'
import { measureSearch } from './search.ts'
import { measureSegments } from './segments.ts'
import { seededFolder, setStage } from './stage.ts'
import { measureStarts, measureWrites } from './writes.ts'

const option = (name: string, fallback: string) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback
const sizes = option('customers', '100000,1000000').split(',').map(Number)
const seconds = Number(option('seconds', '4'))
const parts = option('only', 'lists,cursors,filters,segments,search,screens,door,writes,pools,starts,import').split(',')

const out: string[] = []
// An import goes into an empty base of its own.
for (const size of parts.some((part) => part !== 'import') ? sizes : []) {
  console.log(`\n=== ${size.toLocaleString('en')} customers ===`)
  const folder = option('folder', '') || (await seededFolder(size, (text) => console.log(`  ${text}`)))
  const stage = await setStage(folder)
  const figures = new Figures()
  try {
    if (parts.includes('lists')) await measureLists(stage, figures, seconds)
    if (parts.includes('cursors')) await measureCursors(stage, figures, seconds)
    if (parts.includes('filters')) await measureFilters(stage, figures, Math.min(seconds, 1.5))
    if (parts.includes('segments')) await measureSegments(stage, figures, seconds)
    if (parts.includes('search')) await measureSearch(stage, figures, Math.min(seconds, 3))
    if (parts.includes('screens')) await measureScreens(stage.port, stage.actors.director.token, figures, seconds)
    if (parts.includes('door')) await measureDoor(stage, figures, seconds)
    if (parts.includes('writes')) await measureWrites(stage, figures, seconds)
    if (parts.includes('pools')) await measurePools(figures, folder)
  } finally {
    await stage.close()
  }
  if (parts.includes('starts')) await measureStarts(figures, folder, seconds)
  out.push(figures.markdown(`${size.toLocaleString('en')} customers`))
}
if (parts.includes('import')) {
  const figures = new Figures()
  await measureImport(figures, Number(option('rows', '100000')))
  out.push(figures.markdown('Import'))
}
console.log(`\n${out.join('\n')}`)
process.exit(0)
