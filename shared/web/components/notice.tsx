import type { PropsWithChildren } from 'hono/jsx'
import { useFrame } from './frame.ts'

/** A banner above the page's heading: something was done, or something has to be known. @param id of its title; a page may have two */
export const Notice = ({
  done = false,
  id = 'notice-title',
  children,
}: PropsWithChildren<{ done?: boolean; id?: string }>) => {
  const { t } = useFrame()
  return (
    <section
      class={`govuk-notification-banner${done ? ' govuk-notification-banner--success' : ''}`}
      aria-labelledby={id}
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id={id}>
          {done ? t.frame.success : t.frame.important}
        </h2>
      </div>
      <div class="govuk-notification-banner__content" role={done ? 'alert' : undefined}>
        {children}
      </div>
    </section>
  )
}

export const NoticeText = ({ children }: PropsWithChildren) => (
  <p class="govuk-notification-banner__heading">{children}</p>
)
