/**
 * GraphiQL's page in the browser: its address is a link to what is in its editors, and what it keeps holds no headers.
 * Knows the state that GraphiQL keeps, and none of its components.
 *
 * `startGraphiql` is sent to the browser as it is written, so nothing in it is from outside of it.
 */

/** What the gateway tells the page. */
export interface PageOptions {
  readonly title: string;
  /** An SVG element. */
  readonly logo: string;
  readonly defaultQuery: string;
}

interface Tab {
  readonly query: string | null;
  readonly variables: string | null;
  readonly operationName: string | null;
}

interface Operation {
  readonly name?: { readonly value: string };
  readonly loc?: { readonly start: number };
}

/** An editor of Monaco. */
interface Editor {
  updateOptions(options: object): void;
  getModel(): { getPositionAt(offset: number): object } | null;
  setPosition(position: object): void;
}

interface State {
  readonly tabs: readonly Tab[];
  readonly activeTabIndex: number;
  readonly operations?: readonly Operation[];
  readonly queryEditor?: Editor;
  readonly variableEditor?: Editor;
  readonly headerEditor?: Editor;
  readonly responseEditor?: Editor;
  readonly actions: { setOperationName(name: string): void };
}

interface Store {
  getState(): State;
  subscribe(listener: (state: State) => void): () => void;
}

interface Storage {
  readonly length: number;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  clear(): void;
}

/** What is used of a browser's window. */
export interface PageWindow {
  readonly location: { readonly href: string; readonly pathname: string };
  readonly history: { readonly state: unknown; replaceState(state: unknown, title: string, address: string): void };
  readonly localStorage: Storage;
  readonly document: { querySelector(selector: string): unknown };
  readonly YogaGraphiQL: { renderYogaGraphiQL(root: unknown, options: object): void };
  addEventListener(name: 'graphiql-store', listener: (event: { readonly detail: Store }) => void): void;
}

/** Shows GraphiQL for the graph that has the page's own address. */
export function startGraphiql(window: PageWindow, options: PageOptions): void {
  const { location, history, localStorage, document, YogaGraphiQL } = window;

  /** With a longer address the page could not be loaded again: servers and proxies take no longer request line. */
  const longestLink = 7_000;

  /** Texts are full of typographic signs; a blank that nobody sees deserves a mark where it is typed. */
  const unicodeHighlight = { ambiguousCharacters: false, nonBasicASCII: false };
  const typed = { wordWrap: 'on', unicodeHighlight };
  const shown = { unicodeHighlight: { ...unicodeHighlight, invisibleCharacters: false } };

  const shownIn = ({ tabs, activeTabIndex }: State) => tabs[activeTabIndex];

  /** @param linked the operation that the link names */
  function follow(store: Store, linked: string | null): void {
    if (linked) store.getState().actions.setOperationName(linked);
    const known = new Set<Editor>();
    let wanted = linked;
    let written = linkTo(shownIn(store.getState()));
    store.subscribe((state) => {
      const { queryEditor, variableEditor, headerEditor, responseEditor, operations } = state;
      for (const editor of [queryEditor, variableEditor, headerEditor, responseEditor]) {
        if (!editor || known.has(editor)) continue;
        known.add(editor);
        editor.updateOptions(editor === responseEditor ? shown : typed);
      }
      if (wanted && queryEditor && operations) {
        placeCursor(queryEditor, operations, wanted);
        wanted = null;
      }
      const link = linkTo(shownIn(state));
      // As long as nothing is edited the address stays what it was.
      if (link !== written) history.replaceState(history.state, '', link);
      written = link;
    });
  }

  /** The keys run the operation that the cursor is in. */
  function placeCursor(editor: Editor, operations: readonly Operation[], name: string): void {
    const start = operations.find((operation) => operation.name?.value === name)?.loc?.start;
    const position = start === undefined ? undefined : editor.getModel()?.getPositionAt(start);
    if (position) editor.setPosition(position);
  }

  function linkTo(tab: Tab | undefined): string {
    const link = new URL(location.href);
    for (const name of ['query', 'variables', 'operationName'] as const) {
      const value = tab?.[name];
      if (value?.trim()) link.searchParams.set(name, value);
      else link.searchParams.delete(name);
    }
    if (link.href.length > longestLink) link.search = '';
    return link.href;
  }

  /**
   * What is kept of a visit, its history included, holds headers for as long as the page is open and never longer: they may
   * be a password.
   */
  function keptWithoutHeaders(kept: Storage): Storage {
    const open = new Map<string, string>();
    return {
      getItem: (key) => open.get(key) ?? kept.getItem(key),
      setItem(key, value) {
        const harmless = withoutHeaders(key, value);
        if (harmless === value) open.delete(key);
        else open.set(key, value);
        kept.setItem(key, harmless);
      },
      removeItem(key) {
        open.delete(key);
        kept.removeItem(key);
      },
      clear() {
        open.clear();
        kept.clear();
      },
      get length() {
        return kept.length;
      },
    };
  }

  function withoutHeaders(key: string, value: string): string {
    if (key.endsWith(':headers')) return '';
    if (!/:(tabState|queries|favorites)$/.test(key)) return value;
    return JSON.stringify(JSON.parse(value, (name, member) => (name === 'headers' ? null : member)));
  }

  const link = new URL(location.href).searchParams;
  window.addEventListener('graphiql-store', ({ detail }) => follow(detail, link.get('operationName')));
  YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
    ...options,
    // Where the page is, the graph is.
    endpoint: location.pathname,
    // A link without variables means none, not those of the last visit.
    ...(link.has('query') || link.has('variables') ? { variables: link.get('variables') ?? '' } : {}),
    // It would write the address in its own way.
    onEditQuery: () => undefined,
    shouldPersistHeaders: false,
    storage: keptWithoutHeaders(localStorage),
  });
}
