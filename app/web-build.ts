import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { transformWithOxc, type Plugin } from 'vite'

const publicFolder = path.resolve(import.meta.dirname, 'public')
const source = path.resolve(import.meta.dirname, '../engine/web/service-worker.ts')

/**
 * Names the build by what is in it, in the page that is served; and writes the service worker, which keeps the files that every page
 * needs under that name.
 */
export const namedBuild = (): Plugin => ({
  name: 'zhike-named-build',
  apply: 'build',
  enforce: 'post',
  async generateBundle(_, bundle) {
    // Files of the bundle are named by their content; the others tell theirs.
    const digest = createHash('sha256').update(Object.keys(bundle).sort().join())
    for (const name of fs.readdirSync(publicFolder).sort()) digest.update(fs.readFileSync(path.join(publicFolder, name)))
    const build = digest.digest('hex').slice(0, 12)
    const page = bundle['index.html']
    if (page?.type !== 'asset') throw new Error('the build has no index.html')
    page.source = String(page.source).replace('</head>', `  <meta name="build" content="${build}" />\n  </head>`)
    const needed = [...page.source.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1])
    const shell = JSON.stringify({ build, files: [...new Set(needed), '/icon.svg', '/offline.html'] })
    const { code } = await transformWithOxc(fs.readFileSync(source, 'utf8'), source)
    this.emitFile({ type: 'asset', fileName: 'sw.js', source: `const shell = ${shell}\n${code}` })
  },
})

/** Writes each file twice more, compressed, so that nobody compresses it while somebody waits. */
export const compressedFiles = (): Plugin => ({
  name: 'zhike-compressed-files',
  apply: 'build',
  enforce: 'post',
  async writeBundle({ dir }, bundle) {
    const names = Object.keys(bundle).filter((name) => /^assets\/.+\.(js|css)$/.test(name))
    await Promise.all(
      names.map(async (name) => {
        const file = path.join(dir!, name)
        const content = fs.readFileSync(file)
        const small = await promisify(brotliCompress)(content, {
          // The last step up to 11 makes files one percent smaller and takes three times as long.
          params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
        })
        fs.writeFileSync(`${file}.br`, small)
        fs.writeFileSync(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
      }),
    )
  },
})
