import { Words } from './words.tsx'

/** A list of what people typed, or a sentence that there is nothing. */
export const Lines = ({
  texts,
  none,
  ordered = false,
}: {
  texts: readonly string[]
  none: string
  ordered?: boolean
}) => {
  if (texts.length === 0) return <p class="govuk-body">{none}</p>
  const items = texts.map((text) => (
    <li>
      <Words text={text} />
    </li>
  ))
  return ordered ? (
    <ol class="govuk-list govuk-list--number">{items}</ol>
  ) : (
    <ul class="govuk-list govuk-list--bullet">{items}</ul>
  )
}
