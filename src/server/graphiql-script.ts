/**
 * GraphiQL's script as browsers get it: the bundle that Yoga publishes, taught what its options cannot say, and the page's own
 * program behind it. Made from GraphiQL's packages instead, it would cost every installation of the repository 200 MB.
 */
import { startGraphiql } from './graphiql-page.ts';

interface Lesson {
  readonly what: string;
  /** Found once in the bundle, else it is not taught. */
  readonly place: RegExp;
  readonly instead: string;
}

const lessonsFor = (historyPlugin: string): readonly Lesson[] => [
  {
    what: 'Yoga names its plugins, and leaves out the history that GraphiQL comes with.',
    place: /plugins:\[(\w+)\]/g,
    instead: `plugins:[${historyPlugin},$1]`,
  },
  {
    what: 'The explorer selects the text of each argument that appears, and would scroll to the last of them where it opens: it shall do so for those who work in it.',
    place: /(\w+)&&(\w+)&&!\(\2 instanceof HTMLTextAreaElement\)&&\(\1\.focus\(\),/g,
    instead: '$1&&$1.closest(".graphiql-explorer-root:hover")&&$2&&!($2 instanceof HTMLTextAreaElement)&&($1.focus(),',
  },
  {
    what: 'The page follows the state of the editors.',
    place: /\{actions:(\w+)\}=(\w+)\.getState\(\);return \1\.storeTabs\((\{\w+:\w+,\w+:\w+\})\),/g,
    instead:
      '{actions:$1}=$2.getState();return $1.storeTabs($3),dispatchEvent(new CustomEvent("graphiql-store",{detail:$2})),',
  },
];

/**
 * @param bundle as Yoga publishes it
 * @throws Error when the bundle is not the one that was looked at: a new version has to be looked at anew
 */
export function graphiqlScript(bundle: string): string {
  const historyPlugin = /(\w+)=\{title:"History",icon:/.exec(bundle)?.[1] ?? '';
  const taught = lessonsFor(historyPlugin).reduce((script, { what, place, instead }) => {
    const found = historyPlugin && [...script.matchAll(place)].length;
    if (found !== 1)
      throw new Error(`GraphiQL's bundle should have one place for this, and has ${found || 'none'}: ${what}`);
    return script.replace(place, instead);
  }, bundle);
  // Compilers that keep the names of functions do so by a function of that name.
  return `${taught}\nglobalThis.startGraphiql = (() => {\nconst __name = (named) => named;\nreturn ${startGraphiql};\n})();\n`;
}
