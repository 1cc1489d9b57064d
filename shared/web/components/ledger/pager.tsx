import { useFrame } from '../frame.ts'

/** Links to the pages before and after. @param href of a page */
export const Pager = ({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) => {
  const { t } = useFrame()
  if (pages <= 1) return null
  return (
    <nav aria-label={t.ledger.pages} class="app-no-print">
      <p class="govuk-body">
        {page > 1 && (
          <a class="govuk-link" href={href(page - 1)} rel="prev">
            {t.ledger.previous}
          </a>
        )}{' '}
        {t.ledger.page(page, pages)}{' '}
        {page < pages && (
          <a class="govuk-link" href={href(page + 1)} rel="next">
            {t.ledger.next}
          </a>
        )}
      </p>
    </nav>
  )
}
