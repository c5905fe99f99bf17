import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const root: string = path.resolve(import.meta.dirname, '..')

/** One line of a report: what was done, and what came of it. */
export interface Figure {
  what: string
  figure: string
  isGood: boolean
}

/** What one part has measured, with the circumstances that a figure means nothing without. */
export interface PartReport {
  part: string
  at: string
  commit: string
  machine: string
  seconds: number
  figures: Figure[]
}

const kept = path.join(root, '.cache', 'torture')
const fileOf = (part: string) => path.join(kept, `${part}.json`)

const commit = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}

/** Gathers what a part has to say, and says it as it comes. */
export interface Report {
  add(what: string, figure: string, isGood: boolean): void
}

export function keepReport(part: string, seconds: number, figures: Figure[]): void {
  fs.mkdirSync(kept, { recursive: true })
  const report: PartReport = {
    part,
    at: new Date().toISOString().slice(0, 10),
    commit: commit(),
    machine: `${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 1_073_741_824)} GB`,
    seconds: Math.round(seconds),
    figures,
  }
  fs.writeFileSync(fileOf(part), `${JSON.stringify(report, null, 1)}\n`)
}

export const readReport = (part: string): PartReport | undefined =>
  fs.existsSync(fileOf(part)) ? (JSON.parse(fs.readFileSync(fileOf(part), 'utf8')) as PartReport) : undefined

const begin = '<!-- torture: written by `npm run torture -- --write`, not by hand -->'
const end = '<!-- /torture -->'

/** Puts the figures of all parts that have been run into the section of docs/trust.md that is theirs. */
export function writeTrust(parts: readonly { name: string; title: string }[]): void {
  const file = path.join(root, 'docs', 'trust.md')
  const text = fs.readFileSync(file, 'utf8')
  const sections = parts.flatMap(({ name, title }) => {
    const report = readReport(name)
    if (!report) return []
    const rows = report.figures.map(({ what, figure, isGood }) => `| ${what} | ${figure} | ${isGood ? '✓' : '✗'} |`)
    return [
      `### ${title}`,
      '',
      `\`npm run torture -- --only=${name}\`, ${report.at}, version ${report.commit}, ${report.machine}, ${report.seconds} s.`,
      '',
      '| what | came of it | |',
      '| --- | --- | --- |',
      ...rows,
      '',
    ]
  })
  const section = `${begin}\n\n${sections.join('\n')}\n${end}`
  const at = text.indexOf(begin)
  const rest = at < 0 ? '' : text.slice(text.indexOf(end) + end.length)
  const before = at < 0 ? `${text.trimEnd()}\n\n## Hostile weather\n\n` : text.slice(0, at)
  fs.writeFileSync(file, `${before}${section}${rest || '\n'}`)
  execFileSync(process.execPath, [path.join(root, 'node_modules/oxfmt/bin/oxfmt'), file])
}
