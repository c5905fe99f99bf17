import { useId } from 'react'

interface Props {
  label: string
  people: readonly { id: string; name: string }[]
  chosen: readonly string[]
  isMany?: boolean
  onChange(chosen: string[]): void
}

/** A handful of colleagues, each one tap wide: nothing to open, nothing to type. */
export function PeopleChips({ label, people, chosen, isMany, onChange }: Props) {
  const id = useId()
  const tap = (user: string) => onChange(chosen.includes(user) ? chosen.filter((one) => one !== user) : isMany ? [...chosen, user] : [user])
  return (
    <div className="zk-desk-chips" role="group" aria-labelledby={id}>
      <span id={id}>{label}</span>
      {people.map((person) => (
        <button key={person.id} type="button" aria-pressed={chosen.includes(person.id)} onClick={() => tap(person.id)}>
          {person.name}
        </button>
      ))}
    </div>
  )
}
