import type { Child } from 'hono/jsx'

export interface Column {
  readonly head: string
  readonly numeric?: boolean
}

const cellClass = (part: 'header' | 'cell', column: Column | undefined) =>
  `govuk-table__${part}${column?.numeric ? ` govuk-table__${part}--numeric` : ''}`

/** A table in a region of its own that scrolls sideways on a phone, by keyboard too. The first cell of a row is its heading. */
export const Table = (table: {
  id: string
  caption: string
  columns: readonly Column[]
  rows: readonly (readonly Child[])[]
  /** Hidden where the heading above says the same. */
  captionHidden?: boolean
  /** On a phone the cells of a row stand below each other, each under its column's head: for columns of words. */
  stacked?: boolean
}) => (
  <section class="app-scroll" aria-labelledby={table.id} tabindex={0}>
    <table class={`govuk-table${table.stacked ? ' app-stacked' : ''}`}>
      <caption
        id={table.id}
        class={table.captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--s'}
      >
        {table.caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {table.columns.map((column) => (
            <th scope="col" class={cellClass('header', column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {table.rows.map(([heading, ...cells]) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {heading}
            </th>
            {cells.map((cell, index) => (
              <td
                class={cellClass('cell', table.columns[index + 1])}
                data-head={table.stacked ? table.columns[index + 1]?.head : undefined}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
