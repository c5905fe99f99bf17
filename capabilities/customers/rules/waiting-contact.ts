/** The due day for which nobody has been asked yet: only these stand in the index that is gone through. */
export const waitingContact = ({
  nextContactOn,
  contactAskedOn,
}: {
  nextContactOn: string | null
  contactAskedOn: string | null
}): string | null => (nextContactOn === contactAskedOn ? null : nextContactOn)
