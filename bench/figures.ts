import type { Load } from './load.ts'

/** The table that a benchmark prints: each figure beside its limit of the same run, and what was to be reached. */
export class Figures {
  readonly rows: { what: string; figure: string; limit: string; wanted: string; isReached: boolean }[] = []

  #add(row: (typeof this.rows)[number]): void {
    this.rows.push(row)
    console.log(
      `${row.isReached ? '✓' : '✗'} ${row.what}\n    ${row.figure}${row.limit ? `  |  limit ${row.limit}` : ''}${row.wanted ? `  |  wanted ${row.wanted}` : ''}`,
    )
  }

  rate(
    what: string,
    load: Load,
    { limit, atLeast, ofLimit, p95 }: { limit?: Load; atLeast?: number; ofLimit?: number; p95?: number },
  ): void {
    const failed = Object.keys(load.failed).length > 0 ? ` FAILED ${JSON.stringify(load.failed)}` : ''
    const ratio = limit ? load.rate / limit.rate : undefined
    const wanted = [
      atLeast === undefined ? '' : `≥ ${atLeast}/s`,
      ofLimit === undefined ? '' : `≥ ${ofLimit.toFixed(2)} of the limit`,
      p95 === undefined ? '' : `p95 ≤ ${p95} ms`,
    ]
      .filter(Boolean)
      .join(', ')
    this.#add({
      what,
      figure:
        load.count === 0
          ? `no answer in the time${failed}`
          : `${load.rate.toFixed(0)}/s, p50 ${load.p50.toFixed(1)} ms, p95 ${load.p95.toFixed(1)} ms${failed}`,
      limit: limit ? `${limit.rate.toFixed(0)}/s, p95 ${limit.p95.toFixed(1)} ms → ${ratio!.toFixed(2)}` : '',
      wanted,
      // What was not answered once in the time is not fast.
      isReached:
        load.count > 0 &&
        !failed &&
        (atLeast === undefined || load.rate >= atLeast) &&
        (ofLimit === undefined || ratio === undefined || ratio >= ofLimit) &&
        (p95 === undefined || load.p95 <= p95),
    })
  }

  plain(what: string, figure: string, wanted: string, isReached: boolean, limit = ''): void {
    this.#add({ what, figure, limit, wanted, isReached })
  }

  markdown(title: string): string {
    return [
      `## ${title}`,
      '',
      '| what | figure | limit | wanted | |',
      '|---|---|---|---|---|',
      ...this.rows.map((row) => `| ${row.what} | ${row.figure} | ${row.limit} | ${row.wanted} | ${row.isReached ? '✓' : '✗'} |`),
      '',
    ].join('\n')
  }
}
