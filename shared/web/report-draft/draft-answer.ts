/** A sentence in its place beside a field. */
export interface FieldText {
  readonly field: string
  readonly slot: 'error' | 'note'
  readonly text: string
}

/** What a page that saves by itself is told: written by `routes/draft-answer.tsx`, read by `browser/keep-draft.ts`. */
export interface DraftAnswer {
  /** One sentence for the reader. */
  readonly status: string
  /** Where the part is saved from now on: the form's address, its hidden fields, and its name in the browser's own store. */
  readonly action?: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly kept?: string
  readonly problems?: readonly FieldText[]
  /** What the quarters before say beside the fields of a row that is another than it was, as on its page. */
  readonly past?: Readonly<Record<string, string>>
  /** The other's change as on the page without JavaScript, escaped by JSX. */
  readonly notice?: string
}
