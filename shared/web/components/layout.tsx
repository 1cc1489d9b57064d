import type { Child, PropsWithChildren } from 'hono/jsx'
import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { keptBy } from '../report-draft/kept-by.ts'
import { useFrame } from './frame.ts'
import { Notice, NoticeText } from './notice.tsx'

export interface LayoutProps {
  /** The page's name in the browser; its h1 says the same. */
  readonly title: string
  /** Says so in the browser's tab when there is something to mend. */
  readonly hasProblems?: boolean
  /** Where one comes from: a link above the content. */
  readonly back?: { readonly href: string; readonly text: string }
  /** A short notice that something has just happened. */
  readonly notice?: Child
}

/** Head, navigation, main content and foot of every page. */
export const Layout = ({ title, hasProblems, back, notice, children }: PropsWithChildren<LayoutProps>) => {
  const { t, sector, language, asset, actor } = useFrame()
  return (
    <html lang={language} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${hasProblems ? t.frame.errorTitle(title) : title} – ${sector.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b4f54" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={asset('app.css')} />
        <script type="module" src={asset('app.js')}></script>
      </head>
      <body class="govuk-template__body">
        <a href="#main-content" class="govuk-skip-link">
          {t.frame.skip}
        </a>
        <Header />
        <div class="govuk-width-container">
          {back && (
            <nav aria-label={t.frame.wayBack} class="app-no-print">
              <a href={back.href} class="govuk-back-link">
                {back.text}
              </a>
            </nav>
          )}
          <main class="govuk-main-wrapper" id="main-content">
            {notice}
            {children}
          </main>
        </div>
        <NoLine />
        <footer class="app-footer">
          <div class="govuk-width-container">
            {sector.name}
            <br />
            {t.frame.timesAreLocal(sector.timeZone)}
            {actor && (
              <>
                <br />
                <a class="govuk-link" href="/sessions">
                  {t.frame.signedInAs(actor.contact.name)}
                </a>
              </>
            )}
          </div>
        </footer>
      </body>
    </html>
  )
}

/** What the browser shows when a form is to be sent and no line is there (`browser/line.ts`). */
const NoLine = () => {
  const { t } = useFrame()
  return (
    <template id="no-line-notice">
      <div id="no-line" tabindex={-1}>
        <Notice id="no-line-title">
          <NoticeText>{t.frame.noLine}</NoticeText>
        </Notice>
      </div>
    </template>
  )
}

const Header = () => {
  const { t, sector, actor, now, path } = useFrame()
  const places = [
    ['/', t.frame.desk],
    ['/meetings', t.frame.meetings],
    ['/actions', t.actions.title],
    ['/briefs', t.frame.briefs],
    ['/funding', t.frame.funding],
    ...(actor && isSecretariat(actor.roles, dayAt(now, sector.timeZone)) ? [['/contacts', t.frame.contacts]] : []),
  ] as const
  return (
    <header class="app-header">
      <div class="govuk-width-container">
        <a href="/" class="app-header__name">
          {sector.name}
        </a>
        {actor && (
          <nav aria-label={t.frame.navigation}>
            <ul class="app-nav">
              {places.map(([href, text]) => (
                <li>
                  <a href={href} class="app-nav__link" aria-current={path === href ? 'page' : undefined}>
                    {text}
                  </a>
                </li>
              ))}
              <li>
                <form
                  method="post"
                  action="/sign-out"
                  class="app-inline"
                  data-kept-under={keptBy(actor)}
                  data-ask={t.reportDraft.signOutAnyway}
                  data-no-line={t.frame.stillSignedIn}
                >
                  <button type="submit" class="app-nav__button" title={t.frame.signedInAs(actor.contact.name)}>
                    {t.frame.signOut}
                  </button>
                </form>
              </li>
            </ul>
          </nav>
        )}
      </div>
    </header>
  )
}
