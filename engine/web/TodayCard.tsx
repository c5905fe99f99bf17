import type { ReactNode } from 'react'

/** The frame of one card of today: a heading, how many, and what one can do with all of it. */
export function TodayCard({ title, count, more, children }: { title: string; count?: number; more?: ReactNode; children: ReactNode }) {
  return (
    <section className="zk-today-card" aria-label={title}>
      <header>
        <h2>
          {title}
          {count === undefined ? null : <span className="zk-count"> {count}</span>}
        </h2>
        {more}
      </header>
      {children}
    </section>
  )
}
