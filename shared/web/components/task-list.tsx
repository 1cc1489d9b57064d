import type { Child } from 'hono/jsx'
import { mixed } from './mixed-text.tsx'

export type TagColour = 'green' | 'orange' | 'red' | 'grey' | 'teal'

const Tag = ({ colour, children }: { colour: TagColour; children?: Child }) => (
  <strong class={`govuk-tag govuk-tag--${colour}`}>{children}</strong>
)

export interface Task {
  readonly id: string
  readonly name: string
  readonly href?: string | undefined
  readonly hint?: string | undefined
  readonly status?: { readonly text: string; readonly colour: TagColour | undefined } | undefined
  /** A further link of this task, such as to remove it. */
  readonly aside?: Child
}

/** Things to do or to look at, each with where it stands. */
export const TaskList = ({ tasks }: { tasks: readonly Task[] }) => (
  <ul class="govuk-task-list">
    {tasks.map((task) => (
      <TaskItem {...task} />
    ))}
  </ul>
)

const TaskItem = ({ id, name, href, hint, status, aside }: Task) => {
  const texts = [hint && `${id}-hint`, status && `${id}-status`].filter(Boolean).join(' ') || undefined
  return (
    <li class={`govuk-task-list__item${href ? ' govuk-task-list__item--with-link' : ''}`}>
      <div class="govuk-task-list__name-and-hint">
        {href ? (
          <a class="govuk-link govuk-task-list__link" href={href} aria-describedby={texts}>
            {mixed(name)}
          </a>
        ) : (
          mixed(name)
        )}
        {hint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {hint}
          </div>
        )}
      </div>
      {status && (
        <div class="govuk-task-list__status" id={`${id}-status`}>
          {status.colour ? <Tag colour={status.colour}>{status.text}</Tag> : status.text}
        </div>
      )}
      {aside && <div class="app-remove">{aside}</div>}
    </li>
  )
}
