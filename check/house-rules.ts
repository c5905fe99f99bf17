import fs from 'node:fs'
import path from 'node:path'
import { builtinModules } from 'node:module'

/** One file of the product with what it imports. */
export interface Source {
  /** Path from the root of the repository, with slashes. */
  file: string
  text: string
  imports: { from: string; line: number; isType: boolean }[]
}

/** A rule of the house that a file breaks, and what to do about it. */
export interface Fault {
  file: string
  line: number
  text: string
}

const importPattern = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm

/** Reads one source: its imports and the lines they stand on. `import { type A }` counts as an import of values. */
export function readSource(file: string, text: string): Source {
  const imports: Source['imports'] = []
  for (const match of text.matchAll(importPattern)) {
    const from = match[2] ?? match[3]!
    imports.push({ from, line: text.slice(0, match.index).split('\n').length, isType: match[1] !== undefined })
  }
  return { file, text, imports }
}

/** All sources of the product. */
export function readSources(root: string): Source[] {
  const found: Source[] = []
  const walk = (folder: string) => {
    for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = `${folder}/${entry.name}`
      if (entry.isDirectory()) walk(file)
      else if (/\.tsx?$/.test(entry.name)) found.push(readSource(file, fs.readFileSync(path.join(root, file), 'utf8')))
    }
  }
  for (const folder of ['app', 'engine', 'capabilities', 'check', 'bench', 'e2e', 'torture'])
    if (fs.existsSync(path.join(root, folder))) walk(folder)
  return found
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('app/test/')
const isBrowser = (file: string) =>
  file.endsWith('.tsx') ||
  file === 'app/screens.ts' ||
  file.startsWith('engine/web/') ||
  /^capabilities\/[^/]+\/(screens|rules|records)\//.test(file)
const capabilityOf = (file: string) => /^capabilities\/([^/]+)\//.exec(file)?.[1]
const layerOf = (file: string) => /^capabilities\/[^/]+\/([^/]+)\//.exec(file)?.[1]

/** Where an import leads, as a path from the root; undefined for packages. */
export function resolveImport(file: string, from: string): string | undefined {
  if (from.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file), from))
  if (from === '#test') return 'app/test/company.ts'
  const engine = /^#engine\/(.+)$/.exec(from)?.[1]
  if (engine) return `engine/${engine}`
  const capability = /^#cap\/(.+)$/.exec(from)?.[1]
  if (capability) return `capabilities/${capability}/index.ts`
  const screens = /^#screens\/(.+)$/.exec(from)?.[1]
  if (screens) return `capabilities/${screens}/screens/index.tsx`
  return undefined
}

/** What each layer of a capability may import values from, within its capability; "engine" stands for the pure parts of the engine. */
const layers: Record<string, { own: string[]; engine: RegExp; remedy: string }> = {
  rules: {
    own: ['rules'],
    engine: /^engine\/(text|time|match|record\/field\.ts)/,
    remedy: 'a rule takes values and answers a value: state the shape it needs and pass everything in',
  },
  records: {
    own: ['records', 'rules'],
    engine: /^engine\/(record|text|access\/(rules|actor)\.ts|time)/,
    remedy: 'a record is data: what it needs belongs into a rule, an action or the engine',
  },
  actions: {
    own: ['records', 'rules', 'actions', 'queries.ts', 'events.ts', 'notices.ts'],
    engine: /^engine\/(?!web|http)/,
    remedy: 'an action knows records, rules and queries; what reacts to it stands in reactions.ts',
  },
  screens: {
    own: ['screens', 'rules', 'records'],
    engine: /^engine\/(web|record|text|time|access\/rules\.ts)/,
    remedy:
      'a screen takes values from screens, rules and records only, else the database driver ends up in the browser; import types with `import type`',
  },
}

const forbiddenNames = /(^|\/)(utils?|helpers?|common|services?|managers?|types|constants)(\.tsx?|\/)/

type Rule = (source: Source, all: Map<string, Source>, ranks: ReadonlyMap<string, number>) => Fault[]

const fault = (source: Source, line: number, text: string): Fault => ({ file: source.file, line, text })
const onImports = (source: Source, find: (entry: Source['imports'][number], target: string | undefined) => string | undefined): Fault[] =>
  source.imports.flatMap((entry) => {
    const text = find(entry, resolveImport(source.file, entry.from))
    return text ? [fault(source, entry.line, text)] : []
  })

