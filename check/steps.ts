import { spawn } from 'node:child_process'
import path from 'node:path'

export const root: string = path.resolve(import.meta.dirname, '..')

/** What became of one check. */
export interface Verdict {
  name: string
  ok: boolean
  /** What it said where it failed. */
  said: string
  seconds: number
}

/** Runs a program of the checkout and hands back what it printed. */
export function run(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  show = false,
): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', file), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    const hear = (chunk: Buffer) => {
      out += chunk.toString()
      if (show) process.stdout.write(chunk)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => resolve({ code: 1, out: String(error) }))
    child.on('close', (code) => resolve({ code: code ?? 1, out }))
  })
}

/** Runs one check and says how it went. `work` answers what is wrong; an empty text is a pass. */
export async function step(name: string, work: () => Promise<string> | string): Promise<Verdict> {
  const begin = performance.now()
  let said: string
  try {
    said = (await work()).trim()
  } catch (error) {
    said = (error as Error).stack ?? String(error)
  }
  const seconds = (performance.now() - begin) / 1000
  console.log(`${said ? '✗' : '✓'} ${name} (${seconds.toFixed(1)} s)${said ? `\n${said.replace(/^/gm, '    ')}` : ''}`)
  return { name, ok: said === '', said, seconds }
}

/** A program as a check: its words where it fails. */
export const program =
  (file: string, ...args: string[]) =>
  async (): Promise<string> => {
    const { code, out } = await run(file, args)
    return code === 0 ? '' : out || `ended with ${code}`
  }
