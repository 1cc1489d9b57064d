import { useFrame } from '../frame.ts'

/** Beneath totals and lists that hold money which was passed on: it was counted when its donor gave it. */
export const OnwardNote = ({ when }: { when: boolean }) => {
  const { t } = useFrame()
  return when ? <p class="govuk-body app-prose">{t.ledger.onwardNote}</p> : null
}

/** Marks a movement that counts in no total. */
export const OnwardTag = () => {
  const { t } = useFrame()
  return <strong class="govuk-tag govuk-tag--grey">{t.ledger.passedOn}</strong>
}
