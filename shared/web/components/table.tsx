// biome-ignore-all lint/a11y/noRedundantRoles: a browser drops the roles of a table whose rows are shown as lists
import type { Child } from 'hono/jsx'
import { mixed } from './mixed-text.tsx'

export interface Column {
  readonly head: string
  readonly numeric?: boolean
}

const cellClass = (part: 'header' | 'cell', column: Column | undefined) =>
  `govuk-table__${part}${column?.numeric ? ` govuk-table__${part}--numeric` : ''}`

/**
 * A table in a region of its own that scrolls sideways where it is too wide, by keyboard too. The first cell of a row is its
 * heading. On a phone each row is a list, every cell beside its column's head; the roles keep it a table for those who hear it.
 */
export const Table = (table: {
  id: string
  caption: string
  columns: readonly Column[]
  rows: readonly (readonly Child[])[]
  /** Hidden where the heading above says the same. */
  captionHidden?: boolean
}) => (
  <section class="app-scroll" aria-labelledby={table.id} tabindex={0}>
    <table class="govuk-table" role="table">
      <caption
        id={table.id}
        class={table.captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--s'}
      >
        {mixed(table.caption)}
      </caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          {table.columns.map((column) => (
            <th scope="col" role="columnheader" class={cellClass('header', column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        {table.rows.map(([heading, ...cells]) => (
          <tr class="govuk-table__row" role="row">
            <th scope="row" role="rowheader" class="govuk-table__header">
              {mixed(heading)}
            </th>
            {cells.map((cell, index) => (
              <td
                role="cell"
                class={cellClass('cell', table.columns[index + 1])}
                data-head={table.columns[index + 1]?.head}
              >
                {mixed(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
