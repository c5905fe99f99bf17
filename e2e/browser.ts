import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const cache = path.resolve(import.meta.dirname, '../.cache')
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

interface Found {
  executablePath: string
  args: string[]
  env?: Record<string, string>
}

const isThere = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false

function onThisMachine(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...places].find(isThere)
}

/**
 * The browser that came with the packages, for machines without one. It unpacks itself into the temporary folder and takes whatever lies
 * there for finished; so it is given a folder of its own, which gets its name only when everything is in it.
 */
async function fromPackage(): Promise<Found> {
  const packed = path.resolve(import.meta.dirname, '../node_modules/@sparticuz/chromium')
  const { version } = JSON.parse(fs.readFileSync(path.join(packed, 'package.json'), 'utf8')) as { version: string }
  const folder = path.join(cache, `chromium-${version}`)
  if (!fs.existsSync(folder)) {
    const partial = `${folder}.${process.pid}`
    fs.mkdirSync(partial, { recursive: true })
    const before = process.env.TMPDIR
    process.env.TMPDIR = partial
    try {
      const { default: packaged, inflate } = await import('@sparticuz/chromium')
      await packaged.executablePath()
      await inflate(path.join(packed, 'bin/al2023.tar.br'))
    } finally {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
    }
    try {
      fs.renameSync(partial, folder)
    } catch (error) {
      // Somebody else has unpacked it meanwhile.
      if (!fs.existsSync(folder)) throw error
      fs.rmSync(partial, { recursive: true, force: true })
    }
  }
  const executablePath = path.join(folder, 'chromium')
  const env = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
  const libraries = path.join(folder, 'al2023', 'lib')
  const isLacking = execFileSync('ldd', [executablePath], { env, encoding: 'utf8' }).includes('not found')
  return {
    executablePath,
    args: ['--no-zygote', '--disable-gpu'],
    env: {
      ...env,
      ...(fs.existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') }),
      ...(isLacking ? { LD_LIBRARY_PATH: [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(path.delimiter) } : {}),
    },
  }
}

/** The packaged one is the same everywhere and made for running without a screen; it exists for one kind of machine. */
const isPackaged = process.platform === 'linux' && process.arch === 'x64'

async function findBrowser(): Promise<Found> {
  const wanted = process.env.CHROME_PATH
  const executablePath = wanted ?? (isPackaged ? undefined : onThisMachine())
  return executablePath && executablePath !== 'packaged' ? { executablePath, args: ['--disable-gpu'] } : fromPackage()
}

/** Starts a browser: the one that CHROME_PATH names, else the packaged one where it runs, else one of this machine. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser()
  return chromium.launch({
    executablePath,
    args: [...args, '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    ...(env ? { env } : {}),
  })
}
