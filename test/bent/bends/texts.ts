/**
 * Text around the JSON of an answer, and errors that come as successes.
 */
import { answers, type Bend, refusal, textOf, withText } from '../bend.ts';
import { refused } from './failures.ts';

const variant = { variant: true };

const around = (name: string, means: string, change: (json: string) => string, more: Partial<Bend> = {}): Bend => ({
  name,
  means,
  bend: answers((answer) => withText(answer, change(textOf(answer)))),
  ...more,
});

export const texts: readonly Bend[] = [
  around(
    'notices ahead, headers kept',
    'PHP buffers what it prints, and prints notices.',
    (json) => `<br />\n<b>Deprecated</b>:  x() in <b>/srv/x.php</b> on line <b>7</b><br />\n${json}`,
  ),
  around('comment behind', 'A page cache signs whatever it sends.', (json) => `${json}\n<!-- Cached by x, 0.3 s -->`),
  around(
    'script behind',
    'A debug bar writes its footer.',
    (json) => `${json}<script>var x = {"a":[1]};</script>`,
    variant,
  ),
  around('text ahead and behind', 'Both at once.', (json) => `<p>x</p>\n${json}\n<!-- x [1] {} -->\n`, variant),
  around('note on the same line', 'A plugin prints what it debugs.', (json) => `debug: {"a":1}${json}`, {
    // Where an answer is a map or an empty list, nobody can tell which of both it is.
    errors: ({ extensions }) => extensions?.code === 'UPSTREAM_BAD_RESPONSE',
  }),
  {
    name: 'refusals with status 200',
    means: 'A host lets no error status through; visitors may not see users.',
    bend: answers((answer, { collection }) =>
      collection === 'users' ? { ...refusal(401, 'rest_user_cannot_view', 'Sorry.'), status: 200 } : answer,
    ),
    ...refused('users'),
  },
];
