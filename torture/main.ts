import { keepReport, readReport, writeTrust, type Figure, type Report } from './figures.ts'

/**
 * Hostile weather, repeatable: `npm run torture -- --only=kills,fuzz`. What each part has measured is kept under `.cache/torture`; `--write` puts
 * it into docs/trust.md.
 */
interface Part {
  name: string
  title: string
  run(report: Report, option: (name: string, fallback: string) => string): Promise<void>
}

const parts: Part[] = [
  { name: 'kills', title: 'Kills', run: async (report, option) => (await import('./kills.ts')).kills(report, option) },
  { name: 'away', title: 'Database gone, disk full, clocks that jump', run: async (report) => (await import('./away.ts')).away(report) },
  { name: 'nodes', title: 'Many nodes', run: async (report, option) => (await import('./nodes.ts')).nodes(report, option) },
  { name: 'crowd', title: 'Crowds and slow clients', run: async (report, option) => (await import('./crowd.ts')).crowd(report, option) },
  {
    name: 'fuzz',
    title: 'Every endpoint, asked anything',
    run: async (report, option) => (await import('./fuzz.ts')).fuzz(report, option),
  },
  { name: 'files', title: 'Files', run: async (report, option) => (await import('./files.ts')).files(report, option) },
  { name: 'attacks', title: 'Attacks', run: async (report, option) => (await import('./attacks.ts')).attacks(report, option) },
]

const option = (name: string, fallback: string) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback
const isWriting = process.argv.includes('--write')
const wanted = option('only', isWriting ? '' : parts.map(({ name }) => name).join())
  .split(',')
  .filter(Boolean)
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name))
if (unknown.length > 0) {
  console.error(`there is no ${unknown.join(', ')}: ${parts.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}

let isGood = true
for (const { name, title, run } of parts.filter((part) => wanted.includes(part.name))) {
  console.log(`\n=== ${title} ===`)
  const figures: Figure[] = []
  const begin = performance.now()
  await run(
    {
      add(what, figure, isThisGood) {
        figures.push({ what, figure, isGood: isThisGood })
        console.log(`${isThisGood ? '✓' : '✗'} ${what}\n    ${figure}`)
      },
    },
    option,
  ).catch((error: Error) => {
    figures.push({ what: 'the part itself', figure: error.message.split('\n')[0]!, isGood: false })
    console.error(error)
  })
  keepReport(name, (performance.now() - begin) / 1000, figures)
  isGood &&= figures.every((figure) => figure.isGood)
}
if (isWriting) {
  writeTrust(parts)
  console.log(parts.map(({ name }) => `${readReport(name) ? '✓' : '·'} ${name}`).join('\n'))
}
process.exit(isGood ? 0 : 1)