/** The rules, by name. Each names the remedy in what it says. */
export const houseRules: Record<string, Rule> = {
  'the engine has never heard of a capability': (source) =>
    source.file.startsWith('engine/') && !isTest(source.file)
      ? onImports(source, (entry, target) =>
          target && !target.startsWith('engine/')
            ? `the engine imports ${entry.from}: declare what it needs in the engine and let the capability fill it in`
            : undefined,
        )
      : [],
  'a capability imports downward, and only a face': (source, _, ranks) => {
    const own = capabilityOf(source.file)
    if (!own || isTest(source.file)) return []
    return onImports(source, (entry, target) => {
      if (!target || target.startsWith('engine/')) return undefined
      const other = capabilityOf(target)
      if (!other) return `${entry.from} lies outside the capability: only the engine and faces of lower capabilities may be imported`
      if (other === own) return undefined
      if (entry.from.startsWith('.')) return `reach ${other} by its face: #cap/${other}`
      return (ranks.get(other) ?? 99) < (ranks.get(own) ?? -1)
        ? undefined
        : `${other} stands no lower than ${own}: react to its events, or move the action into the higher capability`
    })
  },
  'layers of a capability know only those below': (source) => {
    const layer = layers[layerOf(source.file) ?? '']
    const own = capabilityOf(source.file)
    if (!layer || isTest(source.file)) return []
    return onImports(source, (entry, target) => {
      if (entry.isType) return undefined
      if (!target) return layerOf(source.file) === 'rules' ? `a rule imports the package ${entry.from}: ${layer.remedy}` : undefined
      if (target.startsWith('engine/')) return layer.engine.test(target) ? undefined : `${entry.from}: ${layer.remedy}`
      if (capabilityOf(target) !== own) return undefined
      // A part of a capability in a folder of its own has queries of its own.
      const place = target.endsWith('/queries.ts') ? 'queries.ts' : target.split('/')[2]!
      return layer.own.includes(place) ? undefined : `${entry.from}: ${layer.remedy}`
    })
  },
  'rules are pure': (source) => {
    if (layerOf(source.file) !== 'rules' || isTest(source.file)) return []
    return source.text.split('\n').flatMap((line, i) => {
      const found = /\b(Date\.now|new Date\(\)|Math\.random|process\.|fetch\(|await )/.exec(line)
      return found ? [fault(source, i + 1, `"${found[1]}" in a rule: pass the clock, the chance and the data in as values`)] : []
    })
  },
  'browser code reaches no server code': (source, all) => {
    if (source.file !== 'app/web.tsx') return []
    const faults: Fault[] = []
    const seen = new Set<string>()
    const walk = (file: string, way: string[]) => {
      if (seen.has(file)) return
      seen.add(file)
      for (const entry of all.get(file)?.imports ?? []) {
        if (entry.isType) continue
        const bare = entry.from.replace(/^node:/, '')
        if (entry.from.startsWith('node:') || builtinModules.includes(bare) || ['pg', 'fastify', 'pg-boss', 'pino'].includes(entry.from))
          faults.push({
            file,
            line: entry.line,
            text: `the browser would get ${entry.from} by ${[...way, file].join(' → ')}: import the type only, or move the pure part into a file of its own`,
          })
        const target = resolveImport(file, entry.from)
        if (target) walk(target, [...way, file])
      }
    }
    walk(source.file, [])
    return faults
  },
  'server files import no .tsx': (source) =>
    isBrowser(source.file) || isTest(source.file) || source.file.startsWith('e2e/') || source.file.startsWith('torture/')
      ? []
      : onImports(source, (entry, target) =>
          target?.endsWith('.tsx') && !entry.isType ? `${entry.from}: Node cannot read a .tsx; move what is shared into a .ts` : undefined,
        ),
  'a field kind is reached through fields/index.ts': (source) =>
    source.file.startsWith('engine/record/fields/') || source.file.startsWith('engine/store/column') || isTest(source.file)
      ? []
      : onImports(source, (entry, target) =>
          !entry.isType && target && /^engine\/record\/fields\/[^/]+\/(index|column)\.ts$/.test(target)
            ? `import from #engine/record/fields/index.ts: another entrance makes a circle of modules`
            : undefined,
        ),
  'hand-written SQL of a capability stands in queries.ts': (source) =>
    capabilityOf(source.file) && !source.file.endsWith('/queries.ts') && !isTest(source.file)
      ? onImports(source, (entry, target) =>
          target?.startsWith('engine/store/') && !entry.isType ? `${entry.from}: move the statement into queries.ts` : undefined,
        )
      : [],
  'only engine/http knows the web framework': (source) =>
    source.file.startsWith('engine/http/')
      ? []
      : onImports(source, (entry) =>
          /^(fastify|@fastify\/.+)$/.test(entry.from) && !entry.isType ? `${entry.from} belongs into engine/http` : undefined,
        ),
  'a file is named after what it exports': (source) => {
    const name = path.posix.basename(source.file)
    if (forbiddenNames.test(source.file))
      return [fault(source, 1, `${name}: a thing lives with what it is about; give the file the name of that`)]
    const isRight = name.endsWith('.tsx')
      ? /^([A-Z][A-Za-z]*|[a-z][a-z-]*)(\.test)?\.tsx$/.test(name)
      : /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|db\.test|story\.test|config|d))?\.ts$/.test(name)
    return isRight ? [] : [fault(source, 1, `${name}: kebab-case for files, PascalCase for components`)]
  },
  'a file is short enough to be read': (source) => {
    const lines = source.text.split('\n').length
    return lines > longest && !isTest(source.file)
      ? [fault(source, longest, `${lines} lines: split it by what it is about (aim at 120, at most ${longest})`)]
      : []
  },
  'nothing is left undone silently': (source) =>
    source.file.startsWith('check/')
      ? []
      : source.text.split('\n').flatMap((line, i) => {
          const found = /\b(TODO|FIXME|XXX)\b|\b(it|test|describe)\.(skip|only|todo)\(|@ts-ignore|@ts-nocheck/.exec(line)
          return found ? [fault(source, i + 1, `"${found[0]}": do it, or write it down as an issue`)] : []
        }),
}

const longest = 320

/** Applies every rule to every source. */
export function applyHouseRules(sources: readonly Source[], ranks: ReadonlyMap<string, number>): Map<string, Fault[]> {
  const all = new Map(sources.map((source) => [source.file, source]))
  return new Map(Object.entries(houseRules).map(([name, rule]) => [name, sources.flatMap((source) => rule(source, all, ranks))]))
}
